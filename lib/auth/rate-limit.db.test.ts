import { eq, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { refund, spend, TooManyAttempts } from "@/lib/auth/rate-limit";
import { read, write } from "@/lib/db/client";
import { adminRateLimits } from "@/lib/store/schema";

const limit = (key: string, max = 3) => ({ key, max });

async function countOf(key: string): Promise<number | undefined> {
  const [row] = await read((tx) =>
    tx.select().from(adminRateLimits).where(eq(adminRateLimits.key, key)),
  );
  return row?.count;
}

function moveWindow(key: string, minutes: number) {
  return write((tx) =>
    tx
      .update(adminRateLimits)
      .set({ windowStartedAt: sql`now() - make_interval(mins => ${minutes})` })
      .where(eq(adminRateLimits.key, key)),
  );
}

describe("attempts", () => {
  it("end with the last allowed one and say when to come back", async () => {
    for (let attempt = 1; attempt <= 3; attempt++) await spend([limit("a")]);
    await moveWindow("a", 3);
    await expect(spend([limit("a")])).rejects.toThrow(
      "Too many attempts. Try again in 12 minutes.",
    );
  });

  it("begin anew when the window has passed by the database's clock", async () => {
    for (let attempt = 1; attempt <= 3; attempt++) await spend([limit("b")]);
    await moveWindow("b", 15);
    await spend([limit("b")]);
    expect(await countOf("b")).toBe(1);
  });

  it("cannot slip through side by side", async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, () => spend([limit("c", 5), limit("c-shared", 100)])),
    );
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(5);
    const reasons = results.flatMap((result) =>
      result.status === "rejected" ? [result.reason] : [],
    );
    expect(reasons.every((reason) => reason instanceof TooManyAttempts)).toBe(true);
  });

  it("that one limit refuses take nothing from the others", async () => {
    for (let attempt = 1; attempt <= 3; attempt++) await spend([limit("d"), limit("d-shared", 10)]);
    await expect(spend([limit("d"), limit("d-shared", 10)])).rejects.toThrow(TooManyAttempts);
    expect(await countOf("d-shared")).toBe(3);
  });

  it("leave no row for a new key while a shared limit is used up", async () => {
    await spend([limit("e-shared", 1)]);
    await expect(spend([limit("e-new"), limit("e-shared", 1)])).rejects.toThrow(TooManyAttempts);
    expect(await countOf("e-new")).toBeUndefined();
  });

  it("that succeed are given back, and yesterday's are forgotten", async () => {
    await spend([limit("f")]);
    await spend([limit("f-old")]);
    await moveWindow("f-old", 25 * 60);
    await refund([limit("f")]);
    expect(await countOf("f")).toBe(0);
    expect(await countOf("f-old")).toBeUndefined();
  });
});
