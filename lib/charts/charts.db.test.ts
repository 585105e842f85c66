import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { drawLines } from "@/lib/charts/lines";
import { firstMetric, listMetrics, metricExtent } from "@/lib/charts/metrics";
import { type ChartSource, chartSource } from "@/lib/charts/source";
import {
  ada,
  ben,
  day,
  may,
  measuredProgress,
  nobody,
  of,
  progressTable,
  viewOf,
  week,
} from "@/lib/charts/testing/measured";
import { closePool } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { ChartsView } from "@/lib/model/view";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");

let source: ChartSource;
beforeAll(async () => {
  source = await measuredProgress();
});
afterAll(() => closePool());

describe("metrics", () => {
  it("are all that occur, with how often and until when", async () => {
    const metrics = await listMetrics(source);
    expect(metrics?.map(({ literal }) => literal)).toEqual(["huge", "mood", "odd times", "words"]);
    expect(metrics?.find(({ literal }) => literal === "mood")).toEqual({
      literal: "mood",
      newest: may(8),
      estimate: 11,
    });
    expect(metrics && firstMetric(metrics)?.literal).toBe("mood");
  });

  it("begin with the one measured last where nothing is known of how often", () => {
    expect(
      firstMetric([{ literal: "a" }, { literal: "b", newest: 2 }, { literal: "c", newest: 1 }]),
    ).toEqual({ literal: "b", newest: 2 });
    expect(firstMetric([])).toBeUndefined();
  });

  it("reach from their first to their last entry that a calendar has", async () => {
    expect(await metricExtent(source, "mood")).toEqual({ from: may(1) + day / 3, to: may(8) });
    expect(await metricExtent(source, "odd times")).toEqual({ from: may(1), to: may(1) });
    expect(await metricExtent(source, "none of them")).toBeUndefined();
  });
});

describe("lines", () => {
  it("count everybody's entries exactly, and what is no number apart", async () => {
    const { lines, width, span } = await drawLines(source, of({}), {
      from: 0,
      to: 366 * 200 * day,
    });
    expect(width).toBeGreaterThan(day);
    expect(span.from).toBeLessThanOrEqual(0);
    const [line] = lines;
    const sum = (name: "entries" | "numbers") =>
      line?.buckets.reduce((total, bucket) => total + bucket[name], 0);
    expect([sum("entries"), sum("numbers")]).toEqual([11, 7]);
  });

  it("have a bucket a day, from its first microsecond to its last", async () => {
    const { lines } = await drawLines(source, of({}), { from: may(1), to: may(1) + 60 * day });
    expect(lines).toHaveLength(1);
    const days = lines[0]?.buckets ?? [];
    expect(days.map(({ at }) => (at - may(1)) / day)).toEqual([0, 1, 2, 3, 4, 7]);
    expect(days[0]).toMatchObject({ entries: 3, numbers: 3, min: "4", max: "9" });
    expect(Number(days[0]?.avg)).toBe(6.5);
    expect(days[1]).toMatchObject({ entries: 4, numbers: 2, min: "0.1", max: "0.2" });
    expect(days[1]?.avg).toMatch(/^0\.150*$/);
    expect(days[2]).toEqual({
      at: may(3),
      entries: 1,
      numbers: 0,
      min: null,
      avg: null,
      max: null,
    });
  });

  it("are people, in the order asked for, the unknown and the silent among them", async () => {
    const answer = await drawLines(source, of({ people: [nobody, ben, ada] }), week);
    expect(answer.lines.map(({ label }) => label)).toEqual([
      nobody.slice(0, 8),
      ben.slice(0, 8),
      "Ada Lovelace",
    ]);
    expect(answer.lines.map(({ buckets }) => buckets.length > 0)).toEqual([false, true, true]);
    expect(answer.width).toBe(3_600_000);
  });

  it("are groups of another table, with one for what has none", async () => {
    const { lines } = await drawLines(source, of({ split: "group" }), week);
    const told = lines.map(({ key, label, buckets }) => [
      key,
      label,
      buckets.reduce((sum, { entries }) => sum + entries, 0),
    ]);
    expect(told).toEqual([
      ["none", "None", 7],
      ["=life", "life", 2],
      ["=work", "work", 1],
    ]);
  });

  it("end at six groups: the others are one line", async () => {
    const ids = Array.from({ length: 9 }, () => randomUUID());
    await run(
      `insert into ai_coach_some_sessions (id, user_id, session_type) values ${ids.map((id, index) => `('${id}', '${ada}', 'type ${index}')`).join(", ")};
       insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp, coaching_session_id) values ${ids.map((id, index) => Array.from({ length: 9 - index }, () => `('${ada}', 'many', '${index}', '2026-05-01 10:00', '${id}')`).join(", ")).join(", ")}`,
    );
    const { lines } = await drawLines(source, of({ metric: "many", split: "group" }), week);
    expect(lines.map(({ label }) => label)).toEqual([
      ...[0, 1, 2, 3, 4, 5].map((index) => `type ${index}`),
      "All others",
    ]);
    expect(lines.at(-1)?.buckets).toMatchObject([{ entries: 6, min: "6", max: "8" }]);
    expect(Number(lines.at(-1)?.buckets[0]?.avg)).toBeCloseTo((3 * 6 + 2 * 7 + 8) / 6, 12);
  });

  it("lose no digit, however great the number", async () => {
    const { lines } = await drawLines(source, of({ metric: "huge" }), week);
    expect(lines[0]?.buckets.map(({ max }) => max)).toEqual([
      `1${"0".repeat(400)}`,
      "12345678901234567890.123456789",
    ]);
  });

  it("are none where nothing was measured", async () => {
    expect((await drawLines(source, of({ metric: "'; drop table x" }), week)).lines).toEqual([]);
  });
});

