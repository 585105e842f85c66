import { describe, expect, it } from "vitest";
import {
  bucketWidth,
  clamped,
  earliest,
  latest,
  origin,
  panned,
  resolveRange,
  wholeBuckets,
  zoomed,
} from "@/lib/model/charts/range";
import { wallLiteral } from "@/lib/model/charts/wall-time";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const at = (text: string) => Date.parse(`${text}Z`);
const now = at("2026-03-12T14:30");

describe("a range", () => {
  const extent = { from: at("2024-02-29T08:00"), to: at("2026-03-11T09:00") };

  it("of days ends with today", () => {
    expect(resolveRange({ preset: "7d" }, now, undefined)).toEqual({
      from: at("2026-03-06T00:00"),
      to: at("2026-03-13T00:00"),
    });
    const year = resolveRange({ preset: "1y" }, at("2024-12-31T23:59"), undefined);
    expect(wallLiteral(year.from)).toBe("2024-01-02 00:00:00.000");
  });

  it("of all reaches from the first entry to today, or to the last one after it", () => {
    expect(resolveRange({ preset: "all" }, now, extent)).toEqual({
      from: extent.from,
      to: at("2026-03-13T00:00"),
    });
    const future = { ...extent, to: at("2030-01-01T00:00") };
    expect(resolveRange({ preset: "all" }, now, future).to).toBe(future.to + minute);
    expect(resolveRange({ preset: "all" }, now, undefined).from).toBe(at("2025-12-13T00:00"));
  });

  it("with one end has another, on the right side of it", () => {
    const from = at("2030-01-01T00:00");
    expect(resolveRange({ from }, now, extent)).toEqual({ from, to: from + day });
    const to = at("2020-01-01T00:00");
    expect(resolveRange({ to }, now, extent)).toEqual({ from: to - day, to });
    expect(resolveRange({ to: now }, now, extent)).toEqual({ from: extent.from, to: now });
  });

  it("stays within what calendars have", () => {
    expect(clamped({ from: -1e20, to: 1e20 })).toEqual({ from: earliest, to: latest });
    expect(clamped({ from: 1e20, to: 1e20 })).toEqual({ from: latest - 5 * minute, to: latest });
    expect(clamped({ from: now + 1, to: now + 2 })).toEqual({ from: now, to: now + 5 * minute });
  });
});

describe("buckets", () => {
  it.each([
    [5 * minute, minute],
    [day, 15 * minute],
    [7 * day, hour],
    [30 * day, day],
    [90 * day, day],
    [365 * day, 7 * day],
    [3 * 365 * day, 7 * day],
    [10 * 365 * day, 28 * day],
    [latest - earliest, 36_400 * day],
  ])("of a span of %d ms are %d ms wide", (span, width) => {
    expect(bucketWidth({ from: 0, to: span })).toBe(width);
  });

  it("are as wide as asked for, unless they would be too many", () => {
    expect(bucketWidth({ from: 0, to: 366 * day }, "1d")).toBe(day);
    expect(bucketWidth({ from: 0, to: 367 * day }, "1d")).toBe(7 * day);
    expect(bucketWidth({ from: 0, to: day }, "4w")).toBe(28 * day);
  });

  it("are whole, weeks begin on Mondays, also before they are counted from", () => {
    expect(new Date(origin).getUTCDay()).toBe(1);
    const week = 7 * day;
    const span = wholeBuckets({ from: at("1999-12-31T23:59"), to: at("2000-01-03T00:00") }, week);
    expect([span.from, span.to].map(wallLiteral)).toEqual([
      "1999-12-27 00:00:00.000",
      "2000-01-03 00:00:00.000",
    ]);
    expect(wholeBuckets(span, week)).toEqual(span);
  });
});

describe("zooming and panning", () => {
  const span = { from: 0, to: 100 * day };

  it("keep the middle and the length", () => {
    expect(zoomed(span, 0.5)).toEqual({ from: 25 * day, to: 75 * day });
    expect(zoomed(span, 2)).toEqual({ from: -50 * day, to: 150 * day });
    expect(panned(span, 0.5)).toEqual({ from: 50 * day, to: 150 * day });
  });

  it("end at five minutes and at the ends of time", () => {
    const closest = zoomed({ from: now, to: now + 5 * minute }, 0.5);
    expect(closest.to - closest.from).toBeLessThanOrEqual(6 * minute);
    expect(panned({ from: latest - day, to: latest }, 1).to).toBe(latest);
  });
});
