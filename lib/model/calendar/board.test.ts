import { describe, expect, it } from "vitest";
import { type CalendarBoard, findEvent, moveEvent } from "@/lib/model/calendar/board";

const event = (id: string, wall?: string) => ({ id, seen: wall ?? null, wall, title: id });

const board: CalendarBoard = {
  days: [
    { day: "2026-11-23", events: [event("a", "2026-11-23 09:00:00")], count: 7, isMore: false },
    { day: "2026-11-24", events: [event("b", "2026-11-24 14:00:00")], count: 1, isMore: false },
  ],
  unscheduled: { events: [event("c")], count: 30, isMore: true },
};

const shape = ({ days, unscheduled }: CalendarBoard) =>
  [...days, unscheduled].map((place) => [place?.events.map(({ id }) => id).join(), place?.count]);

describe("a board after a move", () => {
  it("has the record on the other day, in the order of time, and counts it there", () => {
    const moved = moveEvent(board, "a", "2026-11-24 09:00:00");
    expect(shape(moved)).toEqual([
      ["", 6],
      ["a,b", 2],
      ["c", 30],
    ]);
    expect(findEvent(moved, "a")).toMatchObject({ wall: "2026-11-24 09:00:00", isMoving: true });
  });

  it("has it once where it moved within its day", () => {
    expect(shape(moveEvent(board, "a", "2026-11-23 20:00:00"))[0]).toEqual(["a", 7]);
  });

  it("has it no longer among the unscheduled ones", () => {
    expect(shape(moveEvent(board, "c", "2026-11-23 08:00:00"))).toEqual([
      ["c,a", 8],
      ["b", 1],
      ["", 29],
    ]);
  });

  it("does without it where no day of the board has it", () => {
    expect(shape(moveEvent(board, "a", "2027-01-01 08:00:00"))[0]).toEqual(["", 6]);
  });

  it("is the same for a record that it does not hold", () => {
    expect(moveEvent(board, "x", "2026-11-24 09:00:00")).toBe(board);
  });
});
