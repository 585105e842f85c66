// Server: attempts counted in the database, so that every instance counts alike and no header has a say.
import "server-only";
import { inArray, lt, sql } from "drizzle-orm";
import { write } from "@/lib/db/client";
import { adminRateLimits } from "@/lib/store/schema";

/** At most `max` attempts under `key` within 15 minutes of the first. */
export type Limit = { key: string; max: number };

/** Maps to 429 with Retry-After. */
export class TooManyAttempts extends Error {
  override name = "TooManyAttempts";

  constructor(readonly retryAfterS: number) {
    const minutes = Math.ceil(retryAfterS / 60);
    super(`Too many attempts. Try again in ${minutes} ${minutes === 1 ? "minute" : "minutes"}.`);
  }
}

const { key, count, windowStartedAt } = adminRateLimits;
const windowEnd = sql`${windowStartedAt} + interval '15 minutes'`;
const isOver = sql`${windowEnd} <= now()`;

/**
 * Takes one attempt from each limit, or from none when one of them is used up.
 * Taken before the attempt is made, so that simultaneous ones cannot slip through together.
 *
 * @param limits keys that many people share come last: their rows stay locked for the shortest time.
 * @throws TooManyAttempts
 */
export async function spend(limits: Limit[]): Promise<void> {
  await write(async (tx) => {
    const counted = await tx
      .insert(adminRateLimits)
      .values(limits.map((limit) => ({ key: limit.key, count: 1, windowStartedAt: sql`now()` })))
      .onConflictDoUpdate({
        target: key,
        set: {
          count: sql`case when ${isOver} then 1 else ${count} + 1 end`,
          windowStartedAt: sql`case when ${isOver} then now() else ${windowStartedAt} end`,
        },
      })
      .returning({ key, count, leftS: sql<number>`extract(epoch from ${windowEnd} - now())::int` });
    const spent = counted.filter((row) => limits.some((limit) => exceeds(row, limit)));
    // Thrown inside the transaction: what was taken from the other limits is taken back.
    if (spent.length > 0) throw new TooManyAttempts(Math.max(...spent.map((row) => row.leftS)));
  });
}

function exceeds(row: { key: string; count: number }, limit: Limit): boolean {
  return row.key === limit.key && row.count > limit.max;
}

/** Gives back what a successful attempt took: only failures count. */
export async function refund(limits: Limit[]): Promise<void> {
  const keys = limits.map((limit) => limit.key);
  await write(async (tx) => {
    await tx
      .update(adminRateLimits)
      .set({ count: sql`greatest(${count} - 1, 0)` })
      .where(inArray(key, keys));
    await tx.delete(adminRateLimits).where(lt(windowStartedAt, sql`now() - interval '1 day'`));
  });
}
