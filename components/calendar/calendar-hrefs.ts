// Pure: where the parts of a calendar lead.
import type { CalendarResource } from "@/components/calendar/calendar-context";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { literalOf, type Wall } from "@/lib/model/calendar/wall";

type Addressed = Pick<CalendarResource, "slug">;

export function recordHref({ slug }: Addressed, { id }: CalendarEvent): string {
  return `/${encodeURIComponent(slug)}/${id}`;
}

/** The form of a record to be, at that time. */
export function newHref({ slug, at, zone }: CalendarResource, wall: Wall): string {
  const search = new URLSearchParams({ [at.name]: literalOf(wall, at, zone) });
  return `/${encodeURIComponent(slug)}/new?${search}`;
}
