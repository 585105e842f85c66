// Server: what a search finds beside pages and actions: migrations and records.
import "server-only";
import { findMigrations } from "@/lib/migrations/find";
import type { Actor } from "@/lib/model/actor";
import type { Findings } from "@/lib/model/found";
import { type FindOptions, findRecords } from "@/lib/records/find";

export async function findAnything(
  actor: Actor,
  text: string,
  options: FindOptions,
): Promise<Findings> {
  const [migrations, records] = await Promise.all([
    findMigrations(text, options.limit),
    findRecords(actor, text, options),
  ]);
  const groups = [...records.groups, migrations];
  return { ...records, groups: groups.filter(({ found }) => found.length > 0) };
}
