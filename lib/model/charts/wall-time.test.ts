import { describe, expect, it } from "vitest";
import {
  spanLabel,
  wallLabel,
  wallLiteral,
  wallTime,
  widthLabel,
} from "@/lib/model/charts/wall-time";

const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];
const at = (text: string) => Date.parse(`${text}Z`);
const now = at("2026-03-12T14:30");

describe("the wall time of an instant", () => {
  it.each([
    ["UTC", "2026-03-29T00:30:00Z", "2026-03-29 00:30:00.000"],
    ["Europe/Berlin", "2026-03-29T00:59:59Z", "2026-03-29 01:59:59.000"],
    ["Europe/Berlin", "2026-03-29T01:00:00Z", "2026-03-29 03:00:00.000"],
    ["Europe/Berlin", "2026-10-25T01:00:00Z", "2026-10-25 02:00:00.000"],
    ["America/New_York", "2026-01-01T04:59:00Z", "2025-12-31 23:59:00.000"],
    ["Pacific/Kiritimati", "2025-12-31T10:00:00Z", "2026-01-01 00:00:00.000"],
  ])("in %s at %s is %s", (zone, instant, wall) => {
    expect(wallLiteral(wallTime(new Date(instant), zone))).toBe(wall);
  });
});

it("labels say the last day, not the one after", () => {
  expect(spanLabel({ from: at("2025-12-31T00:00"), to: at("2026-01-02T00:00") })).toBe(
    "31 Dec 2025 – 1 Jan 2026",
  );
  expect(spanLabel({ from: at("2026-01-01T00:00"), to: at("2026-01-02T00:00") })).toBe(
    "1 Jan 2026",
  );
  expect(spanLabel({ from: now, to: now + hour })).toBe("12 Mar 2026, 14:30 – 12 Mar 2026, 15:30");
  expect(wallLabel(at("2026-01-01T00:00"), hour)).toBe("1 Jan 2026, 00:00");
  expect([minute, 3 * hour, day, 7 * day, 28 * day].map(widthLabel)).toEqual([
    "1 minute",
    "3 hours",
    "1 day",
    "1 week",
    "4 weeks",
  ]);
});
