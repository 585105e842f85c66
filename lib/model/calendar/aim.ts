// Pure: where a record would come to be, as a pointer drags it or arrow keys move it.
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { addDays, type Day, daysBetween } from "@/lib/model/calendar/day";
import type { CalendarShow } from "@/lib/model/calendar/params";
import { minutesADay, moveWall, type Wall, wallAtMinute } from "@/lib/model/calendar/wall";

/** A point of the calendar; without a minute where a day is all it tells. */
export type Place = { day: Day; minute?: number };

const stepMinutes = 15;
/** Where nothing says at what time. */
const morningMinute = 9 * 60;

/** @param from where it was taken hold of; absent for one that is unscheduled */
export function aim({ wall }: CalendarEvent, from: Place | undefined, to: Place): Wall {
  if (!wall || !from) return firstWall(to);
  const minutes = (to.minute ?? 0) - (from.minute ?? 0);
  return moveWall(wall, {
    days: daysBetween(from.day, to.day),
    minutes: Math.round(minutes / stepMinutes) * stepMinutes,
  });
}

/** The quarter of an hour that holds the place; nine o'clock where only the day is known. */
export function firstWall({ day, minute = morningMinute }: Place): Wall {
  const quarter = Math.floor(minute / stepMinutes) * stepMinutes;
  return wallAtMinute(day, Math.min(Math.max(quarter, 0), minutesADay - stepMinutes));
}

const steps: Record<string, { days?: number; quarters?: number; weeks?: number }> = {
  ArrowLeft: { days: -1 },
  ArrowRight: { days: 1 },
  ArrowUp: { weeks: -1, quarters: -1 },
  ArrowDown: { weeks: 1, quarters: 1 },
};

/** One press of an arrow key: up and down go by weeks in a month, by quarters of an hour in a week. */
export function stepAside(wall: Wall, key: string, show: CalendarShow): Wall | undefined {
  const step = Object.hasOwn(steps, key) ? steps[key] : undefined;
  if (!step) return undefined;
  return show === "month"
    ? moveWall(wall, { days: (step.days ?? 0) + (step.weeks ?? 0) * 7 })
    : moveWall(wall, { days: step.days, minutes: (step.quarters ?? 0) * stepMinutes });
}

/** The days that a calendar draws. */
export function isBetween(day: Day, first: Day, count: number): boolean {
  return day >= first && day < addDays(first, count);
}
