import { describe, expect, it } from "vitest";
import { minutesText, spanOf } from "@/lib/model/span";

const ends = (planned: string | null, from: string | null, to: string | null) =>
  spanOf({ planned, from, to, zone: "Europe/Berlin" });

describe("planned against actual", () => {
  it("compares in words", () => {
    const from = "2026-01-05 10:00:00";
    expect(ends("45", from, "2026-01-05 11:00:00")).toEqual({
      planned: 45,
      actual: 60,
      words: "15 min longer than planned.",
    });
    expect(ends("90", from, "2026-01-05 10:30:00").words).toBe("1 h shorter than planned.");
    expect(ends("60", from, "2026-01-05 11:00:20").words).toBe("As long as planned.");
    expect(ends("60", from, "2026-01-07 14:00:00").words).toBe("2 days 3 h longer than planned.");
  });

  it("knows the hour that clocks skip", () => {
    expect(ends(null, "2026-03-29 01:30:00", "2026-03-29 03:30:00").actual).toBe(60);
    expect(ends(null, "2026-03-29 01:30:00+00", "2026-03-29 03:30:00+00").actual).toBe(120);
  });

  it("says what it can where something is missing or makes no sense", () => {
    expect(ends(null, null, null)).toEqual({});
    expect(ends("30", "2026-01-05 10:00:00", null)).toEqual({ planned: 30 });
    expect(ends("30", "infinity", "2026-01-05 10:00:00")).toEqual({ planned: 30 });
    expect(ends("NaN", null, null)).toEqual({});
    expect(ends("", null, null)).toEqual({});
    const backwards = ends("30", "2026-01-05 10:00:00", "2026-01-05 09:00:00");
    expect(backwards).toEqual({ planned: 30, actual: -60, words: "It ends before it begins." });
    expect(ends("0", "2026-01-05 10:00:00", "2026-01-05 10:10:00").words).toBeUndefined();
    expect(ends("-5", "2026-01-05 10:00:00", "2026-01-05 10:10:00").words).toBeUndefined();
  });
});

it("tells minutes by their two largest units", () => {
  const told = [0, 1, 59, 60, 61, 1439, 1440, 1500, 2881, -90, 0.4, 12_345_678].map(minutesText);
  expect(told).toEqual([
    "0 min",
    "1 min",
    "59 min",
    "1 h",
    "1 h 1 min",
    "23 h 59 min",
    "1 day",
    "1 day 1 h",
    "2 days",
    "−1 h 30 min",
    "0 min",
    "8,573 days 9 h",
  ]);
});
