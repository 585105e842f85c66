import { describe, expect, it } from "vitest";
import { aim, firstWall, isBetween, stepAside } from "@/lib/model/calendar/aim";

const day = "2026-11-23";
const event = { id: "1", title: "1", seen: null, wall: `${day} 10:07:30.000001` };

describe("a drag", () => {
  it("over days keeps the time", () => {
    const to = aim(event, { day }, { day: "2026-12-01" });
    expect(to).toBe("2026-12-01 10:07:30.000001");
  });

  it("over hours goes by quarters of an hour, from wherever it was taken hold of", () => {
    const to = aim(event, { day, minute: 620 }, { day: "2026-11-24", minute: 681 });
    expect(to).toBe("2026-11-24 11:07:30.000001");
  });

  it("may go beyond midnight", () => {
    expect(aim(event, { day, minute: 1_000 }, { day, minute: 380 })).toBe(
      "2026-11-22 23:52:30.000001",
    );
  });

  it("of what has no time gives it the quarter under the pointer, or nine o'clock", () => {
    const waiting = { ...event, wall: undefined };
    expect(aim(waiting, undefined, { day, minute: 809 })).toBe(`${day} 13:15:00`);
    expect(aim(waiting, undefined, { day })).toBe(`${day} 09:00:00`);
  });
});

it("the first quarter and the last are those of the day", () => {
  expect(firstWall({ day, minute: -3 })).toBe(`${day} 00:00:00`);
  expect(firstWall({ day, minute: 1_440 })).toBe(`${day} 23:45:00`);
});

describe("arrow keys", () => {
  it.each([
    ["ArrowLeft", "month", "2026-11-22 10:07:30.000001"],
    ["ArrowDown", "month", "2026-11-30 10:07:30.000001"],
    ["ArrowRight", "week", "2026-11-24 10:07:30.000001"],
    ["ArrowUp", "week", "2026-11-23 09:52:30.000001"],
    ["Tab", "week", undefined],
    ["constructor", "week", undefined],
  ] as const)("%s in a %s", (key, show, to) => expect(stepAside(event.wall, key, show)).toBe(to));
});

it("a calendar of seven days ends before the eighth", () => {
  expect(isBetween("2026-11-29", day, 7)).toBe(true);
  expect(isBetween("2026-11-30", day, 7)).toBe(false);
});
