"use client";
// Client: the hours of one day: its events, what is carried over it, the time of day, and a slot to begin something in.
import { Plus } from "lucide-react";
import Link from "next/link";
import { type PointerEvent, useState } from "react";
import { useCalendar } from "@/components/calendar/calendar-context";
import { EventChip, Ghost } from "@/components/calendar/event-chip";
import { GridCell } from "@/components/calendar/grid-parts";
import { newHref } from "@/components/calendar/new-href";
import { NowLine } from "@/components/calendar/now-line";
import type { CalendarDay } from "@/lib/model/calendar/board";
import { type Day, isWeekend } from "@/lib/model/calendar/day";
import { assumedMinutes, layOutDay, type Placed } from "@/lib/model/calendar/lanes";
import { calendarHref } from "@/lib/model/calendar/params";
import {
  dayOf,
  minuteOf,
  minutesADay,
  timeText,
  type Wall,
  wallAtMinute,
} from "@/lib/model/calendar/wall";
import { wallWords } from "@/lib/model/calendar/words";

const slotMinutes = 30;
const hourPx = 56;
const linePx = 16;
const edgePx = 8;
const hourLines =
  "bg-[repeating-linear-gradient(to_bottom,transparent_0_55px,var(--color-line)_55px_56px)]";

type WeekColumnProps = {
  day: CalendarDay;
  before: CalendarDay | undefined;
  /** On today's column. */
  now: Wall | undefined;
};

export function WeekColumn({ day, before, now }: WeekColumnProps) {
  const { resource, canCreate, carried } = useCalendar();
  const [slot, setSlot] = useState<number>();
  const { placed, crowds } = layOutDay(day.day, before ? [before, day] : [day]);
  const isTarget = carried !== undefined && dayOf(carried.to) === day.day;
  const ground = isTarget ? "bg-accent-soft" : isWeekend(day.day) ? "bg-sunken" : "";
  const follow = (event: PointerEvent<HTMLElement>) => {
    if (canCreate) setSlot(carried ? undefined : slotUnder(event));
  };
  return (
    <GridCell
      data-day={day.day}
      data-hours=""
      onPointerMove={follow}
      onPointerDown={follow}
      onPointerLeave={() => setSlot(undefined)}
      className={`relative h-336 min-w-0 border-r border-line last:border-r-0 ${hourLines} ${ground}`}
    >
      {slot !== undefined && !carried && <Slot day={day.day} minute={slot} />}
      {placed.map((place) => (
        <EventChip
          key={place.event.id}
          event={place.event}
          look="block"
          isContinued={place.isContinued}
          lines={linesOf(place)}
          style={positionOf(place)}
        />
      ))}
      {crowds.map(({ from, count }) => (
        <Link
          key={from}
          data-item
          href={calendarHref(resource, { show: "agenda", on: day.day })}
          prefetch={false}
          style={{ top: share(from) }}
          className="absolute right-0.5 z-10 grid h-6 place-items-center rounded-sm bg-raised px-1 text-2xs font-medium shadow-segment hover:bg-hover"
        >
          {count} more
        </Link>
      ))}
      {isTarget && (
        <Ghost carried={carried} style={ghostPosition(carried.to, carried.event.minutes)} />
      )}
      {now && <NowLine now={now} zone={resource.zone} />}
    </GridCell>
  );
}

function Slot({ day, minute }: { day: Day; minute: number }) {
  const { resource } = useCalendar();
  const wall = wallAtMinute(day, minute);
  return (
    <Link
      href={newHref(resource, wall)}
      prefetch={false}
      draggable={false}
      // By keyboard the "+" beside the day's number leads to the same form.
      tabIndex={-1}
      aria-label={`New ${resource.singular}, ${wallWords(wall)}`}
      style={{ top: share(minute), height: share(slotMinutes) }}
      className="absolute inset-x-0.5 flex items-center gap-1 rounded-sm border border-dashed border-line-strong bg-hover px-1 text-xs text-muted"
    >
      <Plus aria-hidden className="size-3" />
      {timeText(wall)}
    </Link>
  );
}

/** Nothing over an event: it has the pointer for itself. */
function slotUnder({ target, currentTarget, clientY }: PointerEvent<HTMLElement>) {
  if (target instanceof Element && target.closest("[data-event]")) return undefined;
  const { top, height } = currentTarget.getBoundingClientRect();
  const minute = ((clientY - top) / height) * minutesADay;
  const slot = Math.floor(minute / slotMinutes) * slotMinutes;
  return Math.min(Math.max(slot, 0), minutesADay - slotMinutes);
}

function linesOf({ from, to }: Placed): number {
  return Math.max(Math.floor((((to - from) / 60) * hourPx - edgePx) / linePx), 1);
}

function positionOf({ from, to, lane, lanes }: Placed) {
  return {
    top: `calc(${share(from)} + 1px)`,
    height: `calc(${share(to - from)} - 2px)`,
    left: `calc(${(lane / lanes) * 100}% + 2px)`,
    width: `calc(${100 / lanes}% - 4px)`,
  };
}

function ghostPosition(to: Wall, minutes = assumedMinutes) {
  const from = minuteOf(to);
  const height = Math.min(Math.max(minutes, assumedMinutes), minutesADay - from);
  return { top: share(from), height: share(height) };
}

function share(minutes: number): string {
  return `${(minutes / minutesADay) * 100}%`;
}
