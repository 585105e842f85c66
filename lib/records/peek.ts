// Server: a record at a glance: its title and the beginnings of what its list shows.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { decodeRecordId } from "@/lib/model/literal";
import type { Peek } from "@/lib/model/peek";
import { fieldOf } from "@/lib/model/resource";
import { keyEquals } from "@/lib/records/columns";
import { fetchPage } from "@/lib/records/fetch-page";
import { isTarget } from "@/lib/records/find-target";
import { nameTargets, readTitles } from "@/lib/records/name-targets";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const peekDeadlineMs = 2_000;

/** @param id see `encodeRecordId`. @returns `undefined` when nothing can refer to such a record, or there is none. */
export async function peekRecord(
  actor: Actor,
  registered: Registered,
  id: string,
): Promise<Peek | undefined> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const [key] = decodeRecordId(id, 1) ?? [];
  if (key === undefined || !isTarget(resource)) return undefined;
  const found = await fetchOne(registered, key).catch((error: unknown) => {
    // No record has a key that its type cannot even read.
    if (isUnreadableLiteral(error)) return undefined;
    throw error;
  });
  const row = found?.page.rows[0];
  if (!found || !row) return undefined;
  const { page, title } = found;
  const listed = resource.list.columns.flatMap((name) => fieldOf(resource, name) ?? []);
  const related = await nameTargets(actor, resource, page);
  return {
    title: title || key,
    singular: resource.singular,
    fields: listed.map(({ range: _, ...field }) => field),
    cells: listed.map(({ name }) => row[page.columns.indexOf(name)] ?? null),
    people: page.people,
    ...(related && { related }),
    zone: resource.zone,
    now: new Date().toISOString(),
  };
}

function fetchOne(registered: Registered, key: string) {
  const query = { sort: [], position: { at: "first" as const }, limit: 1 };
  return read(
    async (tx) => {
      const page = await fetchPage(tx, registered, query, { where: keyEquals(registered, [key]) });
      return { page, title: (await readTitles(tx, registered, [key]))[key] };
    },
    { deadlineMs: peekDeadlineMs, signal: requestSignal() },
  );
}
