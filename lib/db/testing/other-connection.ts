// Test support: somebody else at the same database, beside the dashboard's own pool.
import postgres from "postgres";
import { env } from "@/lib/env";

export type OtherConnection = postgres.Sql;

/** One connection, so that what it locks stays locked. Runs `work`, then hangs up. */
export async function withOtherConnection<T>(
  work: (other: OtherConnection) => Promise<T>,
): Promise<T> {
  const { database } = env();
  const other = postgres({ ...database, username: database.user, max: 1, onnotice: () => {} });
  try {
    return await work(other);
  } finally {
    await other.end({ timeout: 1 });
  }
}

/** Resolves when some backend waits for a lock. */
export async function someoneWaits(other: OtherConnection): Promise<void> {
  for (;;) {
    const waiting =
      await other`select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
    if (waiting.length > 0) return;
  }
}