describe("another table", () => {
  const view: ChartsView = {
    kind: "charts",
    at: "at",
    value: "level",
    metric: "kind",
    person: "who",
    paths: [],
  };

  it("has days as the clocks of its zone show them, also on the day they are changed", async () => {
    const readings = await tableNamed("base_readings");
    const zoned = { ...readings, resource: { ...readings.resource, zone: "Europe/Berlin" } };
    const drawn = await drawLines(await chartSource(viewer, zoned, view), of({ metric: "a" }), {
      from: Date.UTC(2026, 2, 1),
      to: Date.UTC(2026, 4, 1),
    });
    expect(drawn.lines[0]?.buckets).toEqual([
      // 00:30 to 23:59 in Berlin, a day of 23 hours; NaN is no number.
      {
        at: Date.UTC(2026, 2, 29),
        entries: 2,
        numbers: 1,
        min: "0.1",
        avg: expect.stringMatching(/^0\.10*$/),
        max: "0.1",
      },
      {
        at: Date.UTC(2026, 2, 30),
        entries: 1,
        numbers: 1,
        min: "16777217.3",
        avg: expect.anything(),
        max: "16777217.3",
      },
    ]);
  });

  it.each(["value", "metric", "person"] as const)("with a secret %s has no chart", async (part) => {
    const readings = await tableNamed("base_readings");
    const secret = { ...view, [part]: "passToken" };
    const name = readings.resource.fields.find(({ isSecret }) => isSecret)?.name ?? "";
    await expect(chartSource(viewer, readings, { ...secret, [part]: name })).rejects.toThrow(
      "a secret",
    );
  });
});

it("is refused to whom the resource, or the one it groups by, is closed", async () => {
  const progress = await progressTable();
  const closed = { ...progress, resource: { ...progress.resource, readers: "owner" as const } };
  await expect(chartSource(viewer, closed, viewOf(progress))).rejects.toThrow(Refused);
});

it("draws 200,000 entries in as many points as a screen has", async () => {
  // In parts, so that none meets the deadline of a write.
  for (let from = 0; from < 200_000; from += 20_000) {
    await run(`insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp)
      select (array['${ada}', '${ben}']::uuid[])[n % 2 + 1], 'dense', to_jsonb(n % 10), timestamp '2024-01-01' + n * interval '5 minutes'
      from generate_series(${from}, ${from + 19_999}) n`);
  }
  const span = await metricExtent(source, "dense");
  const { lines } = await drawLines(source, of({ metric: "dense", people: [ada, ben] }), {
    from: span?.from ?? 0,
    to: (span?.to ?? 0) + 1,
  });
  expect(lines).toHaveLength(2);
  for (const { buckets } of lines) {
    expect(buckets.length).toBeGreaterThan(90);
    expect(buckets.length).toBeLessThanOrEqual(366);
  }
  const all = lines.flatMap(({ buckets }) => buckets);
  expect(all.reduce((sum, { numbers }) => sum + numbers, 0)).toBe(200_000);
  // Ada has the even numbers.
  expect(new Set(lines[0]?.buckets.map(({ max }) => max))).toEqual(new Set(["8"]));
});
