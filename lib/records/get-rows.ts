// Server: some records by their ids, as rows of a list: after they were changed, or to see long values whole.
import "server-only";
import { or, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { decodeRecordId } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { keyEquals } from "@/lib/records/columns";
import { fetchPage } from "@/lib/records/fetch-page";
import { nameTargets } from "@/lib/records/name-targets";
import type { Registered } from "@/lib/resources/registry";

/**
 * Ids that name no record are left out.
 * @param columns names of fields, to which the key's and the title's are added; unknown ones are left out
 */
export async function getRows(
  actor: Actor,
  registered: Registered,
  ids: string[],
  { columns, isWhole }: { columns: string[]; isWhole?: boolean },
): Promise<Page> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const keys = ids.flatMap((id) => {
    const key = decodeRecordId(id, resource.key.length);
    return key ? [keyEquals(registered, key)] : [];
  });
  const where = or(...keys) ?? sql`false`;
  const query = { sort: [], position: { at: "first" } as const, limit: ids.length };
  try {
    const scope = { columns, where, isWhole };
    const page = await read((tx) => fetchPage(tx, registered, query, scope));
    const related = await nameTargets(actor, resource, page);
    return { ...page, ...(related && { related }) };
  } catch (error) {
    // No record has a key that its type cannot even read.
    if (isUnreadableLiteral(error)) return { columns: [], rows: [], people: {} };
    throw error;
  }
}
