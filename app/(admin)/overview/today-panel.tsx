// Server: what is due today, hour by hour.
import Link from "next/link";
import { Panel, Quiet } from "@/app/(admin)/overview/panel";
import { Part } from "@/app/(admin)/part";
import { OptionBadge } from "@/components/list/option-badge";
import { Avatar } from "@/components/ui/avatar";
import type { Actor } from "@/lib/model/actor";
import type { CalendarDay } from "@/lib/model/calendar/board";
import { calendarHref } from "@/lib/model/calendar/params";
import { dayOf, wallAt } from "@/lib/model/calendar/wall";
import { countWords, spanWords, wholeDayWords } from "@/lib/model/calendar/words";
import { type Resource, recordHref } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";
import type { DueItem } from "@/lib/overview/items";
import { readDays } from "@/lib/records/calendar";

const shown = 8;

export function TodayPanel({ actor, registered, view }: DueItem & { actor: Actor }) {
  const { resource } = registered;
  const today = dayOf(wallAt(new Date(), resource.zone));
  return (
    <Panel
      id={`today-${resource.slug}`}
      title={`Today, ${wholeDayWords(today)}`}
      more={{ href: viewHref(resource, "calendar"), label: "Calendar" }}
    >
      <Part
        name={resource.label}
        height="h-60"
        read={() => readDays(actor, registered, view, { from: today, days: 1, perDay: shown })}
      >
        {([day]) => <TodayList resource={resource} day={day} />}
      </Part>
    </Panel>
  );
}

function TodayList({ resource, day }: { resource: Resource; day: CalendarDay | undefined }) {
  if (!day || day.events.length === 0) {
    return <Quiet>Nothing is in the calendar for today.</Quiet>;
  }
  const left = day.count - day.events.length;
  return (
    <>
      <ul className="divide-y divide-line">
        {day.events.map((event) => (
          <li
            key={event.id}
            className="relative flex items-center gap-3 px-4 py-2 text-sm hover:bg-hover"
          >
            <span className="w-24 shrink-0 text-xs text-muted">{spanWords(event)}</span>
            <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-0.5">
              <Link
                href={recordHref(resource, event.id)}
                prefetch={false}
                className="min-w-0 truncate font-medium after:absolute after:inset-0 focus-visible:-outline-offset-2"
              >
                {event.title}
              </Link>
              {event.person && (
                <span className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
                  <Avatar name={event.person} size="sm" />
                  <span className="truncate">{event.person}</span>
                </span>
              )}
            </span>
            {event.state && <OptionBadge option={event.state} />}
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Link
          href={calendarHref(resource, { show: "agenda", on: day.day })}
          prefetch={false}
          className="block px-4 py-2 text-xs text-muted hover:bg-hover hover:text-ink"
        >
          {countWords({ ...day, count: left })} more today
        </Link>
      )}
    </>
  );
}
