// Pure: times as clocks on the wall show them: the number of ms that a clock set to UTC would show, so that days have
// 24 hours in every zone.

import { wallAt } from "@/lib/model/calendar/wall";

/** `to` is the first moment that is no longer in it. */
export type Span = { from: number; to: number };

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

/** What clocks in `zone` show at an instant. */
export function wallTime(instant: Date, zone: string): number {
  return Date.parse(`${wallAt(instant, zone).replace(" ", "T")}Z`);
}

/** As Postgres prints and reads a `timestamp`. */
export function wallLiteral(wall: number): string {
  return new Date(wall).toISOString().slice(0, 23).replace("T", " ");
}

export function isMidnight(wall: number): boolean {
  return wall % day === 0;
}

/** "12 Mar 2026", with the time where it is not midnight or buckets are shorter than a day. */
export function wallLabel(wall: number, width = day): string {
  const hasTime = width < day || !isMidnight(wall);
  return new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    year: "numeric",
    ...(hasTime && { hour: "2-digit", minute: "2-digit" }),
  }).format(wall);
}

/** "12 Mar 2026 – 18 Mar 2026": the last day of whole days is said, not the day after. */
export function spanLabel({ from, to }: Span): string {
  const isWholeDays = isMidnight(from) && isMidnight(to);
  const last = isWholeDays ? to - day : to;
  if (isWholeDays && last === from) return wallLabel(from);
  return `${wallLabel(from)} – ${wallLabel(last)}`;
}

/** "1 hour", "4 weeks". */
export function widthLabel(width: number): string {
  const [unit, name] = (
    [
      [week, "week"],
      [day, "day"],
      [hour, "hour"],
      [minute, "minute"],
    ] as const
  ).find(([unit]) => width % unit === 0) ?? [minute, "minute"];
  const count = width / unit;
  return `${count.toLocaleString("en")} ${name}${count === 1 ? "" : "s"}`;
}
