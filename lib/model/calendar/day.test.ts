import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  daysBetween,
  parseDay,
  weekNumber,
  weekOf,
  weeksOfMonth,
} from "@/lib/model/calendar/day";

it.each([
  "2026-02-30",
  "2026-13-01",
  "0999-12-31",
  "9999-01-01",
  "12026-01-01",
  "today",
  "",
  "2026-1-1",
])("%s is no day of a calendar", (text) => expect(parseDay(text)).toBeUndefined());

it.each(["2024-02-29", "1000-01-01", "9998-12-31"])("%s is a day", (text) =>
  expect(parseDay(text)).toBe(text),
);

describe("a month", () => {
  it("shows whole weeks from Monday on", () => {
    const weeks = weeksOfMonth("2026-11-23");
    expect(weeks).toHaveLength(6);
    expect([weeks[0]?.[0], weeks[5]?.[6]]).toEqual(["2026-10-26", "2026-12-06"]);
  });

  it.each([
    ["2027-02-14", 4, "2027-02-01", "2027-02-28"],
    ["2026-12-01", 5, "2026-11-30", "2027-01-03"],
    ["2027-01-31", 5, "2026-12-28", "2027-01-31"],
  ])("of %s has %i weeks", (day, length, first, last) => {
    const days = weeksOfMonth(day).flat();
    expect([days.length / 7, days[0], days.at(-1)]).toEqual([length, first, last]);
  });

  it("is stepped to the last day where the other is shorter", () => {
    expect(addMonths("2026-01-31", 1)).toBe("2026-02-28");
    expect(addMonths("2024-03-31", -1)).toBe("2024-02-29");
    expect(addMonths("2026-11-30", 2)).toBe("2027-01-30");
  });
});

describe("a week", () => {
  it("reaches over the edge of a year", () => {
    expect(weekOf("2027-01-01")).toEqual([
      "2026-12-28",
      "2026-12-29",
      "2026-12-30",
      "2026-12-31",
      "2027-01-01",
      "2027-01-02",
      "2027-01-03",
    ]);
  });

  it.each([
    ["2026-01-01", 1],
    ["2026-12-31", 53],
    ["2027-01-03", 53],
    ["2027-01-04", 1],
    ["2024-12-30", 1],
    ["2026-11-23", 48],
  ])("of %s has the ISO number %i", (day, number) => expect(weekNumber(day)).toBe(number));
});

it("days are counted whatever the clocks do", () => {
  expect(addDays("2026-03-28", 2)).toBe("2026-03-30");
  expect(daysBetween("2026-10-24", "2026-10-26")).toBe(2);
  expect(daysBetween("2027-01-01", "2026-12-31")).toBe(-1);
});
