// Pure: where a calendar's empty places lead.
import type { CalendarResource } from "@/components/calendar/calendar-context";
import { literalOf, type Wall } from "@/lib/model/calendar/wall";
import { resourceHref } from "@/lib/model/resource";

/** The form of a record to be, at that time. */
export function newHref(resource: CalendarResource, wall: Wall): string {
  const { at, zone } = resource;
  const search = new URLSearchParams({ [at.name]: literalOf(wall, at, zone) });
  return `${resourceHref(resource)}/new?${search}`;
}
