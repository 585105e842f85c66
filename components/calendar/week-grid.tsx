"use client";
// Client: a week as seven columns of hours, scrolled to the working day.
import { useEffect, useRef } from "react";
import { useCalendar } from "@/components/calendar/calendar-context";
import { DayLink, NewLink } from "@/components/calendar/day-heading";
import { Grid, GridHeader, GridRow } from "@/components/calendar/grid-parts";
import { WeekColumn } from "@/components/calendar/week-column";
import type { CalendarDay } from "@/lib/model/calendar/board";
import { type Day, isWeekend } from "@/lib/model/calendar/day";
import { minuteOf, minutesADay, type Wall } from "@/lib/model/calendar/wall";
import { weekdays, weekWords, wholeDayWords } from "@/lib/model/calendar/words";

const hours = Array.from({ length: 24 }, (_, hour) => hour);
const workBegins = 8 * 60;
const firstColumn = "[--hours:3rem] md:[--hours:3.5rem]";

type WeekGridProps = {
  /** The seven days, and before them the one from which events may reach into the first. */
  days: CalendarDay[];
  on: Day;
  now: Wall;
};

export function WeekGrid({ days, on, now }: WeekGridProps) {
  const { today } = useCalendar();
  const week = days.slice(1);
  const scroller = useRef<HTMLElement>(null);
  const begins = firstMinute(week);
  const shownDay = week.some(({ day }) => day === today) ? today : on;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once; afterwards the reader scrolls.
  useEffect(() => {
    const region = scroller.current;
    const column = region?.querySelector<HTMLElement>(`[data-day="${shownDay}"]`);
    if (!region || !column) return;
    region.scrollTop = (begins / minutesADay) * column.offsetHeight;
    region.scrollLeft = column.offsetLeft - region.clientWidth / 3;
  }, []);

  return (
    <section
      ref={scroller}
      aria-label="Hours of the week"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className={`relative min-h-0 min-w-0 flex-1 scroll-pt-20 overflow-auto overscroll-x-contain focus-visible:-outline-offset-2 ${firstColumn}`}
    >
      <Grid
        aria-label={weekWords(on)}
        className="grid min-w-220 grid-cols-[var(--hours)_repeat(7,minmax(0,1fr))]"
      >
        <GridRow>
          <div
            aria-hidden
            className="sticky top-0 left-0 z-40 border-r border-b border-line bg-canvas"
          />
          {week.map((day, index) => (
            <ColumnHeader key={day.day} day={day} weekday={weekdays[index] ?? ""} />
          ))}
        </GridRow>
        <GridRow>
          <Hours />
          {week.map((day, index) => (
            <WeekColumn
              key={day.day}
              day={day}
              before={days[index]}
              now={day.day === today ? now : undefined}
            />
          ))}
        </GridRow>
      </Grid>
    </section>
  );
}

function ColumnHeader({ day, weekday }: { day: CalendarDay; weekday: string }) {
  return (
    <GridHeader
      aria-label={wholeDayWords(day.day)}
      className={`group/day sticky top-0 z-30 flex h-10 items-center gap-1 border-r border-b border-line px-2 last:border-r-0 ${isWeekend(day.day) ? "bg-sunken" : "bg-canvas"}`}
    >
      <span aria-hidden className="text-xs font-medium text-muted">
        {weekday.slice(0, 3)}
      </span>
      <DayLink day={day} />
      <NewLink day={day.day} className="ml-auto" />
    </GridHeader>
  );
}

function Hours() {
  return (
    <div
      aria-hidden
      className="sticky left-0 z-20 border-r border-line bg-canvas text-right text-2xs text-muted"
    >
      {hours.map((hour) => (
        <div key={hour} className="h-14 pr-1.5">
          <span className={hour === 0 ? "hidden" : "relative -top-2"}>
            {String(hour).padStart(2, "0")}:00
          </span>
        </div>
      ))}
    </div>
  );
}

/** The working day, or earlier where something begins before it. */
function firstMinute(week: CalendarDay[]): number {
  const minutes = week.flatMap(({ events }) =>
    events.flatMap(({ wall }) => (wall ? [minuteOf(wall)] : [])),
  );
  return Math.max(Math.min(workBegins, ...minutes) - 30, 0);
}
