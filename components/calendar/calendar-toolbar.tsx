// Server or client: which part of the calendar is shown, and the ways to the others: links, so they need no script.

import { ChevronLeft, ChevronRight } from "lucide-react";
import type { CalendarResource } from "@/components/calendar/calendar-context";
import { StateLegend } from "@/components/calendar/state-look";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { Segments } from "@/components/ui/segments";
import type { Day } from "@/lib/model/calendar/day";
import {
  type CalendarQuery,
  type CalendarShow,
  calendarHref,
  calendarShows,
  includes,
  stepped,
} from "@/lib/model/calendar/params";
import { queryWords, weekWords } from "@/lib/model/calendar/words";
import { resourceHref } from "@/lib/model/resource";

const labels: Record<CalendarShow, string> = { month: "Month", week: "Week", agenda: "Agenda" };
const stepOf: Record<CalendarShow, string> = { month: "month", week: "week", agenda: "week" };

type CalendarToolbarProps = {
  resource: CalendarResource;
  query: CalendarQuery;
  today: Day;
  states: string[];
};

export function CalendarToolbar({ resource, query, today, states }: CalendarToolbarProps) {
  const to = (steps: number) => calendarHref(resource, stepped(query, steps));
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 pb-3 md:px-6">
      <nav aria-label="Dates" className="flex items-center gap-1">
        <LinkButton
          href={to(-1)}
          prefetch={false}
          iconOnly
          aria-label={`Previous ${stepOf[query.show]}`}
        >
          <ChevronLeft aria-hidden />
        </LinkButton>
        <LinkButton
          href={calendarHref(resource, { show: query.show, on: today })}
          prefetch={false}
          aria-current={includes(query, today) ? "date" : undefined}
        >
          Today
        </LinkButton>
        <LinkButton
          href={to(1)}
          prefetch={false}
          iconOnly
          aria-label={`Next ${stepOf[query.show]}`}
        >
          <ChevronRight aria-hidden />
        </LinkButton>
      </nav>
      <h2 className="flex items-baseline gap-2 text-base font-semibold whitespace-nowrap">
        {queryWords(query)}
        {query.show === "week" && (
          <span className="text-xs font-normal text-muted">{weekWords(query.on)}</span>
        )}
      </h2>
      <p className="text-xs text-muted" title="The zone of the times shown">
        {resource.zone}
      </p>
      <div className="max-xl:hidden">
        <StateLegend states={states} />
      </div>
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <DayForm resource={resource} query={query} />
        <Segments
          label="Shown at once"
          items={calendarShows.map((show) => ({
            value: show,
            label: labels[show],
            href: calendarHref(resource, { show, on: query.on }),
            isCurrent: show === query.show,
          }))}
        />
      </div>
    </div>
  );
}

function DayForm({ resource, query }: Pick<CalendarToolbarProps, "resource" | "query">) {
  return (
    <form action={resourceHref(resource)} className="flex gap-1 max-md:hidden">
      <input type="hidden" name="view" value="calendar" />
      <input type="hidden" name="show" value={query.show} />
      <Input
        key={query.on}
        type="date"
        name="on"
        aria-label="Day"
        required
        min="1000-01-01"
        max="9998-12-31"
        defaultValue={query.on}
        className="w-36!"
      />
      <Button type="submit">Go</Button>
    </form>
  );
}
