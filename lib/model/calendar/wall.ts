// Pure: what clocks in the app's zone show, as text. Moving it leaves seconds and their fraction as they are.
import type { Day } from "@/lib/model/calendar/day";
import { instantOf } from "@/lib/model/instant";
import type { Field } from "@/lib/model/resource";

/** `2026-11-23 14:00:00`, with as many digits of a second as the literal has: sorts as text. */
export type Wall = string;

export const minutesADay = 1_440;
const minuteMs = 60_000;
const shape = /^[1-9]\d{3}-\d\d-\d\d ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?$/;

/** Fields that place a record on a calendar hold timestamps, with or without a zone. */
type TimeField = Pick<Field, "kind">;

export function isWall(text: string): boolean {
  return shape.test(text) && !Number.isNaN(timeOf(text));
}

/** @returns `undefined` for what has no place on a calendar: infinity, BC, years beyond 9999 */
export function wallOf(literal: string, { kind }: TimeField, zone: string): Wall | undefined {
  const wall = kind === "timestamptz" ? inZone(literal, zone) : literal;
  return wall && isWall(wall) ? wall : undefined;
}

/** The literal to write so that clocks in `zone` show `wall`. Where they show it twice, the earlier or the later. */
export function literalOf(wall: Wall, { kind }: TimeField, zone: string): string {
  if (kind !== "timestamptz") return wall;
  const instant = instantOf(wall, zone);
  const offsetMs = instant ? timeOf(wall) - Math.floor(instant.getTime() / 1_000) * 1_000 : 0;
  return wall + offsetText(Math.round(offsetMs / 1_000));
}

/** What clocks in `zone` show at `instant`, to the second. */
export function wallAt(instant: Date, zone: string): Wall {
  const parts = clock(zone).formatToParts(instant);
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? "";
  const year = part("year").padStart(4, "0");
  return `${year}-${part("month")}-${part("day")} ${part("hour")}:${part("minute")}:${part("second")}`;
}

/** In wall time: a day later is the same time of the next day, whatever the clocks do in between. */
export function moveWall(wall: Wall, by: { days?: number; minutes?: number }): Wall {
  const minutes = (by.days ?? 0) * minutesADay + (by.minutes ?? 0);
  const moved = new Date(timeOf(wall.slice(0, 16)) + minutes * minuteMs).toISOString();
  return `${moved.slice(0, 10)} ${moved.slice(11, 16)}${wall.slice(16)}`;
}

/** The same time on another day. */
export function onDay(wall: Wall, day: Day): Wall {
  return day + wall.slice(10);
}

/** Another time as `14:30`; the seconds stay where the minute does. */
export function atTime(wall: Wall, time: string): Wall {
  return timeText(wall) === time ? wall : `${dayOf(wall)} ${time}:00`;
}

export function wallAtMinute(day: Day, minute: number): Wall {
  return moveWall(`${day} 00:00:00`, { minutes: minute });
}

export function dayOf(wall: Wall): Day {
  return wall.slice(0, 10);
}

/** `14:30` */
export function timeText(wall: Wall): string {
  return wall.slice(11, 16);
}

/** Minutes since midnight. */
export function minuteOf(wall: Wall): number {
  return Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
}

function inZone(literal: string, zone: string): Wall | undefined {
  const instant = instantOf(literal, zone);
  const fraction = /\.\d+/.exec(literal)?.[0] ?? "";
  return instant && wallAt(instant, zone) + fraction;
}

function timeOf(wall: string): number {
  return Date.parse(`${wall.slice(0, 19).replace(" ", "T")}Z`);
}

function offsetText(seconds: number): string {
  const size = Math.abs(seconds);
  const two = (value: number) => String(Math.floor(value)).padStart(2, "0");
  const rest = size % 60 > 0 ? `:${two(size % 60)}` : "";
  return `${seconds < 0 ? "-" : "+"}${two(size / 3_600)}:${two((size / 60) % 60)}${rest}`;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Making one takes far longer than using it. */
function clock(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
  });
  clocks.set(zone, made);
  return made;
}
