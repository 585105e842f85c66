import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { distribution } from "@/lib/charts/distribution";
import { listEntries } from "@/lib/charts/entries";
import { latestPerPerson } from "@/lib/charts/latest";
import type { ChartSource } from "@/lib/charts/source";
import { ada, ben, day, may, measuredProgress, of, week } from "@/lib/charts/testing/measured";
import { closePool } from "@/lib/db/client";
import { run } from "@/lib/records/testing/tables";

let source: ChartSource;
beforeAll(async () => {
  source = await measuredProgress();
});
afterAll(() => closePool());

describe("a distribution", () => {
  it("divides the numbers at round ones and counts the rest", async () => {
    const found = await distribution(source, of({}), week);
    expect(found).toMatchObject({ entries: 10, numbers: 6, min: "0.1", max: "9" });
    const bars = "bars" in found ? found.bars : [];
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(6);
    expect(bars.filter(({ count }) => count > 0).map(({ from }) => Number(from))).toEqual([
      0, 4, 6.5, 8, 9,
    ]);
  });

  it("has no bars where numbers cannot be divided, and none without numbers", async () => {
    expect(await distribution(source, of({ metric: "huge" }), week)).toMatchObject({ bars: [] });
    expect(await distribution(source, of({ metric: "words" }), week)).toEqual({
      entries: 1,
      numbers: 0,
    });
  });
});

describe("the latest of each person", () => {
  it("is the newest number, told from the one before it", async () => {
    const answer = await latestPerPerson(source, of({}), { from: may(1), to: may(9) });
    expect(answer.rows).toMatchObject([
      { person: ben, at: may(8), number: "5", previous: "8", delta: "-3" },
      { person: ada, at: may(2) + 10 * 3_600_000, number: "0.2", previous: "0.1", delta: "0.1" },
    ]);
    expect(answer.people).toEqual({ [ada]: { name: "Ada Lovelace", email: "ada@example.com" } });
    expect(answer.isPartial).toBe(false);
  });

  it("knows the one before also when it lies before the range", async () => {
    const { rows } = await latestPerPerson(source, of({ people: [ben] }), {
      from: may(8),
      to: may(9),
    });
    expect(rows).toMatchObject([{ number: "5", previous: "8", delta: "-3" }]);
    const first = await latestPerPerson(source, of({ people: [ada] }), {
      from: may(1),
      to: may(1) + day / 2,
    });
    expect(first.rows).toMatchObject([{ number: "4", previous: null, delta: null }]);
  });
});

describe("entries behind a point", () => {
  it("are those of the bucket and the line, newest first, each with its record", async () => {
    const first = { from: may(1), to: may(2) };
    const all = await listEntries(source, of({}), first, { at: may(1) });
    expect(all.entries.map(({ value }) => value)).toEqual(['{"of": 10, "score": 6.5}', "9", "4"]);
    expect(all.entries.every(({ id }) => /^[0-9a-f-]{36}$/.test(id ?? ""))).toBe(true);
    const people = of({ people: [ada, ben] });
    const bens = await listEntries(source, people, first, { at: may(1), line: `=${ben}` });
    expect(bens.entries).toMatchObject([{ person: ben, isNumber: true }]);
    const groups = of({ split: "group" });
    const lifes = await listEntries(source, groups, first, { at: may(1), line: "=life" });
    expect(lifes.entries.map(({ value }) => value)).toEqual(["9", "4"]);
    const none = await listEntries(source, groups, week, { at: may(1), line: "none" });
    expect(none.entries).toHaveLength(7);
  });

  it("are the events, at most fifty of them", async () => {
    const events = await listEntries(source, of({}), week, { events: true });
    expect(events.entries.map(({ value }) => value)).toEqual([
      "[5]",
      "null",
      '{"score": "7"}',
      '"calm"',
    ]);
    await run(`insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp)
      select '${ada}', 'noise', '"x"', '2026-05-01' from generate_series(1, 51)`);
    const many = await listEntries(source, of({ metric: "noise" }), week, { events: true });
    expect([many.entries.length, many.hasMore]).toEqual([50, true]);
  });
});
