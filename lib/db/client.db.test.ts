import { setTimeout as sleep } from "node:timers/promises";
import { inspect } from "node:util";
import { sql } from "drizzle-orm";
import { afterAll, describe, expect, it } from "vitest";
import { closePool, db, read, write } from "@/lib/db/client";
import { isQueryCanceled, pgCode } from "@/lib/db/errors";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import { env } from "@/lib/env";
import { DatabaseUnavailable } from "@/lib/errors";

const poolSize = env().POSTGRES_POOL_SIZE;

afterAll(() => closePool());

const one = () => read((tx) => tx.execute(sql`select 1 as one`));
const backendOf = async (tx: { execute: typeof db.execute }) => {
  const [row] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`);
  return Number(row?.pid);
};

const ownBackends = () =>
  withOtherConnection(async (other) => {
    const rows = await other<{ query: string; state: string }[]>`
      select query, state from pg_stat_activity
      where application_name = 'fastapp-admin' and datname = current_database()`;
    return [...rows];
  });

const killAll = () =>
  withOtherConnection(
    (other) => other`
      select pg_terminate_backend(pid) from pg_stat_activity
      where application_name = 'fastapp-admin' and datname = current_database()`,
  );

describe("F08: a slow statement", () => {
  it("ends at its deadline, and nothing of it is left running", async () => {
    const slow = read((tx) => tx.execute(sql`select pg_sleep(60)`), { deadlineMs: 50 });
    const error = await slow.catch((reason: unknown) => reason);
    expect(isQueryCanceled(error)).toBe(true);
    expect((await ownBackends()).filter(({ state }) => state === "active")).toEqual([]);
    expect(await one()).toHaveLength(1);
  });

  it("F06: is given up with its connection when the backend does not answer, and others go on", async () => {
    const deaf = read(
      async (tx) => {
        await tx.execute(sql`set local statement_timeout = 0`);
        await tx.execute(sql`select pg_sleep(30)`);
      },
      { deadlineMs: 50 },
    );
    const meanwhile = Promise.all(Array.from({ length: 20 }, one));
    await expect(deaf).rejects.toThrow(DatabaseUnavailable);
    expect(await meanwhile).toHaveLength(20);
    expect(await one()).toHaveLength(1);
  });
});

describe("F07: when every connection is busy", () => {
  it("the next caller is told so in time, and those who are being served finish", async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const served = Array.from({ length: poolSize }, (_, number) =>
      read(async (tx) => {
        const [row] = await tx.execute(sql`select ${number}::int as number`);
        await finished;
        return row?.number;
      }),
    );
    const startedAt = performance.now();
    await expect(one()).rejects.toThrow(DatabaseUnavailable);
    expect(performance.now() - startedAt).toBeLessThan(6_000);
    finish();
    expect(await Promise.all(served)).toEqual(served.map((_, number) => number));
    expect(await one()).toHaveLength(1);
  });
});

describe("a connection that is lost", () => {
  it("F02: while idle is replaced before anyone notices, for reading and for writing", async () => {
    await Promise.all(Array.from({ length: poolSize }, one));
    await killAll();
    await Promise.all(Array.from({ length: poolSize * 2 }, one));
    await killAll();
    const writes = Array.from({ length: poolSize }, () => write((tx) => tx.execute(sql`select 1`)));
    expect(await Promise.all(writes)).toHaveLength(poolSize);
  });

  it("in the middle of reading is replaced, and the reading begins again", async () => {
    const backends: number[] = [];
    const result = await read(async (tx) => {
      backends.push(await backendOf(tx));
      if (backends.length === 1)
        await tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`);
      return "read";
    });
    expect(result).toBe("read");
    expect(new Set(backends).size).toBe(2);
  });

  it("between two statements does not let the second run outside its transaction", async () => {
    await write((tx) => tx.execute(sql`create table base_halves (half text)`));
    const writing = write(async (tx) => {
      await tx.execute(sql`insert into base_halves values ('first')`);
      const pid = await backendOf(tx);
      await withOtherConnection((other) => other`select pg_terminate_backend(${pid})`);
      await sleep(50);
      await tx.execute(sql`insert into base_halves values ('second')`);
    });
    await expect(writing).rejects.toThrow(DatabaseUnavailable);
    expect(await read((tx) => tx.execute(sql`select * from base_halves`))).toHaveLength(0);
  });

  it("leaves nothing behind for the next statement", async () => {
    for (let round = 0; round < 5; round++) {
      const lost = write((tx) => tx.execute(sql`select pg_terminate_backend(pg_backend_pid())`));
      await expect(lost).rejects.toThrow(DatabaseUnavailable);
      expect(await one()).toHaveLength(1);
      expect(await db.execute(sql`select 1`)).toHaveLength(1);
    }
  });
});

describe("a transaction", () => {
  it("is undone as a whole when its work fails", async () => {
    await write((tx) => tx.execute(sql`create table base_marks (mark text)`));
    const failing = write(async (tx) => {
      await tx.execute(sql`insert into base_marks values ('lost')`);
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    expect(await read((tx) => tx.execute(sql`select * from base_marks`))).toHaveLength(0);
  });

  it("does not claim to be kept when the error of a statement was swallowed", async () => {
    const careless = write(async (tx) => {
      await tx.execute(sql`insert into base_marks values ('lost')`);
      await tx.execute(sql`select 1 / 0`).catch(() => {});
    });
    await expect(careless).rejects.toThrow("nothing was kept");
    expect(await one()).toHaveLength(1);
  });

  it("that reads cannot write", async () => {
    const writing = read((tx) => tx.execute(sql`insert into base_marks values ('x')`));
    expect(pgCode(await writing.catch((error: unknown) => error))).toBe("25006");
  });

  it("M7: that fails says so without the values that were sent", async () => {
    const error: Error = await read((tx) => tx.execute(sql`select ${"c4nary"}::uuid`)).catch(
      (reason) => reason,
    );
    expect(pgCode(error)).toBe("22P02");
    expect(inspect(error, { depth: null })).not.toContain("c4nary");
  });

  it("is one for Drizzle's own db.transaction too", async () => {
    const failing = db.transaction(async (tx) => {
      await tx.execute(sql`insert into base_marks values ('lost')`);
      throw new Error("the work failed");
    });
    await expect(failing).rejects.toThrow("the work failed");
    await db.transaction((tx) => tx.execute(sql`insert into base_marks values ('kept')`));
    expect(await db.execute(sql`select * from base_marks`)).toEqual([{ mark: "kept" }]);
  });
});

describe("the pool", () => {
  it("ends its connections when it is closed, and opens new ones when asked again", async () => {
    await one();
    await closePool();
    expect(await ownBackends()).toEqual([]);
    expect(await one()).toHaveLength(1);
  });

  it("F15: lets a running transaction finish before it closes", async () => {
    const writing = write(async (tx) => {
      await sleep(100);
      await tx.execute(sql`insert into base_marks values ('in time')`);
    });
    await sleep(20);
    await closePool();
    await writing;
    expect(await db.execute(sql`select from base_marks where mark = 'in time'`)).toHaveLength(1);
  });
});
