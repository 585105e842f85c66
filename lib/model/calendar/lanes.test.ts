import { describe, expect, it } from "vitest";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { layOutDay } from "@/lib/model/calendar/lanes";

const day = "2026-11-23";

function at(wall: string, minutes?: number): CalendarEvent {
  return { id: wall, seen: wall, wall, minutes, title: wall };
}

function layOut(...events: CalendarEvent[]) {
  const { placed, crowds } = layOutDay(day, [{ events }]);
  const places = placed.map(({ from, to, lane, lanes }) => [from, to, lane, lanes]);
  return { places, crowds, placed };
}

describe("events of a day", () => {
  it("have the column for themselves where nothing overlaps", () => {
    const { places } = layOut(at(`${day} 09:00:00`, 60), at(`${day} 10:00:00`, 90));
    expect(places).toEqual([
      [540, 600, 0, 1],
      [600, 690, 0, 1],
    ]);
  });

  it("stand side by side, and take a lane again that has become free", () => {
    const { places } = layOut(
      at(`${day} 09:00:00`, 120),
      at(`${day} 09:30:00`, 30),
      at(`${day} 10:00:00`, 60),
      at(`${day} 11:00:00`, 60),
    );
    expect(places).toEqual([
      [540, 660, 0, 2],
      [570, 600, 1, 2],
      [600, 660, 1, 2],
      [660, 720, 0, 1],
    ]);
  });

  it("are drawn as half an hour where they are shorter or have no duration, within the day", () => {
    const { places } = layOut(
      at(`${day} 08:00:00`),
      at(`${day} 09:00:00`, 5),
      at(`${day} 23:55:00`, 5),
    );
    expect(places).toEqual([
      [480, 510, 0, 1],
      [540, 570, 0, 1],
      [1_410, 1_440, 0, 1],
    ]);
  });

  it("go on after midnight", () => {
    const late = at("2026-11-22 23:00:00", 150);
    const { placed } = layOut(late, at("2026-11-22 22:00:00", 60), at(`${day} 23:30:00`, 90));
    expect(
      placed.map(({ event, from, to, isContinued }) => [event.id, from, to, isContinued]),
    ).toEqual([
      [late.id, 0, 90, true],
      [`${day} 23:30:00`, 1_410, 1_440, false],
    ]);
  });

  it("are counted where there is no room beside the others", () => {
    const events = Array.from({ length: 6 }, (_, index) => at(`${day} 09:0${index}:00`, 60));
    const { places, crowds } = layOut(...events);
    expect(places).toHaveLength(4);
    expect(crowds).toEqual([{ from: 544, count: 2 }]);
  });
});
