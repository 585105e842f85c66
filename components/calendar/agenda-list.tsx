"use client";
// Client: records day by day, one line each, in the order of time.
import { CalendarClock } from "lucide-react";
import Link from "next/link";
import { useCalendar } from "@/components/calendar/calendar-context";
import { NewLink } from "@/components/calendar/day-heading";
import { moveDialogId } from "@/components/calendar/move-dialog";
import { StateIcon } from "@/components/calendar/state-look";
import { OptionBadge } from "@/components/list/option-badge";
import { Avatar } from "@/components/ui/avatar";
import { DialogButton } from "@/components/ui/dialog";
import type { CalendarDay, CalendarEvent } from "@/lib/model/calendar/board";
import { spanWords, wholeDayWords } from "@/lib/model/calendar/words";
import { recordHref } from "@/lib/model/resource";

export function AgendaList({ days }: { days: CalendarDay[] }) {
  return (
    <ol>
      {days.map((day) => (
        <AgendaDay key={day.day} day={day} />
      ))}
    </ol>
  );
}

function AgendaDay({ day }: { day: CalendarDay }) {
  const { today, resource } = useCalendar();
  return (
    <li>
      <div className="sticky top-0 z-10 flex h-9 items-center gap-2 border-b border-line bg-canvas px-4 md:px-6">
        <h2 className="text-xs font-medium">{wholeDayWords(day.day)}</h2>
        {day.day === today && <span className="text-xs font-medium text-accent-text">Today</span>}
        <NewLink day={day.day} className="ml-auto" />
      </div>
      {day.events.length === 0 && (
        <p className="px-4 py-3 text-sm text-muted md:px-6">
          No {resource.label.toLowerCase()} on this day.
        </p>
      )}
      <ul>
        {day.events.map((event) => (
          <AgendaLine key={event.id} event={event} />
        ))}
      </ul>
    </li>
  );
}

function AgendaLine({ event }: { event: CalendarEvent }) {
  const { resource, canMove, choose } = useCalendar();
  const { title, person, state, isMoving } = event;
  return (
    <li
      aria-busy={isMoving}
      className={`relative grid min-h-11 grid-cols-[auto_minmax(0,1fr)_auto] items-center gap-x-3 border-b border-line px-4 hover:bg-hover md:grid-cols-[7rem_minmax(0,16rem)_minmax(0,1fr)_8rem_2rem] md:px-6 ${isMoving ? "opacity-45" : ""}`}
    >
      <span className="min-w-24 text-sm text-muted">{spanWords(event)}</span>
      <span className="flex min-w-0 flex-col">
        <Link
          href={recordHref(resource, event.id)}
          prefetch={false}
          className="flex min-w-0 items-center gap-1.5 text-sm font-medium after:absolute after:inset-0"
        >
          <StateIcon state={state} className="md:hidden" />
          <span className="truncate">{title}</span>
          {state && <span className="sr-only md:hidden">, {state}</span>}
        </Link>
        {person && <span className="truncate text-xs text-muted md:hidden">{person}</span>}
      </span>
      <span className="flex min-w-0 items-center gap-1.5 text-sm max-md:hidden">
        {person && <Avatar name={person} />}
        <span className="truncate">{person}</span>
      </span>
      <span className="max-md:hidden">{state !== undefined && <OptionBadge option={state} />}</span>
      <span className="min-w-8">
        {canMove && !isMoving && (
          <DialogButton
            dialog={moveDialogId}
            variant="ghost"
            iconOnly
            aria-label={`Move ${title}`}
            title="Move to another time"
            onClick={() => choose(event)}
            className="relative"
          >
            <CalendarClock aria-hidden />
          </DialogButton>
        )}
      </span>
    </li>
  );
}
