// Server: applies migrations under a lock, leaving the ledger exactly as drizzle 0.x does.
import "server-only";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import type { Credentials } from "@/lib/db/credentials";
import { type SingleConnection, withSingleConnection } from "@/lib/db/single-connection";
import { DatabaseUnavailable } from "@/lib/errors";
import type { MigrationSource } from "@/lib/migrations/facts";
import { statusWithin } from "@/lib/migrations/prefix-status";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import { digestOf, refusalsOf } from "@/lib/migrations/run/plan";
import {
  failureText,
  findRunsTable,
  insertRun,
  type RunRecord,
  recordFailure,
} from "@/lib/migrations/run/record-run";
import { messageOf, runStatements, StatementFailed } from "@/lib/migrations/run/run-statements";
import { createLedger, writeLedgerRow } from "@/lib/migrations/run/write-ledger";
import type { Outcome, RunEvent, RunMigration, StatementFailure } from "@/lib/model/migrations/run";
import { type MigrationStatus, pendingOf } from "@/lib/model/migrations/status";

export type RunOrder = {
  /** In the order in which they are migrated. */
  sources: MigrationSource[];
  /** Who gave it; no id for whoever sits at a terminal. */
  by: { id: string | null; name: string };
  backupTaken?: boolean;
  requestId?: string;
  /** What was agreed to, as `digestOf` by prefix. Without it whatever is pending is applied. */
  digests?: ReadonlyMap<string, string>;
};

/** One lock for all prefixes of a database, since one prefix's tables may refer to another's. */
const lockKey = sql.raw("hashtext('fastapp-admin migrations')");
/** A statement that waits longer for a table holds up everyone who comes after it. */
const lockTimeout = "10s";
/** After so long Postgres notices that the runner is gone, also in the midst of a statement. */
const clientCheckInterval = "5s";

/**
 * Applies what is pending, prefix by prefix, and stops at the first that fails or is refused.
 * Each prefix is one transaction, lock included, so a run that is killed leaves nothing behind.
 * @returns whether every prefix is up to date. @throws DatabaseUnavailable
 */
export async function applyMigrations(
  order: RunOrder,
  credentials: Credentials,
  report: (event: RunEvent) => void,
): Promise<boolean> {
  for (const source of order.sources) {
    const run: Run = { order, source, report, startedAt: performance.now(), begun: [] };
    if (!(await applyPrefix(run, credentials))) return false;
  }
  return true;
}

/** One prefix's run while it goes. */
type Run = {
  order: RunOrder;
  source: MigrationSource;
  report: (event: RunEvent) => void;
  startedAt: number;
  /** Migrations that ran, and last the one that is running. */
  begun: RunMigration[];
  /** Once something was written. */
  transactionId?: string | undefined;
};

async function applyPrefix(run: Run, credentials: Credentials): Promise<boolean> {
  try {
    const events = await withSingleConnection(credentials, (connection) =>
      connection.transaction("read write", () => applyWithin(connection, run)),
    );
    events.forEach(run.report);
    return !events.some(({ kind }) => kind === "refused" || kind === "changed");
  } catch (error) {
    const events = await failureEvents(run, credentials, causeOf(error, run));
    events.forEach(run.report);
    return false;
  }
}

/** @returns what may be told once it is committed */
async function applyWithin(connection: SingleConnection, run: Run): Promise<RunEvent[]> {
  const { source, order, report } = run;
  const { prefix } = source;
  await takeLock(connection, () => report({ prefix, kind: "waiting" }));
  run.startedAt = performance.now();
  const status = await statusWithin(connection, source);
  const findings = refusalsOf(status);
  if (findings.length > 0) return [{ prefix, kind: "refused", findings }];
  const pending = pendingOf(status);
  if (pending.length === 0) return [{ prefix, kind: "nothing to do" }];
  if (order.digests && order.digests.get(prefix) !== digestOf(status)) {
    return [{ prefix, kind: "changed" }];
  }

  run.transactionId = await currentTransaction(connection);
  const runsTable = await findRunsTable(connection);
  await createLedger(connection, source);
  for (const migration of pending) await applyOne(connection, run, migration);
  const applied = run.begun.map(
    ({ tag, statements, ms }): RunEvent => ({ prefix, kind: "applied", tag, statements, ms }),
  );
  // The dashboard's own first migrations have just made the table.
  const table = runsTable ?? (await findRunsTable(connection));
  if (!table) return applied;
  const runId = await insertRun(connection, table, recordOf(run, "applied"));
  return [...applied, { prefix, kind: "recorded", runId }];
}

