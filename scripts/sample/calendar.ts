// Pure: instants (milliseconds, UTC) around a given today, and how Postgres writes them.
import type { Random } from "./random";

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

export function startOfUtcDay(now: Date): Date {
  return new Date(Math.floor(now.getTime() / DAY) * DAY);
}

/**
 * Start of the working day `offset` working days from today; negative ones lie before today.
 * Offset 0 is today, or Monday when today is at the weekend.
 */
export function workingDay(today: Date, offset: number): number {
  const first = today.getTime();
  const weekday = (today.getUTCDay() + 6) % 7; // Monday is 0
  const monday = first - weekday * DAY;
  const fromMonday = Math.min(weekday, 5) + offset;
  const weeks = Math.floor(fromMonday / 5);
  return monday + (weeks * 7 + (fromMonday - weeks * 5)) * DAY;
}

/** A moment of that day between 07:00 and 19:00. */
export function timeOfDay(random: Random): number {
  return 7 * HOUR + Math.floor(random.next() * 12 * HOUR);
}

/** A `timestamp` literal to the millisecond. */
export function literal(instant: number): string {
  return new Date(instant).toISOString().slice(0, -1).replace("T", " ");
}

/** A `timestamp` literal with all six digits, as `now()` would have left it. */
export function preciseLiteral(instant: number, random: Random): string {
  return literal(instant) + String(random.int(0, 999)).padStart(3, "0");
}

/** The instant of a literal, fractions of a millisecond cut off. */
export function instantOf(timestamp: string): number {
  return Date.parse(`${timestamp.slice(0, 23).replace(" ", "T")}Z`);
}
