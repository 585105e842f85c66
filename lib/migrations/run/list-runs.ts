// Server: the runs that were recorded, newest first. Before the dashboard's own migrations have run there are none.
import "server-only";
import { desc, eq, sql } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { isMissingRelation } from "@/lib/db/errors";
import { type MigrationRun, migrationKey } from "@/lib/model/migrations/run";
import { adminMigrationRuns as runs } from "@/lib/store/schema";

type Scope = { prefix?: string; limit?: number };

export async function listRuns({ prefix, limit = 20 }: Scope = {}): Promise<MigrationRun[]> {
  return unlessMissing([], () =>
    read((tx) =>
      tx
        .select(columns)
        .from(runs)
        .where(prefix === undefined ? undefined : eq(runs.prefix, prefix))
        .orderBy(desc(runs.id))
        .limit(limit),
    ),
  );
}

/** @param id anything, since it stands in an address */
export async function findRun(id: string): Promise<MigrationRun | undefined> {
  if (!/^\d{1,18}$/.test(id)) return undefined;
  const [found] = await unlessMissing([], () =>
    read((tx) =>
      tx
        .select(columns)
        .from(runs)
        .where(eq(runs.id, BigInt(id))),
    ),
  );
  return found;
}

/** When each migration was applied, as far as runs were recorded: by prefix, then by `migrationKey`. */
export async function appliedTimes(): Promise<Map<string, Map<string, Date>>> {
  const migration = sql`jsonb_array_elements(${runs.migrations}) as migration`;
  const rows = await unlessMissing([], () =>
    read((tx) =>
      tx
        .select({
          prefix: sql<string>`${runs.prefix}`,
          tag: sql<string>`migration->>'tag'`,
          hash: sql<string>`migration->>'hash'`,
          at: sql`max(${runs.at})`.mapWith(runs.at),
        })
        .from(sql`${runs}, ${migration}`)
        .where(eq(runs.outcome, "applied"))
        .groupBy(sql`1`, sql`2`, sql`3`),
    ),
  );
  const times = new Map<string, Map<string, Date>>();
  for (const { prefix, at, ...named } of rows) {
    const known = times.get(prefix) ?? new Map<string, Date>();
    times.set(prefix, known.set(migrationKey(named), at));
  }
  return times;
}

const columns = {
  id: sql<string>`${runs.id}::text`,
  at: runs.at,
  prefix: runs.prefix,
  actorName: runs.actorName,
  outcome: runs.outcome,
  migrations: runs.migrations,
  durationMs: runs.durationMs,
  failure: runs.failure,
  backupTaken: runs.backupTaken,
};

async function unlessMissing<T>(instead: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (isMissingRelation(error)) return instead;
    throw error;
  }
}
