import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { testActor } from "@/lib/records/testing/actors";
import {
  bulk,
  changesOf,
  fillBulkTable,
  makeBulkTables,
  setNote,
} from "@/lib/records/testing/bulk";

const owner = testActor("owner");

beforeAll(makeBulkTables);
beforeEach(fillBulkTable);

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
    const first = await bulk(asked, { onProgress: () => stop.abort(), stop });
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
