// Pure: records as a calendar holds them, and what it looks like once one of them has moved.
import type { Day } from "@/lib/model/calendar/day";
import { dayOf, type Wall } from "@/lib/model/calendar/wall";

export type CalendarEvent = {
  /** The record's, see `encodeRecordId`. */
  id: string;
  /** The literal that was seen: a move says that it is still there. */
  seen: string | null;
  /** When it begins; absent while it is unscheduled. */
  wall?: Wall;
  minutes?: number;
  title: string;
  person?: string;
  state?: string;
  /** A move of it is on its way. */
  isMoving?: boolean;
};

/** Those that fit, and how many there are in all; `isMore` where counting stopped at that number. */
export type Events = { events: CalendarEvent[]; count: number; isMore: boolean };

/** In a month; one gives way to "12 more" where a day has more. */
export const chipsADay = 4;

export type CalendarDay = Events & { day: Day };

export type CalendarBoard = {
  days: CalendarDay[];
  /** Absent where it is not shown. */
  unscheduled?: Events;
};

export function findEvent(board: CalendarBoard, id: string): CalendarEvent | undefined {
  const places: Events[] = [...board.days, ...(board.unscheduled ? [board.unscheduled] : [])];
  return places.flatMap(({ events }) => events).find((event) => event.id === id);
}

/** The board with that record at `to`, before the database has said so. It leaves where no day of the board has it. */
export function moveEvent(board: CalendarBoard, id: string, to: Wall): CalendarBoard {
  const found = findEvent(board, id);
  if (!found) return board;
  const moved = { ...found, wall: to, isMoving: true };
  return {
    days: board.days.map((day) => {
      const rest = without(day, id);
      return day.day === dayOf(to) ? { ...day, ...withEvent(rest, moved) } : { ...day, ...rest };
    }),
    ...(board.unscheduled && { unscheduled: without(board.unscheduled, id) }),
  };
}

function without(place: Events, id: string): Events {
  const events = place.events.filter((event) => event.id !== id);
  return { ...place, events, count: place.count - place.events.length + events.length };
}

function withEvent(place: Events, event: CalendarEvent): Events {
  const events = [...place.events, event].sort(byTime);
  return { ...place, events, count: place.count + 1 };
}

export function byTime(a: CalendarEvent, b: CalendarEvent): number {
  return compare(a.wall ?? "", b.wall ?? "") || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
