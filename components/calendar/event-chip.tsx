"use client";
// Client: a record on a calendar: a link to it, with a button that moves it. One line, or a block as high as it is long.
import { CalendarClock } from "lucide-react";
import Link from "next/link";
import type { CSSProperties } from "react";
import { type Carried, useCalendar } from "@/components/calendar/calendar-context";
import { moveDialogId } from "@/components/calendar/move-dialog";
import { StateIcon, stateGround } from "@/components/calendar/state-look";
import { DialogButton } from "@/components/ui/dialog";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { timeText } from "@/lib/model/calendar/wall";
import { eventWords, spanWords } from "@/lib/model/calendar/words";
import { recordHref } from "@/lib/model/resource";

type EventChipProps = {
  event: CalendarEvent;
  look: "line" | "block";
  /** Its place, where that is not in the flow. */
  style?: CSSProperties;
  /** It began on an earlier day. */
  isContinued?: boolean;
  /** As many as its height has room for. */
  lines?: number;
};

const shapes = {
  line: "h-6 items-center",
  block: "absolute min-h-6 items-start border",
};

export function EventChip({ event, look, style, isContinued = false, lines = 1 }: EventChipProps) {
  const { resource, canMove, carried } = useCalendar();
  const isCarried = carried?.event.id === event.id;
  return (
    <div
      data-event={event.id}
      style={style}
      aria-busy={event.isMoving}
      className={`group/chip @container flex min-w-0 overflow-hidden rounded-sm text-xs hover:z-10 focus-within:z-10 ${shapes[look]} ${stateGround(event.state)} ${event.isMoving || isCarried ? "opacity-45" : ""} ${canMove ? "touch-manipulation [-webkit-touch-callout:none]" : ""}`}
    >
      <Link
        data-item
        href={recordHref(resource, event.id)}
        prefetch={false}
        draggable={false}
        title={`${eventWords(event)}${canMove ? "\nDrag it, or press M, to move it." : ""}`}
        aria-keyshortcuts={canMove ? "M" : undefined}
        className={`flex h-full min-w-0 flex-1 rounded-sm px-1 select-none focus-visible:-outline-offset-2 ${look === "line" ? "items-center gap-1" : "flex-col py-0.5"}`}
      >
        {look === "line" ? (
          <Line event={event} />
        ) : (
          <Block event={event} isContinued={isContinued} lines={lines} />
        )}
        {event.state && <span className="sr-only">, {event.state}</span>}
      </Link>
      {canMove && !event.isMoving && <MoveButton event={event} />}
    </div>
  );
}

function Line({ event: { wall, title, person, state } }: { event: CalendarEvent }) {
  return (
    <>
      <StateIcon state={state} />
      {wall && <span className="shrink-0 opacity-90">{timeText(wall)}</span>}
      <span className="truncate text-ink">
        {title}
        {person && <span className="text-muted"> · {person}</span>}
      </span>
    </>
  );
}

function Block({
  event,
  isContinued,
  lines = 1,
}: Pick<EventChipProps, "event" | "isContinued" | "lines">) {
  const { title, person, state, wall = "" } = event;
  return (
    <>
      <span className="flex h-4 min-w-0 items-center gap-1">
        <StateIcon state={state} className="@max-[48px]:hidden" />
        <span className="truncate font-medium text-ink">
          {isContinued && <span aria-hidden>… </span>}
          {title}
        </span>
        {lines === 1 && <span className="shrink-0 @max-[110px]:sr-only">{timeText(wall)}</span>}
      </span>
      {lines > 1 && <span className="h-4 truncate">{spanWords(event)}</span>}
      {person && (
        <span className={lines > 2 ? "h-4 truncate text-muted" : "sr-only"}>{person}</span>
      )}
    </>
  );
}

/** Where there is no room for it, the agenda has it. */
function MoveButton({ event }: { event: CalendarEvent }) {
  const { choose } = useCalendar();
  return (
    <DialogButton
      dialog={moveDialogId}
      variant="ghost"
      size="sm"
      iconOnly
      data-move
      aria-label={`Move ${event.title}`}
      title="Move to another time"
      onClick={() => choose(event)}
      className="absolute top-0 right-0 size-6! rounded-sm! bg-raised/85! opacity-0 shadow-segment group-focus-within/chip:opacity-100 group-hover/chip:opacity-100 @max-[72px]:hidden pointer-coarse:hidden [&_svg]:size-3.5!"
    >
      <CalendarClock aria-hidden />
    </DialogButton>
  );
}

/** Where what is carried would come to be. */
export function Ghost({ carried, style }: { carried: Carried; style: CSSProperties }) {
  return (
    <div
      // A new one for each place, so that each is scrolled to.
      key={carried.to}
      ref={keepInSight}
      aria-hidden
      style={style}
      className="pointer-events-none absolute inset-x-0.5 z-20 flex min-h-6 items-start gap-1 overflow-hidden rounded-sm border border-dashed border-accent bg-accent-soft px-1 py-0.5 text-xs text-accent-text"
    >
      <span className="shrink-0 font-medium">{timeText(carried.to)}</span>
      <span className="truncate">{carried.event.title}</span>
    </div>
  );
}

function keepInSight(ghost: HTMLElement | null): void {
  ghost?.scrollIntoView({ block: "nearest", inline: "nearest" });
}
