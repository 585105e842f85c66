// Pure: the part of the address that a calendar keeps: `?view=calendar&show=week&on=2026-11-23`.

import { addDays, addMonths, type Day, monthOf, parseDay, weekOf } from "@/lib/model/calendar/day";
import { type Cursor, encodeCursor } from "@/lib/model/cursor";

import { type Params, single } from "@/lib/model/params";
import type { Resource } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";

export const calendarShows = ["month", "week", "agenda"] as const;
export type CalendarShow = (typeof calendarShows)[number];

export type CalendarQuery = { show: CalendarShow; on: Day };

type Addressed = Pick<Resource, "slug" | "views">;

/** @returns the query, and a notice for each part of the address that was not understood and therefore left out. */
export function parseCalendarParams(
  params: Params,
  today: Day,
): { query: CalendarQuery; notices: string[] } {
  const notices: string[] = [];
  const asked = single(params.show);
  const show = calendarShows.find((each) => each === asked);
  if (asked !== undefined && !show) {
    notices.push("A calendar shows a month, a week or an agenda; here is the month.");
  }
  const date = single(params.on);
  const on = date === undefined ? today : parseDay(date);
  if (!on) notices.push("The day in this address is not one of the calendar; here is today.");
  return { query: { show: show ?? "month", on: on ?? today }, notices };
}

/** @param page where the agenda goes on */
export function calendarHref(
  resource: Addressed,
  { show, on }: CalendarQuery,
  page: { after?: Cursor; before?: Cursor } = {},
): string {
  return viewHref(resource, "calendar", {
    show,
    on,
    after: page.after && encodeCursor(page.after),
    before: page.before && encodeCursor(page.before),
  });
}

/** @param steps 1 is the next month or week, -1 the one before */
export function stepped({ show, on }: CalendarQuery, steps: number): CalendarQuery {
  const day = show === "month" ? addMonths(`${monthOf(on)}-01`, steps) : addDays(on, steps * 7);
  return { show, on: parseDay(day) ?? on };
}

/** Whether the query shows `day`. */
export function includes({ show, on }: CalendarQuery, day: Day): boolean {
  if (show === "month") return monthOf(on) === monthOf(day);
  return show === "week" ? weekOf(on).includes(day) : on === day;
}
