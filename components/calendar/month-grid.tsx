"use client";
// Client: a month as weeks of days, each with its first records and how many more there are.
import Link from "next/link";
import { useCalendar } from "@/components/calendar/calendar-context";
import { DayLink, NewLink } from "@/components/calendar/day-heading";
import { EventChip, Ghost } from "@/components/calendar/event-chip";
import { Grid, GridCell, GridHeader, GridRow } from "@/components/calendar/grid-parts";
import { StateIcon } from "@/components/calendar/state-look";
import { type CalendarDay, chipsADay } from "@/lib/model/calendar/board";
import { type Day, isWeekend, monthOf } from "@/lib/model/calendar/day";
import { calendarHref } from "@/lib/model/calendar/params";
import { dayOf } from "@/lib/model/calendar/wall";
import { countWords, monthWords, weekdays } from "@/lib/model/calendar/words";

const dotsADay = 3;

type MonthGridProps = { days: CalendarDay[]; on: Day };

export function MonthGrid({ days, on }: MonthGridProps) {
  const weeks = Array.from({ length: days.length / 7 }, (_, week) =>
    days.slice(week * 7, week * 7 + 7),
  );
  return (
    <Grid
      aria-label={monthWords(on)}
      style={{ gridTemplateRows: `auto repeat(${weeks.length}, minmax(max-content, 1fr))` }}
      className="grid grid-cols-[repeat(7,minmax(0,1fr))] border-b border-line md:min-h-full"
    >
      <GridRow>
        {weekdays.map((weekday) => (
          <GridHeader
            key={weekday}
            aria-label={weekday}
            className="sticky top-0 z-20 border-b border-line bg-canvas px-2 py-1.5 text-xs font-medium text-muted max-md:text-center"
          >
            {weekday.slice(0, 3)}
          </GridHeader>
        ))}
      </GridRow>
      {weeks.map((week) => (
        <GridRow key={week[0]?.day}>
          {week.map((day) => (
            <MonthDay key={day.day} day={day} on={on} />
          ))}
        </GridRow>
      ))}
    </Grid>
  );
}

function MonthDay({ day, on }: { day: CalendarDay; on: Day }) {
  const { resource, carried } = useCalendar();
  const isTarget = carried !== undefined && dayOf(carried.to) === day.day;
  const isOutside = monthOf(day.day) !== monthOf(on);
  const ground = isTarget ? "bg-accent-soft" : isWeekend(day.day) ? "bg-sunken" : "";
  return (
    <GridCell
      data-day={day.day}
      className={`group/day flex min-h-13 min-w-0 flex-col gap-0.5 border-line p-1 not-nth-[7n]:border-r [[role=row]:not(:last-child)>&]:border-b md:min-h-36 ${ground}`}
    >
      <div className="flex items-center justify-between max-md:hidden">
        <DayLink day={day} className={isOutside ? "text-faint" : ""} />
        <NewLink
          day={day.day}
          className="opacity-0 group-focus-within/day:opacity-100 group-hover/day:opacity-100 pointer-coarse:opacity-100"
        />
      </div>
      <DayLink
        day={day}
        href={calendarHref(resource, { show: "month", on: day.day })}
        className={`mx-auto md:hidden ${day.day === on ? "ring-1 ring-accent ring-inset" : ""} ${isOutside ? "text-faint" : ""}`}
      />
      <Dots day={day} />
      <Chips day={day} />
    </GridCell>
  );
}

function Chips({ day }: { day: CalendarDay }) {
  const { resource, carried } = useCalendar();
  const shown = day.count > chipsADay ? chipsADay - 1 : chipsADay;
  const events = day.events.slice(0, shown);
  const hidden = day.count - events.length;
  const isTarget =
    carried && dayOf(carried.to) === day.day && !events.some(({ id }) => id === carried.event.id);
  return (
    <div className="relative flex flex-col gap-0.5 max-md:hidden">
      {events.map((event) => (
        <div key={event.id} className="relative">
          <EventChip event={event} look="line" />
        </div>
      ))}
      {isTarget && <Ghost carried={carried} style={{ top: ghostTop(events.length) }} />}
      {hidden > 0 && (
        <Link
          data-item
          href={calendarHref(resource, { show: "agenda", on: day.day })}
          prefetch={false}
          className="flex h-6 items-center rounded-sm px-1 text-xs text-muted hover:bg-hover hover:text-ink"
        >
          {countWords({ count: hidden, isMore: day.isMore })} more
        </Link>
      )}
    </div>
  );
}

const chipPx = 26;

/** Under the chips, or over the last line where the cell is full: carrying something moves nothing else. */
function ghostTop(chips: number): number {
  return Math.min(chips, chipsADay - 1) * chipPx;
}

/** On a phone: what kinds there are, and how many. The chosen day's agenda stands below. */
function Dots({ day }: { day: CalendarDay }) {
  if (day.count === 0) return null;
  return (
    <div aria-hidden className="flex items-center justify-center gap-0.5 md:hidden">
      {day.events.slice(0, dotsADay).map(({ id, state }) => (
        <StateIcon key={id} state={state ?? ""} className="size-2!" />
      ))}
      <span className="ml-0.5 text-2xs text-muted">{countWords(day)}</span>
    </div>
  );
}
