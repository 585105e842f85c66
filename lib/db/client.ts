// Server: the way to the database. Every statement of the dashboard runs in a transaction with known session facts and a deadline.
import "server-only";
import { drizzle } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import { abandonable } from "@/lib/db/abandonable";
import type { Connection, Database } from "@/lib/db/connection";
import { withDeadline } from "@/lib/db/deadlines";
import { isConflict, isConnectionFault, isConnectionLost, withoutValues } from "@/lib/db/errors";
import { createPool, type Lending, type Pool } from "@/lib/db/pool";
import { dbSchema } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { DatabaseUnavailable } from "@/lib/errors";

/** What runs on it is kept or undone as a whole, with the work that it was handed to. */
export type Transaction = Omit<Database, "transaction" | "$client">;

const lockMs = 2_500;
const defaultDeadlineMs = 5_000;
/** Beyond the database's own limit: time for the cancellation to arrive before the connection is given up. */
const graceMs = 2_000;
const conflictAttempts = 3;

// Bundles and hot reloads may load this module more than once; the pool is one per process.
const holder = globalThis as { fastappAdminPool?: Pool };

function pool(): Pool {
  const { database, POSTGRES_POOL_SIZE } = env();
  holder.fastappAdminPool ??= createPool(database, POSTGRES_POOL_SIZE);
  return holder.fastappAdminPool;
}

/** Ends every connection after `timeoutS` seconds at the most; the next call opens new ones. */
export async function closePool(timeoutS = 5): Promise<void> {
  const closing = holder.fastappAdminPool;
  holder.fastappAdminPool = undefined;
  await closing?.close(timeoutS * 1_000);
}

type Limits = { deadlineMs?: number };

type ReadLimits = Limits & {
  /** Once it aborts, the statement that runs is cancelled in the database too, and no other begins. */
  signal?: AbortSignal | undefined;
};

/**
 * Drizzle over the app's own tables, for typed statements in code. It knows no session facts and the database knows
 * no deadline for it: the dashboard itself goes through `read` and `write`.
 */
export const db: Database = drizzle(borrowingClient(), { schema: dbSchema });

/**
 * Runs `work` in a read-only transaction; again, once, when the connection is lost. At first its first statement does
 * not wait for the answer to `begin`.
 * @throws DatabaseUnavailable, Abandoned
 */
export async function read<T>(
  work: (tx: Transaction) => Promise<T>,
  limits: ReadLimits = {},
): Promise<T> {
  try {
    return await transact("read only", { ...limits, isAhead: true }, work);
  } catch (error) {
    if (!isConnectionLost(error)) throw error;
    return await transact("read only", limits, work);
  }
}

/**
 * Runs `work` in one transaction: all of it is kept or none. Serialization failures and deadlocks are tried again,
 * so `work` must do nothing outside the database. @throws DatabaseUnavailable
 */
export async function write<T>(
  work: (tx: Transaction) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact("read write", limits, work);
    } catch (error) {
      if (attempt === conflictAttempts || !isConflict(error)) throw error;
    }
  }
}

function transact<T>(
  accessMode: "read only" | "read write",
  { deadlineMs = defaultDeadlineMs, ...lending }: Limits & Lending,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const opening = `begin ${accessMode}; ${sessionFacts(deadlineMs)}`;
  const frame = accessMode === "read only" ? inReading : inTransaction;
  const use = (connection: Connection) =>
    frame(connection, () => abandonable(connection, lending.signal, () => work(connection.db)));
  return borrow(opening, deadlineMs, use, lending);
}

/** Hands a connection on which `opening` was run to `use`, for a limited time. @throws DatabaseUnavailable, Abandoned */
async function borrow<T>(
  opening: string,
  deadlineMs: number,
  use: (connection: Connection) => Promise<T>,
  lending: Lending = {},
): Promise<T> {
  try {
    const { connection, giveBack } = await pool().lend(opening, lending);
    try {
      return await withDeadline(use(connection), deadlineMs + graceMs, () => {
        // Silent beyond its own limit, or busy with more statements than it has time for.
        connection.discard();
        return new DatabaseUnavailable("The database did not answer in time.");
      });
    } finally {
      giveBack();
    }
  } catch (error) {
    const fault = withoutValues(error);
    throw isConnectionFault(fault)
      ? new DatabaseUnavailable("The database cannot be reached.", { cause: fault })
      : fault;
  }
}

/** Nobody waits for the end of a transaction that kept nothing: the connection's next statement stands behind it. */
async function inReading<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    connection.client.unsafe("commit").catch(connection.discard);
    return result;
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

/** Commits what `work` did, or rolls it back when `work` fails. */
async function inTransaction<T>(connection: Connection, work: () => Promise<T>): Promise<T> {
  try {
    const result = await work();
    const { command } = await connection.client.unsafe("commit");
    if (command === "ROLLBACK") {
      throw new Error("A statement failed and its error was caught: nothing was kept.");
    }
    return result;
  } catch (error) {
    await rollBack(connection);
    throw error;
  }
}

async function rollBack(connection: Connection): Promise<void> {
  if (connection.isLost()) return;
  try {
    await connection.client.unsafe("rollback");
  } catch {
    connection.discard();
  }
}

/** As much of the driver's client as Drizzle uses; each statement or transaction borrows a connection for itself. */
function borrowingClient(): postgres.Sql {
  const unsafe: postgres.Sql["unsafe"] = (query, parameters, options) => {
    let wantsValues = false;
    const run = async ({ client }: Connection) => {
      const pending = client.unsafe(query, parameters, options);
      return wantsValues ? await pending.values() : await pending;
    };
    // Begins after `values` may have been called.
    const result = Promise.resolve().then(() => borrow("", defaultDeadlineMs, run));
    const values = () => {
      wantsValues = true;
      return result;
    };
    return Object.assign(result, { values }) as never;
  };
  const begin = (work: (client: postgres.Sql) => Promise<unknown>) =>
    borrow("begin", defaultDeadlineMs, (connection) =>
      inTransaction(connection, () => work(connection.client)),
    );
  const options = { parsers: {}, serializers: {} };
  return { unsafe, begin, options } as unknown as postgres.Sql;
}

/**
 * Literals depend on these settings, and a pooler or `ALTER DATABASE … SET` may have changed any of them:
 * stated in every transaction, they hold whatever lies between.
 */
function sessionFacts(deadlineMs: number): string {
  return [
    "set local timezone = 'UTC'",
    "set local datestyle = 'ISO, YMD'",
    "set local intervalstyle = 'postgres'",
    "set local extra_float_digits = 1",
    "set local bytea_output = 'hex'",
    `set local lock_timeout = ${lockMs}`,
    `set local statement_timeout = ${Math.trunc(deadlineMs)}`,
  ].join("; ");
}
