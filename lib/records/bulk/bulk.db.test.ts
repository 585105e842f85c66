import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { read, write } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { BulkAct, BulkLine, PickedRecord } from "@/lib/model/bulk";
import { everything } from "@/lib/model/filter/filter";
import { type Matching, parseMatching } from "@/lib/model/list-params";
import { rehearseBulk } from "@/lib/records/bulk/rehearse";
import { type BulkRun, preparedBulk } from "@/lib/records/bulk/run";
import type { Selected } from "@/lib/records/bulk/walk";
import { testActor } from "@/lib/records/testing/actors";
import { rowCount, run, tableNamed } from "@/lib/records/testing/tables";
import { adminChanges } from "@/lib/store/schema";

const [viewer, owner] = [testActor("viewer"), testActor("owner")];
const all: Selected = { matching: { where: everything, search: "" } };

beforeAll(() =>
  run(`
    create table base_bulk (
      a text, "B" integer, note text, amount numeric(10, 2), state text not null default 'new',
      "apiKey" text, updated_at timestamptz not null default '2020-01-01 00:00:00.000001+00',
      primary key (a, "B"), constraint no_big check (amount is distinct from 7 or "B" <> 13),
      constraint one_loud unique (state, "B")
    );
    create table base_bulk_lines (id integer primary key, a text, b integer,
      foreign key (a, b) references base_bulk on delete cascade);
    create table base_bulk_kept (id integer primary key, a text, b integer,
      foreign key (a, b) references base_bulk);
  `),
);

beforeEach(async () => {
  await run("truncate base_bulk, base_bulk_lines, base_bulk_kept");
  // Ties in the first part of the key, over more than two chunks.
  await run(`insert into base_bulk (a, "B", note, amount)
    select 'k' || (n % 3), n, case when n % 5 = 0 then null when n % 5 = 1 then '' else 'note' end, n
    from generate_series(1, 2500) as n`);
});

const table = () => tableNamed("base_bulk");
const raw = () => run(`select * from base_bulk order by a, "B"`);

async function matching(where: string): Promise<{ matching: Matching }> {
  const parsed = parseMatching((await table()).resource, { where });
  expect(parsed.notices).toEqual([]);
  return { matching: parsed.matching };
}

type Asked = Partial<BulkRun> & { act: BulkAct };

async function bulk(
  asked: Asked,
  onLine: (line: BulkLine) => void = () => {},
  stop = new AbortController(),
) {
  const started = await preparedBulk(await table(), {
    selected: all,
    promised: 1_000_000,
    submissionId: randomUUID(),
    actorNow: async () => owner,
    ...asked,
  });
  if (typeof started !== "function") return { refused: started, lines: [], group: "" };
  const lines: BulkLine[] = [];
  await started((line) => {
    lines.push(line);
    onLine(line);
  }, stop.signal);
  const [begun] = lines;
  const last = lines.findLast((line) => line.kind === "progress");
  const end = lines.at(-1);
  return { lines, last, end, group: begun?.kind === "begun" ? begun.group : "" };
}

const changesOf = (group: string) =>
  read((tx) => tx.select().from(adminChanges).where(eq(adminChanges.groupId, group)));

const setNote: BulkAct = { kind: "set", values: { note: "all" } };

describe("an act on everything", () => {
  it("A29: changes each record once, with one line of the history each, in one group", async () => {
    const { last, end, group } = await bulk({ act: setNote });
    expect(end).toEqual({ kind: "ended", state: "done" });
    expect(last).toMatchObject({ done: 2500, changed: 2500, unchanged: 0, failed: 0 });
    expect(await rowCount("base_bulk where note = 'all' and updated_at > '2021-01-01'")).toBe(2500);
    const changes = await changesOf(group);
    expect(new Set(changes.map(({ recordId }) => recordId)).size).toBe(2500);
    const first = changes.find(({ recordId }) => recordId === "k1,1");
    expect(first).toMatchObject({ action: "update", actorId: owner.id, recordTitle: "k1, 1" });
    expect(first?.before).toEqual({ note: "", updated_at: "2020-01-01 00:00:00.000001+00" });
    expect(first?.after).toMatchObject({ note: "all" });
  });

  it("leaves those alone that already hold the value, however it is written", async () => {
    const { last, group } = await bulk({ act: { kind: "set", values: { amount: "0012.0" } } });
    expect(last).toMatchObject({ done: 2500, changed: 2499, unchanged: 1 });
    expect((await changesOf(group)).map(({ recordId }) => recordId)).not.toContain("k0,12");
    expect(await rowCount("base_bulk where updated_at < '2021-01-01'")).toBe(1);
  });

  it("tells NULL, the empty text and a value apart", async () => {
    const { last } = await bulk({ act: { kind: "set", values: { note: null } } });
    expect(last).toMatchObject({ changed: 2000, unchanged: 500 });
    const again = await bulk({ act: { kind: "set", values: { note: "" } } });
    expect(again.last).toMatchObject({ changed: 2500, unchanged: 0 });
  });

  it("deletes with what hangs on it", async () => {
    await run(
      "insert into base_bulk_lines select n, 'k' || (n % 3), n from generate_series(1, 20) n",
    );
    const { last, group } = await bulk({
      act: { kind: "delete" },
      selected: await matching("lte(B,10)"),
    });
    expect(last).toMatchObject({ changed: 10 });
    expect(await rowCount("base_bulk")).toBe(2490);
    expect(await rowCount("base_bulk_lines")).toBe(10);
    const [change] = await changesOf(group);
    expect(change?.before).toMatchObject({ state: "new", amount: expect.stringMatching(/\.00$/) });
  });

  it("touches only what matches when its turn comes", async () => {
    await run(`update base_bulk set state = 'old' || "B" where "B" % 2 = 0`);
    const again = await bulk({
      act: { kind: "set", values: { note: "x" } },
      selected: await matching("is(state,new)"),
    });
    expect(again.last).toMatchObject({ changed: 1250 });
    expect(await rowCount("base_bulk where note = 'x' and state <> 'new'")).toBe(0);
  });
});

