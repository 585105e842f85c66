// Server: applies migrations under a lock, leaving the ledger exactly as drizzle 0.x does.
import "server-only";
import { performance } from "node:perf_hooks";
import { sql } from "drizzle-orm";
import type { Credentials } from "@/lib/db/credentials";
import { pgFault } from "@/lib/db/errors";
import { type SingleConnection, withSingleConnection } from "@/lib/db/single-connection";
import { DatabaseUnavailable } from "@/lib/errors";
import type { MigrationSource } from "@/lib/migrations/facts";
import { statementsOf } from "@/lib/migrations/file-text";
import type { LedgerReader } from "@/lib/migrations/ledger";
import { statusWithin } from "@/lib/migrations/prefix-status";
import type { Outcome, RunEvent, StatementFailure } from "@/lib/migrations/run-events";
import {
  type Finding,
  type MigrationStatus,
  type PrefixStatus,
  pendingOf,
  problemsOf,
} from "@/lib/model/migration-status";

/** One lock for all prefixes of a database, since one prefix's tables may refer to another's. */
const lockKey = sql.raw("hashtext('fastapp-admin migrations')");
/** A statement that waits longer for a table holds up everyone who comes after it. */
const lockTimeout = "10s";

/**
 * Applies what is pending, prefix by prefix, and stops at the first that fails or is refused.
 * Each prefix is one transaction, lock included, so a run that is killed leaves nothing behind.
 * @returns whether every prefix is up to date. @throws DatabaseUnavailable
 */
export async function applyMigrations(
  sources: MigrationSource[],
  credentials: Credentials,
  report: (event: RunEvent) => void,
): Promise<boolean> {
  for (const source of sources) {
    const events = await applyPrefix(source, credentials, () =>
      report({ prefix: source.prefix, kind: "waiting" }),
    );
    events.forEach(report);
    if (events.some(({ kind }) => kind === "refused" || kind === "failed")) return false;
  }
  return true;
}

async function applyPrefix(
  source: MigrationSource,
  credentials: Credentials,
  onWait: () => void,
): Promise<RunEvent[]> {
  const { prefix } = source;
  let transactionId: string | undefined;
  const fail = async (reason: string, failure?: StatementFailure): Promise<RunEvent[]> => {
    const outcome = await outcomeOf(credentials, transactionId);
    return [{ prefix, kind: "failed", reason, outcome, ...(failure && { failure }) }];
  };
  try {
    return await withSingleConnection(credentials, (connection) =>
      connection.transaction("read write", async () => {
        await takeLock(connection, onWait);
        const status = await statusWithin(connection, source);
        const findings = blockingFindings(status);
        if (findings.length > 0) return [{ prefix, kind: "refused", findings }];
        const pending = pendingOf(status);
        if (pending.length === 0) return [{ prefix, kind: "nothing to do" }];

        transactionId = await currentTransaction(connection);
        await createLedger(connection, source);
        const events: RunEvent[] = [];
        for (const migration of pending) events.push(await applyOne(connection, source, migration));
        return events;
      }),
    );
  } catch (error) {
    if (error instanceof StatementFailed) return fail(error.message, error.failure);
    if (error instanceof DatabaseUnavailable) {
      if (transactionId === undefined) throw error;
      return fail(error.message);
    }
    const fault = pgFault(error) as PostgresMessage | undefined;
    if (!fault) throw error;
    return fail(`${fault.code}: ${fault.message}`);
  }
}

async function applyOne(
  connection: SingleConnection,
  source: MigrationSource,
  migration: MigrationStatus,
): Promise<RunEvent> {
  const start = performance.now();
  await runStatements(connection, migration);
  await record(connection, source, migration);
  const ms = Math.round(performance.now() - start);
  const { tag, statements } = migration;
  return { prefix: source.prefix, kind: "applied", tag, statements, ms };
}

async function takeLock(tx: LedgerReader, onWait: () => void): Promise<void> {
  await tx.execute(sql`set local statement_timeout = 0; set local lock_timeout = 0`);
  const [attempt] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(${lockKey}) as taken`,
  );
  if (!attempt?.taken) {
    onWait();
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
  }
  await tx.execute(sql`set local lock_timeout = ${sql.raw(`'${lockTimeout}'`)}`);
}

function blockingFindings(status: PrefixStatus): Finding[] {
  const blocking = problemsOf(status).flatMap(({ finding }) => (finding.blocks ? [finding] : []));
  const isForeign = status.layout === "v1" && pendingOf(status).length > 0;
  return isForeign ? [...blocking, newerLayout] : blocking;
}

const newerLayout: Finding = {
  state: "blocked",
  severity: "critical",
  headline: "The folder has the layout of drizzle v1",
  sentence: "Drizzle 0.45, which this runner stands for, cannot run it.",
  evidence: [],
  remedy: "Apply it with the drizzle-kit that made it.",
};

/** The text that drizzle-orm 0.45 uses, so that both make the same table. */
async function createLedger(tx: LedgerReader, { ledger }: MigrationSource): Promise<void> {
  const schema = sql.identifier(ledger.schema);
  await tx.execute(sql`create schema if not exists ${schema}`);
  await tx.execute(sql`
    create table if not exists ${schema}.${sql.identifier(ledger.table)} (
      id serial primary key,
      hash text not null,
      created_at bigint
    )
  `);
}

async function runStatements(tx: LedgerReader, { tag, sql: text }: MigrationStatus): Promise<void> {
  const statements = statementsOf(text ?? "");
  for (const [index, statement] of statements.entries()) {
    try {
      await tx.execute(sql.raw(statement));
    } catch (error) {
      const fault = pgFault(error) as PostgresMessage | undefined;
      if (!fault) throw error;
      const where = { tag, statement, index: index + 1, total: statements.length };
      throw new StatementFailed({ ...where, ...said(fault) }, error);
    }
  }
}

async function record(
  tx: LedgerReader,
  { ledger }: MigrationSource,
  { hash, when }: MigrationStatus,
): Promise<void> {
  await tx.execute(sql`
    insert into ${sql.identifier(ledger.schema)}.${sql.identifier(ledger.table)} (hash, created_at)
    values (${hash}, ${when})
  `);
}

async function currentTransaction(tx: LedgerReader): Promise<string | undefined> {
  const [row] = await tx.execute<{ id: string }>(sql`select txid_current()::text as id`);
  return row?.id;
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

/** What `pgFault` finds, with the parts that may be shown to whoever wrote the statement. */
type PostgresMessage = {
  code: string;
  message: string;
  detail?: string;
  hint?: string;
  position?: string;
};

function said({ code, message, detail, hint, position }: PostgresMessage) {
  return { code, message, detail, hint, position: position ? Number(position) : undefined };
}

class StatementFailed extends Error {
  override name = "StatementFailed";
  constructor(
    readonly failure: StatementFailure,
    cause: unknown,
  ) {
    super(failure.message, { cause });
  }
}
