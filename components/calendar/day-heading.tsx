"use client";
// Client: a day's number as a link to its agenda, and the way to a new record on it.
import { Plus } from "lucide-react";
import Link from "next/link";
import { useCalendar } from "@/components/calendar/calendar-context";
import { newHref } from "@/components/calendar/new-href";
import { firstWall } from "@/lib/model/calendar/aim";
import type { CalendarDay } from "@/lib/model/calendar/board";
import type { Day } from "@/lib/model/calendar/day";
import { calendarHref } from "@/lib/model/calendar/params";
import { countWords, dateOf, dayWords, wholeDayWords } from "@/lib/model/calendar/words";

type DayLinkProps = {
  day: CalendarDay;
  /** Where it leads; the day's agenda otherwise. */
  href?: string;
  className?: string;
};

export function DayLink({ day, href, className = "" }: DayLinkProps) {
  const { resource, today } = useCalendar();
  const isToday = day.day === today;
  return (
    <Link
      data-item
      data-first={isToday || undefined}
      href={href ?? calendarHref(resource, { show: "agenda", on: day.day })}
      prefetch={false}
      aria-current={isToday ? "date" : undefined}
      aria-label={`${wholeDayWords(day.day)}${isToday ? ", today" : ""}, ${amount(day, resource)}`}
      className={`grid h-6 min-w-6 place-items-center rounded-full px-1 text-xs hover:bg-hover aria-[current]:bg-accent aria-[current]:font-semibold aria-[current]:text-on-accent ${className}`}
    >
      {dateOf(day.day)}
    </Link>
  );
}

export function NewLink({ day, className = "" }: { day: Day; className?: string }) {
  const { resource, canCreate } = useCalendar();
  if (!canCreate) return null;
  return (
    <Link
      data-item
      href={newHref(resource, firstWall({ day }))}
      prefetch={false}
      aria-label={`New ${resource.singular} on ${dayWords(day)}`}
      title={`New ${resource.singular}`}
      className={`grid size-6 place-items-center rounded-sm text-muted hover:bg-hover hover:text-ink ${className}`}
    >
      <Plus aria-hidden className="size-3.5" />
    </Link>
  );
}

function amount(day: CalendarDay, { label, singular }: { label: string; singular: string }) {
  return `${countWords(day)} ${day.count === 1 && !day.isMore ? singular : label.toLowerCase()}`;
}