describe("records that refuse", () => {
  it("are left and told by name; the others are changed", async () => {
    const { last, end, lines } = await bulk({ act: { kind: "set", values: { amount: "7" } } });
    expect(end).toMatchObject({ state: "done" });
    expect(last).toMatchObject({ changed: 2498, unchanged: 1, failed: 1 });
    const failures = lines.flatMap((line) => (line.kind === "progress" ? line.failures : []));
    expect(failures).toEqual([
      {
        id: "k1,13",
        title: "k1, 13",
        sentence: "The rule “no_big” of the table does not allow these values.",
      },
    ]);
  });

  it("are those that others refer to", async () => {
    await run("insert into base_bulk_kept values (1, 'k1', 1), (2, 'k1', 1)");
    const { last, lines } = await bulk({ act: { kind: "delete" } });
    expect(last).toMatchObject({ changed: 2499, failed: 1 });
    expect(JSON.stringify(lines)).toContain("base_bulk_kept still refer");
  }, 20_000);

  it("are those that someone else holds", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let tellLocked = () => {};
    const locked = new Promise<void>((resolve) => {
      tellLocked = resolve;
    });
    const holding = write(
      async (tx) => {
        await tx.execute(sql`select from base_bulk where "B" = 5 for update`);
        tellLocked();
        await held;
      },
      { deadlineMs: 15_000 },
    );
    await locked;
    const { last, lines } = await bulk({ act: setNote, selected: await matching("lte(B,10)") });
    release();
    await holding;
    expect(last).toMatchObject({ changed: 9, failed: 1 });
    expect(JSON.stringify(lines)).toContain("is changing this record right now");
  }, 20_000);
});

describe("picked records", () => {
  it("are changed where they are still as they were seen", async () => {
    const records: PickedRecord[] = [
      { id: "k1,1", seen: { note: "" } },
      { id: "k2,2", seen: { note: "what it never was" } },
      { id: "k0,3", seen: {} },
      { id: "gone,3", seen: {} },
      { id: "not a key", seen: {} },
    ];
    const { last, lines } = await bulk({ act: setNote, selected: { records } });
    expect(last).toMatchObject({ changed: 2, failed: 2 });
    expect(JSON.stringify(lines)).toContain("after it was shown here (Note)");
    expect(JSON.stringify(lines)).toContain("no longer exists");
    expect(await rowCount("base_bulk where note = 'all'")).toBe(2);
  });

  it("that are gone are as a deletion wants them", async () => {
    const records: PickedRecord[] = [
      { id: "k1,1", seen: { note: "", state: "new" } },
      { id: "gone,3", seen: {} },
    ];
    const { last } = await bulk({ act: { kind: "delete" }, selected: { records } });
    expect(last).toMatchObject({ changed: 1, unchanged: 1, failed: 0 });
  });
});

