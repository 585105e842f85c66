// Server: a resource's records on the days of a timestamp.
import { CalendarBody } from "@/app/(admin)/[resource]/views/calendar-body";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import type { CalendarResource } from "@/components/calendar/calendar-context";
import { CalendarToolbar } from "@/components/calendar/calendar-toolbar";
import { Notice } from "@/components/ui/notice";
import { parseCalendarParams } from "@/lib/model/calendar/params";
import { dayOf, wallAt } from "@/lib/model/calendar/wall";
import { parseListParams } from "@/lib/model/list-params";
import { fieldOf, type Resource } from "@/lib/model/resource";
import type { CalendarView as Declared } from "@/lib/model/view";

export default function CalendarView({ params, ...props }: ViewProps<"calendar">) {
  const { registered, view } = props;
  const { resource } = registered;
  const now = wallAt(new Date(), resource.zone);
  const today = dayOf(now);
  const { query, notices } = parseCalendarParams(params, today);
  // The pages of an agenda are those of a list in the order of time.
  const list = parseListParams(resource, {
    sort: view.at,
    after: params.after,
    before: params.before,
  });
  const told = browserResource(resource, view);
  const states = fieldOf(resource, view.state ?? "")?.options ?? [];
  return (
    <>
      {[...notices, ...list.notices].map((notice) => (
        <Notice key={notice} tone="warning" className="mx-4 mb-2 md:mx-6">
          {notice}
        </Notice>
      ))}
      <CalendarToolbar resource={told} query={query} today={today} states={states} />
      {/* Not streamed: a move's answer draws this anew, and what is around it must be what it was. */}
      <CalendarBody {...props} told={told} query={query} position={list.query.position} now={now} />
    </>
  );
}

function browserResource(resource: Resource, { at }: Declared): CalendarResource {
  const { slug, label, singular, views, zone } = resource;
  const kind = fieldOf(resource, at)?.kind ?? "timestamp";
  return { slug, label, singular, views, zone, at: { name: at, kind } };
}