async function applyOne(
  connection: SingleConnection,
  { source, report, begun }: Run,
  migration: MigrationStatus,
): Promise<void> {
  const { tag, hash, statements } = migration;
  const start = performance.now();
  const began = { tag, hash: hash ?? "", statements, ms: 0 };
  begun.push(began);
  try {
    await runStatements(connection, migration, (place) =>
      report({ prefix: source.prefix, kind: "running", tag, ...place }),
    );
    await writeLedgerRow(connection, source, migration);
  } finally {
    began.ms = Math.round(performance.now() - start);
  }
}

async function takeLock(tx: LedgerReader, onWait: () => void): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0; set local lock_timeout = 0`);
  // From Postgres 14 on, and not on Windows.
  await tx.execute(sql`
    select set_config(name, ${clientCheckInterval}, true)
    from pg_catalog.pg_settings
    where name = 'client_connection_check_interval' and version() !~* 'windows|visual c|mingw'
  `);
  const [attempt] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lockKey}) as taken`,
  );
  if (!attempt?.taken) {
    onWait();
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
  }
  await tx.execute(sql`set local lock_timeout = ${sql.raw(`'${lockTimeout}'`)}`);
}

async function currentTransaction(tx: LedgerReader): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string }>(sql`select txid_current()::text as id`);
  return row?.id;
}

type Cause = { reason: string; failure?: StatementFailure };

/** Throws on what is no failure of the migrations. */
function causeOf(error: unknown, { transactionId }: Run): Cause {
  if (error instanceof StatementFailed) return { reason: error.message, failure: error.failure };
  if (error instanceof DatabaseUnavailable && transactionId) return { reason: error.message };
  const fault = messageOf(error);
  if (!fault || error instanceof DatabaseUnavailable) throw error;
  return { reason: `${fault.code}: ${fault.message}` };
}

async function failureEvents(
  run: Run,
  credentials: Credentials,
  cause: Cause,
): Promise<RunEvent[]> {
  const { prefix } = run.source;
  const outcome = await outcomeOf(credentials, run.transactionId);
  const event = { prefix, kind: "failed", outcome, ...cause } as const;
  const record = { ...recordOf(run, "failed"), failure: failureText(event) };
  const runId = await recordFailure(credentials, record);
  return runId ? [event, { prefix, kind: "recorded", runId }] : [event];
}

function recordOf({ order, source, begun, startedAt }: Run, outcome: RunRecord["outcome"]) {
  const { by, backupTaken = false, requestId = null } = order;
  return {
    prefix: source.prefix,
    actorId: by.id,
    actorName: by.name,
    outcome,
    migrations: begun,
    durationMs: Math.round(performance.now() - startedAt),
    backupTaken,
    requestId,
  };
}

/**
 * Asked over a new connection, not assumed: a migration may have ended the transaction with a COMMIT of its own,
 * and a connection may be lost after the commit was sent.
 */
async function outcomeOf(credentials: Credentials, id: string | undefined): Promise<Outcome> {
  if (id === undefined) return "rolled back";
  try {
    return await withSingleConnection(credentials, async (connection) => {
      const query = sql`select txid_status(${id}) as status`;
      const [row] = await connection.execute<{ status: string }>(query);
      if (row?.status === "aborted") return "rolled back";
      return row?.status === "committed" ? "committed" : "unknown";
    });
  } catch {
    return "unknown";
  }
}
