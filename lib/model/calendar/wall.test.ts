import { describe, expect, it } from "vitest";
import {
  atTime,
  isWall,
  literalOf,
  moveWall,
  onDay,
  wallAt,
  wallAtMinute,
  wallOf,
} from "@/lib/model/calendar/wall";

const [plain, zoned] = [{ kind: "timestamp" }, { kind: "timestamptz" }] as const;
const berlin = "Europe/Berlin";

describe("a move", () => {
  it.each([
    ["2026-11-23 14:07:09.123456", { days: 1 }, "2026-11-24 14:07:09.123456"],
    ["2026-11-23 14:07:09.1", { minutes: 15 }, "2026-11-23 14:22:09.1"],
    ["2026-12-31 23:50:00", { minutes: 15 }, "2027-01-01 00:05:00"],
    ["2024-02-28 00:00:00.000001", { days: 1, minutes: -1 }, "2024-02-28 23:59:00.000001"],
    ["1000-01-01 00:00:00", { days: 366 }, "1001-01-02 00:00:00"],
  ])("of %s by %o", (wall, by, moved) => expect(moveWall(wall, by)).toBe(moved));

  it("keeps the time on another day, also where clocks change in between", () => {
    expect(onDay("2026-03-28 02:30:00.5", "2026-03-29")).toBe("2026-03-29 02:30:00.5");
    expect(moveWall("2026-03-28 02:30:00.5", { days: 1 })).toBe("2026-03-29 02:30:00.5");
  });

  it("to the minute that it has keeps its seconds, to another one begins it", () => {
    expect(atTime("2026-11-23 14:07:09.5", "14:07")).toBe("2026-11-23 14:07:09.5");
    expect(atTime("2026-11-23 14:07:09.5", "15:00")).toBe("2026-11-23 15:00:00");
    expect(wallAtMinute("2026-11-23", 14 * 60 + 15)).toBe("2026-11-23 14:15:00");
  });
});

describe("what clocks show", () => {
  it.each([
    ["2026-11-23 14:00:00.000001", "2026-11-23 14:00:00.000001"],
    ["infinity", undefined],
    ["-infinity", undefined],
    ["0044-03-15 12:00:00 BC", undefined],
    ["12026-01-01 00:00:00", undefined],
    ["0999-12-31 00:00:00", undefined],
  ])("at the timestamp %s", (literal, wall) => expect(wallOf(literal, plain, berlin)).toBe(wall));

  it.each([
    ["2026-03-29 00:59:59.000001+00", "2026-03-29 01:59:59.000001"],
    ["2026-03-29 01:00:00+00", "2026-03-29 03:00:00"],
    ["2026-10-25 00:30:00+00", "2026-10-25 02:30:00"],
    ["2026-10-25 01:30:00+00", "2026-10-25 02:30:00"],
    ["2026-12-31 23:30:00+00", "2027-01-01 00:30:00"],
    ["infinity", undefined],
  ])("at the instant %s in Berlin", (literal, wall) =>
    expect(wallOf(literal, zoned, berlin)).toBe(wall),
  );

  it("at midnight is 00, not 24", () => {
    expect(wallAt(new Date("2026-11-22T23:00:00Z"), berlin)).toBe("2026-11-23 00:00:00");
  });
});

describe("the literal of what clocks show", () => {
  it("is the same in a column without a zone", () => {
    expect(literalOf("2026-03-29 02:30:00.123456", plain, berlin)).toBe(
      "2026-03-29 02:30:00.123456",
    );
  });

  it.each([
    ["2026-07-01 12:00:00.123456", berlin, "2026-07-01 12:00:00.123456+02:00"],
    ["2026-12-01 12:00:00", berlin, "2026-12-01 12:00:00+01:00"],
    ["2026-03-29 02:30:00", berlin, "2026-03-29 02:30:00+01:00"],
    ["2026-12-01 12:00:00", "UTC", "2026-12-01 12:00:00+00:00"],
    ["2026-12-01 12:00:00", "Asia/Kolkata", "2026-12-01 12:00:00+05:30"],
    ["2026-12-01 12:00:00", "America/St_Johns", "2026-12-01 12:00:00-03:30"],
  ])("%s in %s has the offset of that moment", (wall, zone, literal) =>
    expect(literalOf(wall, zoned, zone)).toBe(literal),
  );
});

it.each([
  "2026-11-23",
  "2026-11-23 24:00:00",
  "2026-13-23 10:00:00",
  "x",
  "2026-11-23 10:00:00+01",
])("%s is not what clocks show", (text) => expect(isWall(text)).toBe(false));
