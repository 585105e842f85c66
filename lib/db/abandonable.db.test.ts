import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it, vi } from "vitest";
import { closePool, read, type Transaction } from "@/lib/db/client";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import { env } from "@/lib/env";
import { Abandoned } from "@/lib/errors";

const poolSize = env().POSTGRES_POOL_SIZE;
/** Far beyond what a test takes: nothing but a cancellation can end it in time. */
const deadlineMs = 120_000;

const ourStatements = () =>
  withOtherConnection(async (other) => [
    ...(await other<{ pid: number; state: string; query: string }[]>`
      select pid, state, query from pg_stat_activity
      where application_name = 'fastapp-admin' and datname = current_database()`),
  ]);

const sleepers = async () =>
  (await ourStatements()).filter(
    ({ state, query }) => state === "active" && query.includes("pg_sleep"),
  );

const pidOf = async (tx: Transaction) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return Number(row?.pid);
};

/** A reading that sleeps in the database, and the way to call it off. */
function sleeping(work: (tx: Transaction) => Promise<unknown> = (tx) => tx.execute(nap)) {
  const leaving = new AbortController();
  const reading = read(work, { deadlineMs, signal: leaving.signal });
  reading.catch(() => {});
  return { reading, leave: () => leaving.abort() };
}

const nap = sql`select pg_sleep(100)`;

afterAll(() => closePool());

describe("F08: a reading that nobody waits for any more", () => {
  it("ends in the database, and its connection serves the next one", async () => {
    await closePool();
    let pid = 0;
    const { reading, leave } = sleeping(async (tx) => {
      pid = await pidOf(tx);
      await tx.execute(nap);
    });
    await vi.waitUntil(async () => (await sleepers()).length === 1, { timeout: 30_000 });
    leave();
    await expect(reading).rejects.toThrow(Abandoned);
    expect(await sleepers()).toEqual([]);
    expect(await read(pidOf)).toBe(pid);
    expect(await ourStatements()).toHaveLength(1);
  });

  it("ends with all that it had sent, and with what it sends when one of them failed", async () => {
    const { reading, leave } = sleeping(async (tx) => {
      await Promise.allSettled([tx.execute(nap), tx.execute(nap), tx.execute(nap)]);
      await tx.execute(nap);
    });
    await vi.waitUntil(async () => (await sleepers()).length === 1, { timeout: 30_000 });
    leave();
    await expect(reading).rejects.toThrow(Abandoned);
    expect(await sleepers()).toEqual([]);
  });

  it("ends too where it was between two statements, and where it takes that for its deadline", async () => {
    let resume = () => {};
    const paused = new Promise<void>((resolve) => {
      resume = resolve;
    });
    let arrive = () => {};
    const between = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    const { reading, leave } = sleeping(async (tx) => {
      await pidOf(tx);
      arrive();
      await paused;
      await tx.execute(nap).catch(() => "taken for a deadline");
    });
    await between;
    leave();
    await sleep(5);
    resume();
    await expect(reading).rejects.toThrow(Abandoned);
    expect(await sleepers()).toEqual([]);
  });

  it("never takes another one's statement along, however late its cancellation arrives", async () => {
    const { read: readBehind, close } = await behindSlowCancellations();
    const pids = new Set<number>();
    // Every connection is lent again at once, and lost ones would be replaced.
    const neighbour = async () => {
      for (let round = 0; round < 200; round++) {
        const [row] = await readBehind(brief);
        pids.add(Number(row?.pid));
      }
    };
    const leaver = async () => {
      for (let round = 0; round < 100; round++) {
        const leaving = new AbortController();
        const reading = readBehind(brief, { signal: leaving.signal });
        setTimeout(() => leaving.abort(), round % 10);
        await reading.catch(({ name }: Error) => expect(name).toBe("Abandoned"));
      }
    };
    await Promise.all([leaver(), leaver(), ...Array.from({ length: poolSize }, neighbour)]);
    expect(pids.size).toBe(poolSize);
    await close();
  });

  it("takes no connection when it is called off before it begins", async () => {
    await closePool();
    const work = vi.fn();
    const reading = read(work, { signal: AbortSignal.abort() });
    await expect(reading).rejects.toThrow(Abandoned);
    expect(work).not.toHaveBeenCalled();
    expect(await ourStatements()).toEqual([]);
  });

  it("waits no longer for a free connection, and leaves its place to others", async () => {
    const served = Array.from({ length: poolSize }, () => sleeping());
    await vi.waitUntil(async () => (await sleepers()).length === poolSize, { timeout: 30_000 });
    const work = vi.fn();
    const leaving = new AbortController();
    const waiting = read(work, { signal: leaving.signal });
    const next = shortReading();
    leaving.abort();
    await expect(waiting).rejects.toThrow(Abandoned);
    expect(work).not.toHaveBeenCalled();
    served[0]?.leave();
    expect(await next).toBe(1);
    for (const { leave } of served) leave();
    await Promise.allSettled(served.map(({ reading }) => reading));
    expect(await sleepers()).toEqual([]);
  });

  it("is not disturbed by a signal that aborts when it is over", async () => {
    const leaving = new AbortController();
    const signal = leaving.signal;
    expect(await read(async () => "read", { signal })).toBe("read");
    leaving.abort();
    expect(await shortReading()).toBe(1);
  });
});

/** Long enough to be hit. */
function brief(tx: Transaction) {
  return tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid, pg_sleep(0.004)`);
}

/** The way to the database through something that keeps cancellations back for a while. */
async function behindSlowCancellations() {
  const { host, port } = env().database;
  const proxy = net.createServer((near) => {
    near.once("data", (first) => {
      const isCancellation = first.readInt32BE(4) === 80_877_102;
      setTimeout(() => far.write(first), isCancellation ? 3 : 0);
      near.pipe(far);
    });
    const far = net.connect(port, host).on("error", () => near.destroy());
    far.pipe(near).on("error", () => far.destroy());
    near.on("close", () => far.destroy());
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  // The next statement opens a pool, by the environment of then.
  await closePool();
  vi.resetModules();
  vi.stubEnv("POSTGRES_HOST", "127.0.0.1");
  vi.stubEnv("POSTGRES_PORT", String((proxy.address() as net.AddressInfo).port));
  const client = await import("@/lib/db/client");
  const close = async () => {
    await client.closePool();
    vi.unstubAllEnvs();
    proxy.close();
  };
  return { read: client.read, close };
}

async function shortReading(): Promise<number> {
  const [row] = await read((tx) => tx.execute<{ one: number }>(sql`select 1 as one`));
  return Number(row?.one);
}
