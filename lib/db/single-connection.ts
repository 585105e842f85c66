// Server: one connection of its own for a migration run or a script. No deadlines: a migration may take its time.
import "server-only";
import { type SQLWrapper, sql } from "drizzle-orm";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Credentials } from "@/lib/db/credentials";
import { withDeadline } from "@/lib/db/deadlines";
import { isConnectionFault } from "@/lib/db/errors";
import { DatabaseUnavailable } from "@/lib/errors";

export type SingleConnection = Pick<PostgresJsDatabase, "execute"> & {
  /** Everything that `work` does is kept or nothing. */
  transaction<T>(mode: "read only" | "read write", work: () => Promise<T>): Promise<T>;
};

const connectMs = 10_000;

/** Opens the connection, hands it to `work` and closes it. @throws DatabaseUnavailable, also when it is lost. */
export async function withSingleConnection<T>(
  credentials: Credentials,
  work: (connection: SingleConnection) => Promise<T>,
): Promise<T> {
  let isLost = false;
  const client = postgres({
    ...credentials,
    username: credentials.user,
    max: 1,
    prepare: false,
    fetch_types: false,
    connect_timeout: 5,
    max_lifetime: null,
    onnotice: () => {},
    onclose: () => {
      isLost = true;
    },
    connection: { application_name: "fastapp-admin-migrate" },
  });
  try {
    // A server that closes during start-up is otherwise retried for ever.
    await withDeadline(client`select 1`, connectMs, unavailable);
    return await work(guarded(drizzle(client), () => isLost));
  } catch (error) {
    throw isConnectionFault(error) ? unavailable(error) : error;
  } finally {
    await client.end({ timeout: 1 });
  }
}

/**
 * The driver opens a new connection for the statement after a loss, outside the transaction, and its own `begin`
 * ends the process by rolling back on a closed socket: so nothing is sent any more once the connection is lost.
 */
function guarded(db: PostgresJsDatabase, isLost: () => boolean): SingleConnection {
  function execute<Row extends Record<string, unknown>>(query: SQLWrapper | string) {
    if (isLost()) throw unavailable();
    return db.execute<Row>(query);
  }
  return {
    execute,
    async transaction(mode, work) {
      // Read committed: whoever waited for a lock must see what the other one did.
      await execute(sql.raw(`begin isolation level read committed ${mode}`));
      try {
        const result = await work();
        await execute(sql`commit`);
        return result;
      } catch (error) {
        if (!isLost()) await execute(sql`rollback`);
        throw error;
      }
    },
  };
}

function unavailable(cause?: unknown) {
  return new DatabaseUnavailable("The database cannot be reached.", { cause });
}
