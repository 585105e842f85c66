// Server: records in a state that someone should look at, such as failed jobs.
import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { StuckItem } from "@/lib/model/define-admin";
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { columnOf, keyOf } from "@/lib/records/columns";
import { titleOf } from "@/lib/records/title";
import { requestSignal } from "@/lib/request-signal";
import { findResource, type Registered } from "@/lib/resources/registry";

export type Stuck = {
  registered: Registered;
  count: number;
  isCapped: boolean;
  /** The latest first. */
  records: { id: string; title: string; at: string | null }[];
};

const counted = 100;
const shown = 3;
const deadlineMs = 1_500;

/** @returns `undefined` when the database has no such table, or it no such fields: another framework, another schema */
export async function findStuck(actor: Actor, item: StuckItem): Promise<Stuck | undefined> {
  const registered = await findResource(item.resource);
  const names = [item.field, item.title, item.at];
  if (!registered || names.some((name) => !fieldOf(registered.resource, name))) return undefined;
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const shownNames = [...new Set([...resource.key, item.title, item.at])];
  const selection = Object.fromEntries(
    shownNames.map((name) => [name, sql<string | null>`${columnOf(registered, name)}::text`]),
  );
  const rows: Literals[] = await read(
    (tx) =>
      tx
        .select(selection)
        .from(registered.table)
        .where(sql`${columnOf(registered, item.field)} = ${item.is}`)
        .orderBy(sql`${columnOf(registered, item.at)} desc`)
        .limit(counted + 1),
    { deadlineMs, signal: requestSignal() },
  );
  return {
    registered,
    count: Math.min(rows.length, counted),
    isCapped: rows.length > counted,
    records: rows.slice(0, shown).map((row) => ({
      id: encodeRecordId(keyOf(registered, row)),
      title: row[item.title] || titleOf(registered, row),
      at: row[item.at] ?? null,
    })),
  };
}
