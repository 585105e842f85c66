import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createGate, withDeadline } from "@/lib/db/deadlines";
import { Abandoned } from "@/lib/errors";

const refusal = () => new Error("full");

describe("a gate", () => {
  it("lets no more in at a time than it has places", async () => {
    const gate = createGate(2);
    let inside = 0;
    let most = 0;
    const visit = async () => {
      const leave = await gate.enter(10_000, refusal);
      most = Math.max(most, ++inside);
      await sleep(1);
      inside--;
      leave();
    };
    await Promise.all(Array.from({ length: 20 }, visit));
    expect(most).toBe(2);
  });

  it("lets in those who wait in the order in which they came", async () => {
    const gate = createGate(1);
    const leaveFirst = await gate.enter(10_000, refusal);
    const order: number[] = [];
    const visits = [1, 2, 3].map(async (number) => {
      const leave = await gate.enter(10_000, refusal);
      order.push(number);
      leave();
    });
    leaveFirst();
    await Promise.all(visits);
    expect(order).toEqual([1, 2, 3]);
  });

  it("F07: refuses who waited too long, and forgets them", async () => {
    const gate = createGate(1);
    const leave = await gate.enter(10_000, refusal);
    await expect(gate.enter(1, refusal)).rejects.toThrow("full");
    leave();
    (await gate.enter(1, refusal))();
    expect(await gate.enter(1, refusal)).toBeTypeOf("function");
  });

  it("is left alone by who went away, before or while waiting", async () => {
    const gate = createGate(1);
    const leave = await gate.enter(10_000, refusal);
    const leaving = new AbortController();
    const waiting = gate.enter(10_000, refusal, leaving.signal);
    leaving.abort();
    await expect(waiting).rejects.toThrow(Abandoned);
    leave();
    await expect(gate.enter(1, refusal, leaving.signal)).rejects.toThrow(Abandoned);
    expect(await gate.enter(1, refusal)).toBeTypeOf("function");
  });

  it("gains no place from someone who leaves twice", async () => {
    const gate = createGate(1);
    const leave = await gate.enter(10_000, refusal);
    leave();
    leave();
    await gate.enter(10_000, refusal);
    await expect(gate.enter(1, refusal)).rejects.toThrow("full");
  });
});

describe("a deadline", () => {
  const late = () => new Error("late");

  it("passes on what comes in time", async () => {
    expect(await withDeadline(Promise.resolve("value"), 10_000, late)).toBe("value");
    await expect(withDeadline(Promise.reject(new Error("own")), 10_000, late)).rejects.toThrow(
      "own",
    );
  });

  it("rejects when nothing comes, and ignores what comes later", async () => {
    let fail = (_: Error) => {};
    const promise = new Promise<never>((_, reject) => {
      fail = reject;
    });
    await expect(withDeadline(promise, 1, late)).rejects.toThrow("late");
    fail(new Error("unheard"));
    await sleep(1);
  });
});
