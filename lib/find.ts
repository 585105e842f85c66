// Server: what a search finds beside pages and actions: migrations and records.
import "server-only";
import { findMigrations } from "@/lib/migrations/find";
import type { Actor } from "@/lib/model/actor";
import type { Findings } from "@/lib/model/found";
import { findRecords } from "@/lib/records/find";

export async function findAnything(
  actor: Actor,
  text: string,
  signal?: AbortSignal,
): Promise<Findings> {
  const [migrations, records] = await Promise.all([
    findMigrations(text),
    findRecords(actor, text, signal),
  ]);
  const groups = [...records.groups, { label: "Migrations", found: migrations }];
  return { ...records, groups: groups.filter(({ found }) => found.length > 0) };
}
