"use client";
// Client: a calendar whose records can be moved. What it draws is links, so that it can be read before any script.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { AgendaList } from "@/components/calendar/agenda-list";
import { CalendarContext, type CalendarResource } from "@/components/calendar/calendar-context";
import { MonthGrid } from "@/components/calendar/month-grid";
import { MoveDialog } from "@/components/calendar/move-dialog";
import { Unscheduled } from "@/components/calendar/unscheduled";
import { useCarry } from "@/components/calendar/use-carry";
import { type MoveAction, useReschedule } from "@/components/calendar/use-reschedule";
import { useRovingFocus } from "@/components/calendar/use-roving-focus";
import { WeekGrid } from "@/components/calendar/week-grid";
import type { UndoAction } from "@/components/history/undo-form";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import type { CalendarBoard, CalendarDay, CalendarEvent } from "@/lib/model/calendar/board";
import type { CalendarQuery } from "@/lib/model/calendar/params";
import { dayOf, type Wall } from "@/lib/model/calendar/wall";

type CalendarProps = {
  resource: CalendarResource;
  query: CalendarQuery;
  board: CalendarBoard;
  /** Below a month on a phone: the day that the address names, with more of its records. */
  chosen?: CalendarDay;
  /** What clocks in the app's zone show. */
  now: Wall;
  canMove: boolean;
  canCreate: boolean;
  move: MoveAction;
  undo: UndoAction;
  /** After an agenda: its pages. */
  children?: ReactNode;
};

export function Calendar(props: CalendarProps) {
  const { resource, query, now, canCreate, chosen, children } = props;
  const root = useRef<HTMLDivElement>(null);
  const isHydrated = useIsHydrated();
  const canMove = props.canMove && isHydrated;
  const { board, reschedule } = useReschedule({ ...props, singular: resource.singular });
  const [chosenEvent, choose] = useState<CalendarEvent>();
  const days = query.show === "week" ? board.days.slice(1) : board.days;
  const { carried, said, startDrag, handlesKey, onBlur } = useCarry({
    isEnabled: canMove,
    show: query.show,
    board,
    days: days.map(({ day }) => day),
    reschedule,
  });
  const roving = useRovingFocus(root, isHydrated && query.show !== "agenda");
  const followed = useFollowedFocus(root);

  return (
    <CalendarContext value={{ resource, today: dayOf(now), canMove, canCreate, carried, choose }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: listens to the links and buttons inside. */}
      <div
        ref={root}
        onPointerDown={startDrag}
        onKeyDown={(pressed) => {
          if (carried) followed.keep(carried.event.id);
          if (handlesKey(pressed) || roving.handlesKey(pressed)) pressed.preventDefault();
        }}
        onFocus={roving.onFocus}
        onBlur={onBlur}
        className={`flex min-h-0 flex-1 border-t border-line max-lg:flex-col ${carried?.by === "pointer" ? "cursor-grabbing select-none" : ""}`}
      >
        {query.show === "week" ? (
          <>
            <WeekGrid key={query.on} days={board.days} on={query.on} now={now} />
            {board.unscheduled && <Unscheduled {...board.unscheduled} />}
          </>
        ) : (
          <Scroller label={query.show === "month" ? "Days of the month" : "Agenda"}>
            {query.show === "month" && <MonthGrid days={board.days} on={query.on} />}
            {query.show === "agenda" && <AgendaList days={board.days} />}
            {chosen && (
              <div className="md:hidden">
                <AgendaList days={[chosen]} />
              </div>
            )}
            {children}
          </Scroller>
        )}
      </div>
      <p role="status" aria-live="assertive" className="sr-only">
        {said}
      </p>
      {canMove && (
        <MoveDialog
          event={chosenEvent}
          zone={resource.zone}
          today={dayOf(now)}
          reschedule={reschedule}
        />
      )}
    </CalendarContext>
  );
}

function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLElement>(null);
  useEffect(() => {
    const today = region.current?.querySelector("[data-day]:has([aria-current])");
    today?.scrollIntoView({ block: "nearest" });
  }, []);
  return (
    <section
      ref={region}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
      tabIndex={0}
      className="relative min-h-0 min-w-0 flex-1 overflow-y-auto focus-visible:-outline-offset-2"
    >
      {children}
    </section>
  );
}

/** A record that was dropped by keyboard is drawn anew in its new place: the focus goes with it. */
function useFollowedFocus(root: React.RefObject<HTMLElement | null>) {
  const kept = useRef<string>(undefined);
  useEffect(() => {
    if (!kept.current || (document.activeElement && document.activeElement !== document.body))
      return;
    const chip = root.current?.querySelector(
      `[data-event="${CSS.escape(kept.current)}"] [data-item]`,
    );
    if (chip instanceof HTMLElement) chip.focus();
  });
  return {
    keep: (id: string) => {
      kept.current = id;
    },
  };
}
