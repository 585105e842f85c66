// Server: work in the database that ends there too when nobody waits for it any more.
import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection } from "@/lib/db/connection";
import { Abandoned } from "@/lib/errors";

/** Before a cancellation is sent again; doubled each time. */
const pauseMs = 25;

/**
 * Settles only when `work` has, and when no cancellation is under way that could meet what the connection runs next.
 * @throws Abandoned once `signal` is aborted, whatever `work` made of it
 */
export async function abandonable<T>(
  connection: Connection,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<T> {
  if (!signal) return work();
  if (signal.aborted) throw new Abandoned();
  const working = work();
  let cancelling: Promise<void> | undefined;
  const cancel = () => {
    cancelling = cancelUntilEnded(connection, working);
  };
  signal.addEventListener("abort", cancel);
  const [outcome] = await Promise.allSettled([working]);
  signal.removeEventListener("abort", cancel);
  await cancelling;
  if (signal.aborted) throw new Abandoned();
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}

/** A cancellation that arrives between two statements ends neither, so it is repeated. */
async function cancelUntilEnded(connection: Connection, working: Promise<unknown>): Promise<void> {
  let hasEnded = false;
  const ended = working
    .catch(() => {})
    .then(() => {
      hasEnded = true;
    });
  for (let ms = pauseMs; !hasEnded && !connection.isLost(); ms *= 2) {
    // Whether it may yet arrive is unknown then, and it must not meet another borrower's statement.
    await connection.cancel().catch(connection.discard);
    await Promise.race([ended, sleep(ms, undefined, { ref: false })]);
  }
}
