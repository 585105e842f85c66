"use client";
// Client: records without a time, beside the week that they can be put into.
import { useCalendar } from "@/components/calendar/calendar-context";
import { EventChip } from "@/components/calendar/event-chip";
import type { Events } from "@/lib/model/calendar/board";
import { countWords } from "@/lib/model/calendar/words";

export function Unscheduled({ events, count, isMore }: Events) {
  const { canMove, resource } = useCalendar();
  if (count === 0) return null;
  return (
    <aside
      aria-label={`Unscheduled ${resource.label.toLowerCase()}`}
      className="flex flex-none flex-col border-line max-lg:border-t lg:w-56 lg:border-l"
    >
      <header className="px-3 pt-2 pb-1">
        <h2 className="text-xs font-medium">
          Unscheduled{" "}
          <span className="font-normal text-muted">{countWords({ count, isMore })}</span>
        </h2>
        {events.length < count && (
          <p className="text-2xs text-muted">The first {events.length} are shown.</p>
        )}
      </header>
      <ul data-stop="" className="flex min-h-0 gap-1 overflow-auto px-2 pb-2 lg:flex-col">
        {events.map((event) => (
          <li key={event.id} className="relative max-lg:w-40 max-lg:flex-none">
            <EventChip event={event} look="line" />
          </li>
        ))}
      </ul>
      {canMove && (
        <p className="mt-auto border-t border-line px-3 py-2 text-2xs text-balance text-muted max-lg:hidden">
          Drag one into the week, or press M on it.
        </p>
      )}
    </aside>
  );
}
