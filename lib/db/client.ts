// Server: the only file that opens connections. Every statement runs in a transaction with known session facts and a deadline.
import "server-only";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { createGate, type Gate, withDeadline } from "@/lib/db/deadlines";
import { isConflict, isConnectionFault, isConnectionLost } from "@/lib/db/errors";
import { dbSchema } from "@/lib/db/schema";
import { env } from "@/lib/env";
import { DatabaseUnavailable } from "@/lib/errors";

type Database = ReturnType<typeof connect>["db"];
export type Transaction = Parameters<Parameters<Database["transaction"]>[0]>[0];

const acquireMs = 2_500;
const lockMs = 2_500;
const defaultDeadlineMs = 5_000;
/** Beyond the database's own limit: time for the cancellation to arrive before the connection is given up. */
const graceMs = 2_000;
/** Left for the queries through `db`, which do not pass the gate. */
const ungatedConnections = 1;
const conflictAttempts = 3;

/** Literals pass as they are, also where the driver would convert what it takes for a JavaScript value. */
const literalTypes = {
  bool: {
    to: 16,
    from: [16],
    serialize: (value: unknown) => (typeof value === "string" ? value : value ? "t" : "f"),
    parse: (text: string) => text === "t",
  },
  bytea: {
    to: 17,
    from: [17],
    serialize: (value: unknown) =>
      typeof value === "string" ? value : `\\x${Buffer.from(value as Uint8Array).toString("hex")}`,
    parse: (text: string) => Buffer.from(text.slice(2), "hex"),
  },
};

function connect() {
  const { database, POSTGRES_POOL_SIZE } = env();
  const client = postgres({
    ...database,
    username: database.user,
    max: POSTGRES_POOL_SIZE,
    // Works behind a transaction pooler, and every plan fits its own values.
    prepare: false,
    fetch_types: false,
    connect_timeout: 5,
    idle_timeout: 300,
    onnotice: () => {},
    types: literalTypes,
    connection: { application_name: "fastapp-admin" },
  });
  const db = drizzle(client, { schema: dbSchema });
  return { client, db, gate: createGate(POSTGRES_POOL_SIZE - ungatedConnections) };
}

// Bundles and hot reloads may load this module more than once; the pool is one per process.
const holder = globalThis as { fastappAdminPool?: ReturnType<typeof connect> };

function pool() {
  holder.fastappAdminPool ??= connect();
  return holder.fastappAdminPool;
}

/** Ends every connection after `timeoutS` seconds at the most; the next call opens new ones. */
export async function closePool(timeoutS = 5): Promise<void> {
  const closing = holder.fastappAdminPool;
  holder.fastappAdminPool = undefined;
  await closing?.client.end({ timeout: timeoutS });
}

type Limits = { deadlineMs?: number };

/**
 * Drizzle over the app's own tables, for typed statements in code. It has neither deadline nor session facts:
 * the dashboard itself goes through `read` and `write`.
 */
export const db = new Proxy({} as Database, {
  get: (_, key) => Reflect.get(pool().db, key),
});

/** Runs `work` in a read-only transaction; again, once, when the connection is lost. @throws DatabaseUnavailable */
export async function read<T>(
  work: (tx: Transaction) => Promise<T>,
  limits: Limits = {},
): Promise<T> {
  try {
    return await transact("read only", limits, work);
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

async function transact<T>(
  accessMode: "read only" | "read write",
  { deadlineMs = defaultDeadlineMs }: Limits,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const { db, gate } = pool();
  const leave = await enter(gate);
  try {
    const running = db.transaction(async (tx) => {
      await tx.execute(sql.raw(sessionFacts(accessMode, deadlineMs)));
      return work(tx);
    });
    return await withDeadline(running, deadlineMs + graceMs, () => {
      // Silent beyond its own limit: these connections are dead, and waiting for them would hold everyone up.
      void closePool(0);
      return new DatabaseUnavailable("The database did not answer in time.");
    });
  } catch (error) {
    throw isConnectionFault(error) ? unavailable(error) : error;
  } finally {
    leave();
  }
}

function unavailable(cause: unknown) {
  return new DatabaseUnavailable("The database cannot be reached.", { cause });
}

function enter(gate: Gate) {
  return gate.enter(acquireMs, () => new DatabaseUnavailable("Every connection is busy."));
}

/**
 * Literals depend on these settings, and a pooler or `ALTER DATABASE … SET` may have changed any of them:
 * stated in every transaction, they hold whatever lies between.
 */
function sessionFacts(accessMode: "read only" | "read write", deadlineMs: number): string {
  return [
    `set transaction ${accessMode}`,
    "set local timezone = 'UTC'",
    "set local datestyle = 'ISO, YMD'",
    "set local intervalstyle = 'postgres'",
    "set local extra_float_digits = 1",
    "set local bytea_output = 'hex'",
    `set local lock_timeout = ${lockMs}`,
    `set local statement_timeout = ${Math.trunc(deadlineMs)}`,
  ].join("; ");
}
