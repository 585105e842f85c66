// Pure: days as `2026-11-23`, and which of them a month and a week show. Weeks begin on Monday, as in ISO 8601.

/** `2026-11-23`: sorts as text. */
export type Day = string;

const dayMs = 86_400_000;
const shape = /^[1-9]\d{3}-\d\d-\d\d$/;

/** @returns `undefined` for what is no day, such as 30 February, or beyond the years 1000 to 9998 */
export function parseDay(text: string): Day | undefined {
  if (!shape.test(text) || text >= "9999") return undefined;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && dayAt(time) === text ? text : undefined;
}

export function addDays(day: Day, days: number): Day {
  return dayAt(timeOf(day) + days * dayMs);
}

/** The same day of another month, or its last one where that month is shorter. */
export function addMonths(day: Day, months: number): Day {
  const at = new Date(timeOf(day));
  const year = at.getUTCFullYear();
  const month = at.getUTCMonth() + months;
  const lastDay = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return dayAt(Date.UTC(year, month, Math.min(at.getUTCDate(), lastDay)));
}

export function daysBetween(from: Day, to: Day): number {
  return Math.round((timeOf(to) - timeOf(from)) / dayMs);
}

/** Monday is 0. */
export function weekdayOf(day: Day): number {
  return (new Date(timeOf(day)).getUTCDay() + 6) % 7;
}

export function isWeekend(day: Day): boolean {
  return weekdayOf(day) > 4;
}

export function monthOf(day: Day): string {
  return day.slice(0, 7);
}

/** The seven days of the week that `day` is in. */
export function weekOf(day: Day): Day[] {
  const monday = addDays(day, -weekdayOf(day));
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index));
}

/** The weeks that hold a day of the month that `day` is in. */
export function weeksOfMonth(day: Day): Day[][] {
  const month = monthOf(day);
  const weeks: Day[][] = [];
  for (let at = `${month}-01`; ; at = addDays(at, 7)) {
    const week = weekOf(at);
    if (!week.some((each) => monthOf(each) === month)) return weeks;
    weeks.push(week);
  }
}

/** The ISO number of the week: the first one holds the year's first Thursday. */
export function weekNumber(day: Day): number {
  const thursday = addDays(day, 3 - weekdayOf(day));
  return 1 + Math.floor(daysBetween(`${thursday.slice(0, 4)}-01-01`, thursday) / 7);
}

function timeOf(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function dayAt(time: number): Day {
  return new Date(time).toISOString().slice(0, 10);
}