describe("a rehearsal", () => {
  it("tells what would happen, in every table, and leaves nothing behind", async () => {
    await run(
      "insert into base_bulk_lines select n, 'k' || (n % 3), n from generate_series(1, 20) n",
    );
    const before = [
      await raw(),
      await rowCount("base_bulk_lines"),
      await rowCount("admin_changes"),
    ];
    const found = await rehearseBulk(owner, await table(), {
      act: { kind: "delete" },
      selected: await matching("lte(B,10)"),
    });
    expect(found).toMatchObject({
      ok: true,
      done: 10,
      changed: 10,
      failed: 0,
      isWhole: true,
      of: { rows: 10, kind: "exact" },
    });
    expect(found.ok && [...found.touched].sort((x, y) => x.table.localeCompare(y.table))).toEqual([
      { table: "base_bulk", action: "deleted", rows: 10 },
      { table: "base_bulk_lines", action: "deleted", rows: 10 },
    ]);
    expect([
      await raw(),
      await rowCount("base_bulk_lines"),
      await rowCount("admin_changes"),
    ]).toEqual(before);
  });

  it("counts what would stay, and what would be refused, but not what was undone for that", async () => {
    const found = await rehearseBulk(owner, await table(), {
      act: { kind: "set", values: { amount: "7" } },
      selected: all,
    });
    expect(found).toMatchObject({ changed: 2498, unchanged: 1, failed: 1 });
    expect(found.ok && found.touched).toEqual([
      { table: "base_bulk", action: "updated", rows: 2498 },
    ]);
    expect(found.ok && found.failures).toHaveLength(1);
  });
});

describe("a run", () => {
  it("never touches more than was promised", async () => {
    const { last, end, group } = await bulk({ act: setNote, promised: 1_200 });
    expect(end).toMatchObject({ state: "beyond" });
    expect(last).toMatchObject({ changed: 1_200 });
    expect(await changesOf(group)).toHaveLength(1_200);
  });

  it("stops after the present chunk when it is cancelled, and goes on when it is sent again", async () => {
    const stop = new AbortController();
    const asked = { act: setNote, submissionId: randomUUID(), promised: 2_500 };
    const first = await bulk(asked, (line) => line.kind === "progress" && stop.abort(), stop);
    expect(first.end).toMatchObject({ state: "cancelled" });
    expect(await changesOf(first.group)).toHaveLength(1_000);
    const second = await bulk(asked);
    expect(second.last).toMatchObject({ done: 2_500, changed: 2_500, unchanged: 0 });
    expect(second.group).toBe(first.group);
    expect(second.end).toMatchObject({ state: "done" });
    expect(await changesOf(first.group)).toHaveLength(2_500);
    const third = await bulk(asked);
    expect(third.end).toMatchObject({ state: "done" });
    expect(third.last).toMatchObject({ done: 2_500, changed: 2_500 });
    expect(await changesOf(first.group)).toHaveLength(2_500);
  });

  it("F12: sent several times at once, changes each record once", async () => {
    const asked = { act: setNote, submissionId: randomUUID() };
    const runs = await Promise.all([1, 2, 3].map(() => bulk(asked)));
    expect(new Set(runs.map(({ group }) => group)).size).toBe(1);
    const changes = await changesOf(runs[0]?.group ?? "");
    expect(changes).toHaveLength(2_500);
    expect(new Set(changes.map(({ recordId }) => recordId)).size).toBe(2_500);
  }, 20_000);

  it("is refused when its number comes with another act", async () => {
    const submissionId = randomUUID();
    await bulk({ act: setNote, submissionId });
    const { refused } = await bulk({ act: { kind: "delete" }, submissionId });
    expect(refused).toMatchObject({ ok: false, formError: expect.stringContaining("another act") });
  });

  it("A18: stops when its person may not any more", async () => {
    let asked = 0;
    const actorNow = async () => {
      if (++asked > 2) throw new Refused("Your session has ended.");
      return owner;
    };
    const { end, last } = await bulk({ act: setNote, actorNow });
    expect(end).toEqual({ kind: "ended", state: "stopped", sentence: "Your session has ended." });
    expect(last).toMatchObject({ changed: 1_000 });
  });
});

describe("what is refused", () => {
  it("A14: a role that may not write", async () => {
    const act = { act: setNote, selected: all };
    await expect(rehearseBulk(viewer, await table(), act)).rejects.toThrow(Refused);
    await expect(bulk({ act: setNote, actorNow: async () => viewer })).rejects.toThrow(Refused);
    await expect(bulk({ act: { kind: "delete" }, actorNow: async () => viewer })).rejects.toThrow(
      Refused,
    );
  });

  it.each([
    ["A13: a key", { a: "x" }, "a"],
    ["A13: what is no field", { role: "x" }, "role"],
    ["A17: a secret", { apiKey: "x" }, "apiKey"],
    ["NULL where there is none", { state: null }, "state"],
    ["what would be rounded", { amount: "1.005" }, "amount"],
    ["what is no number", { amount: "ten" }, "amount"],
  ])("%s, by name, before anything happens", async (_, values, name) => {
    const { refused } = await bulk({ act: { kind: "set", values } });
    expect(refused).toMatchObject({ ok: false, fieldErrors: { [name]: expect.any(String) } });
  });

  it("nothing to set", async () => {
    const { refused } = await bulk({ act: { kind: "set", values: {} } });
    expect(refused).toMatchObject({ formError: "Choose a field to set." });
  });
});
