// Pure: days, times and events in words. The same on the server and in a browser, whatever either's language.
import type { CalendarEvent, Events } from "@/lib/model/calendar/board";
import { type Day, monthOf, weekdayOf, weekNumber, weekOf } from "@/lib/model/calendar/day";
import type { CalendarQuery } from "@/lib/model/calendar/params";
import { dayOf, moveWall, timeText, type Wall } from "@/lib/model/calendar/wall";

export const weekdays = [
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
  "Sunday",
] as const;

const months = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
] as const;

/** "Tue 24 Nov" */
export function dayWords(day: Day): string {
  return `${weekdays[weekdayOf(day)]?.slice(0, 3)} ${dateOf(day)} ${shortMonth(day)}`;
}

/** "24 Nov 2026" */
export function dateWords(day: Day): string {
  return `${dateOf(day)} ${shortMonth(day)} ${Number(day.slice(0, 4))}`;
}

/** "Tuesday 24 November 2026" */
export function wholeDayWords(day: Day): string {
  return `${weekdays[weekdayOf(day)]} ${dateOf(day)} ${monthWords(day)}`;
}

/** "November 2026" */
export function monthWords(day: Day): string {
  return `${months[Number(day.slice(5, 7)) - 1]} ${Number(day.slice(0, 4))}`;
}

/** "Tue 24 Nov, 14:00" */
export function wallWords(wall: Wall): string {
  return `${dayWords(dayOf(wall))}, ${timeText(wall)}`;
}

/** "14:00 – 14:45", or "14:00" where nobody knows how long. */
export function spanWords({ wall, minutes }: CalendarEvent): string {
  if (!wall) return "Unscheduled";
  return minutes ? `${timeText(wall)} – ${timeText(moveWall(wall, { minutes }))}` : timeText(wall);
}

/** "November 2026", "23 – 29 Nov 2026" or "From Tue 24 Nov 2026" */
export function queryWords({ show, on }: CalendarQuery): string {
  if (show === "month") return monthWords(on);
  if (show === "agenda") return `From ${dayWords(on)} ${on.slice(0, 4)}`;
  const [first, last] = [weekOf(on)[0] ?? on, weekOf(on)[6] ?? on];
  const year = first.slice(0, 4) === last.slice(0, 4) ? "" : ` ${first.slice(0, 4)}`;
  const from = monthOf(first) === monthOf(last) ? "" : ` ${shortMonth(first)}${year}`;
  return `${dateOf(first)}${from} – ${dateOf(last)} ${shortMonth(last)} ${last.slice(0, 4)}`;
}

/** "Week 48" */
export function weekWords(day: Day): string {
  return `Week ${weekNumber(day)}`;
}

/** "12", or "200+" where it was not counted further. */
export function countWords({ count, isMore }: Pick<Events, "count" | "isMore">): string {
  return `${count.toLocaleString("en")}${isMore ? "+" : ""}`;
}

/** All that a chip says, for those who do not see it: "14:00 – 14:45, life, Ada Lovelace, scheduled". */
export function eventWords(event: CalendarEvent): string {
  return [spanWords(event), event.title, event.person, event.state].filter(Boolean).join(", ");
}

/** "24" */
export function dateOf(day: Day): string {
  return String(Number(day.slice(8)));
}

function shortMonth(day: Day): string {
  return months[Number(day.slice(5, 7)) - 1]?.slice(0, 3) ?? "";
}
