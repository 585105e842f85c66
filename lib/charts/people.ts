// Server: the names of the people a chart compares.
import "server-only";
import { read } from "@/lib/db/client";
import type { Page } from "@/lib/model/page";
import { namePeople } from "@/lib/records/people";
import { requestSignal } from "@/lib/request-signal";

export async function comparedPeople(ids: string[]): Promise<Page["people"]> {
  return ids.length > 0 ? read((tx) => namePeople(tx, ids), { signal: requestSignal() }) : {};
}
