import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { write } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { PickedRecord } from "@/lib/model/bulk";
import { rehearseBulk } from "@/lib/records/bulk/rehearse";
import { testActor } from "@/lib/records/testing/actors";
import {
  bulk,
  bulkTable,
  changesOf,
  everyRecord,
  fillBulkTable,
  makeBulkTables,
  matching,
  setNote,
} from "@/lib/records/testing/bulk";
import { rowCount, run } from "@/lib/records/testing/tables";

const [viewer, owner] = [testActor("viewer"), testActor("owner")];

beforeAll(makeBulkTables);
beforeEach(fillBulkTable);

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

describe("what is refused", () => {
  it("A14: a role that may not write", async () => {
    const act = { act: setNote, selected: everyRecord };
    await expect(rehearseBulk(viewer, await bulkTable(), act)).rejects.toThrow(Refused);
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
