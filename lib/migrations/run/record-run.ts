// Server: writes a run into the list of runs: an applied one inside the transaction of its migrations, a failed one after.
import "server-only";
import { getTableName, type SQL, sql } from "drizzle-orm";
import type { Credentials } from "@/lib/db/credentials";
import { withSingleConnection } from "@/lib/db/single-connection";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import { failureLines } from "@/lib/migrations/run/run-events";
import type { RunEvent, StatementFailure } from "@/lib/model/migrations/run";
import { adminMigrationRuns } from "@/lib/store/schema";

export type RunRecord = Omit<typeof adminMigrationRuns.$inferInsert, "id" | "at">;

const tableName = getTableName(adminMigrationRuns);

/**
 * The table by its full name, since a migration may change the search path. None where it does not exist, as before
 * the dashboard's own first migration, or where the role may not write to it.
 */
export async function findRunsTable(tx: LedgerReader): Promise<SQL | undefined> {
  const [found] = await tx.execute<{ schema: string }>(sql`
    select s.nspname::text as schema
    from pg_catalog.pg_class t
    join pg_catalog.pg_namespace s on s.oid = t.relnamespace
    where t.oid = pg_catalog.to_regclass(${tableName})
      and pg_catalog.has_table_privilege(t.oid, 'insert')
  `);
  return found && sql`${sql.identifier(found.schema)}.${sql.identifier(tableName)}`;
}

/** @returns the run's number */
export async function insertRun(tx: LedgerReader, table: SQL, run: RunRecord): Promise<string> {
  const [row] = await tx.execute<{ id: string }>(sql`
    insert into ${table} (
      prefix, actor_id, actor_name, outcome, migrations, duration_ms, failure, backup_taken, request_id
    ) values (
      ${run.prefix}, ${run.actorId}, ${run.actorName}, ${run.outcome},
      ${JSON.stringify(run.migrations)}::jsonb, ${run.durationMs}, ${run.failure ?? null},
      ${run.backupTaken}, ${run.requestId ?? null}
    ) returning id::text
  `);
  return row?.id ?? "";
}

/** The run's number; none where it cannot be recorded, which is no reason not to tell of the failure. */
export async function recordFailure(
  credentials: Credentials,
  run: RunRecord,
): Promise<string | undefined> {
  try {
    return await withSingleConnection(credentials, async (connection) => {
      const table = await findRunsTable(connection);
      return table && (await insertRun(connection, table, run));
    });
  } catch {
    return undefined;
  }
}

/** What a failed run is remembered by: everything but the values that rows of the database hold. */
export function failureText(event: Extract<RunEvent, { kind: "failed" }>): string {
  const failure = event.failure && withoutValues(event.failure);
  return failureLines({ ...event, ...(failure && { failure }) }).join("\n");
}

/** Details quote rows; messages of class 22 (data exceptions) quote the value that was not understood. */
function withoutValues({ detail: _, ...failure }: StatementFailure): StatementFailure {
  if (!failure.code.startsWith("22")) return failure;
  return { ...failure, message: failure.message.replace(/".*"/s, '"…"') };
}
