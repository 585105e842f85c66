import { describe, expect, it } from "vitest";
import { instantOf, literal, preciseLiteral, startOfUtcDay, workingDay } from "./calendar";
import { createRandom } from "./random";

const date = (instant: number) => literal(instant).slice(0, 10);

describe("workingDay", () => {
  it.each([
    ["2026-03-11", -3, "2026-03-06"],
    ["2026-03-11", -1, "2026-03-10"],
    ["2026-03-11", 0, "2026-03-11"],
    ["2026-03-11", 3, "2026-03-16"],
    ["2026-03-11", 12, "2026-03-27"],
    ["2026-03-14", -1, "2026-03-13"],
    ["2026-03-14", 0, "2026-03-16"],
    ["2026-03-15", -1, "2026-03-13"],
    ["2026-03-15", 0, "2026-03-16"],
    ["2026-03-16", -1, "2026-03-13"],
    ["2026-03-16", -6, "2026-03-06"],
  ])("from %s by %i is %s", (today, offset, expected) => {
    expect(date(workingDay(new Date(`${today}T00:00:00Z`), offset))).toBe(expected);
  });
});

describe("literals", () => {
  it("are in UTC and read back", () => {
    const instant = Date.UTC(2026, 0, 5, 23, 59, 58, 7);
    expect(literal(instant)).toBe("2026-01-05 23:59:58.007");
    expect(instantOf(literal(instant))).toBe(instant);
  });

  it("carry six digits where a clock wrote them", () => {
    const instant = Date.UTC(2026, 0, 5, 12, 0, 0, 120);
    const written = preciseLiteral(instant, createRandom("digits"));
    expect(written).toMatch(/^2026-01-05 12:00:00\.120\d{3}$/);
    expect(instantOf(written)).toBe(instant);
  });

  it("start the day at midnight UTC", () => {
    expect(startOfUtcDay(new Date("2026-03-11T23:30:00-02:00"))).toEqual(new Date("2026-03-12"));
  });
});
