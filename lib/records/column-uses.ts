// Server: counts by which columns people sort and filter, in memory first: a list must not wait for its own statistics.
import "server-only";
import { sql } from "drizzle-orm";
import { write } from "@/lib/db/client";
import { pgCode } from "@/lib/db/errors";
import { log } from "@/lib/log";
import type { Resource } from "@/lib/model/resource";
import { adminColumnUses } from "@/lib/store/schema";

type Use = (typeof adminColumnUses.$inferInsert)["use"];
type Counted = { tableName: string; columnName: string; use: Use; count: number };

const flushMs = 30_000;

// Bundles may load this module more than once; the counts are one per process.
const holder = globalThis as { fastappAdminColumnUses?: Map<string, Counted> };

function counts(): Map<string, Counted> {
  holder.fastappAdminColumnUses ??= new Map();
  return holder.fastappAdminColumnUses;
}

/** What was noted in the last half minute is lost when the process dies; it is a statistic. */
export function noteColumnUse(
  { schema, table }: Pick<Resource, "schema" | "table">,
  columnName: string,
  use: Use,
): void {
  const tableName = `${schema}.${table}`;
  const key = JSON.stringify([tableName, columnName, use]);
  const known = counts().get(key);
  if (known) known.count++;
  else {
    if (counts().size === 0) setTimeout(flushColumnUses, flushMs).unref();
    counts().set(key, { tableName, columnName, use, count: 1 });
  }
}

/** Never rejects. */
export async function flushColumnUses(): Promise<void> {
  // In one order everywhere, so that two processes do not wait for one another.
  const noted = [...counts()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, counted]) => counted);
  counts().clear();
  if (noted.length === 0) return;
  try {
    await write((tx) =>
      tx
        .insert(adminColumnUses)
        .values(noted.map((counted) => ({ ...counted, lastAt: sql`now()` })))
        .onConflictDoUpdate({
          target: [adminColumnUses.tableName, adminColumnUses.columnName, adminColumnUses.use],
          set: {
            count: sql`${adminColumnUses.count} + excluded.count`,
            lastAt: sql`excluded.last_at`,
          },
        }),
    );
  } catch (error) {
    log().debug({ code: pgCode(error) }, "counts of column uses lost");
  }
}
