"use client";
// Client: dragging by mouse, pen or, after a long press, finger. It tells where the pointer is; who listens draws it.
import { type PointerEvent as ReactPointerEvent, useRef } from "react";
import { aim, type Place } from "@/lib/model/calendar/aim";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { minutesADay, type Wall } from "@/lib/model/calendar/wall";

const longPressMs = 350;
/** A hand that clicks moves less than this, in pixels. */
const slack = 5;

type DragProps = {
  find: (id: string) => CalendarEvent | undefined;
  /** Without a place the drag has ended. */
  onCarry: (event: CalendarEvent, to: Wall | undefined) => void;
  onDrop: (event: CalendarEvent, to: Wall) => void;
};

/** @returns what to call when a pointer goes down anywhere in the calendar */
export function useDrag({ find, onCarry, onDrop }: DragProps) {
  const current = useRef<AbortController>(undefined);

  return (down: ReactPointerEvent) => {
    const element = down.target instanceof Element ? down.target : undefined;
    const source = element?.closest<HTMLElement>("[data-event]");
    const event = source && !element?.closest("button") && find(source.dataset.event ?? "");
    if (!event || event.isMoving || down.button !== 0 || !down.isPrimary) return;
    current.current?.abort();
    const listening = new AbortController();
    current.current = listening;

    const from = event.wall ? placeAt(down.clientX, down.clientY) : undefined;
    const isTouch = down.pointerType === "touch";
    let isHeld = false;
    let to: Wall | undefined;

    const end = () => {
      clearTimeout(pressing);
      listening.abort();
      onCarry(event, undefined);
    };
    const carry = (x: number, y: number) => {
      isHeld = true;
      const place = placeAt(x, y);
      if (place) to = aim(event, from, place);
      if (to) onCarry(event, to);
    };
    const pressing = isTouch
      ? setTimeout(() => carry(down.clientX, down.clientY), longPressMs)
      : undefined;

    const listen = <Kind extends keyof WindowEventMap>(
      kind: Kind,
      listener: (event: WindowEventMap[Kind]) => void,
    ) =>
      window.addEventListener(kind, listener, {
        signal: listening.signal,
        capture: true,
        passive: false,
      });

    listen("pointermove", (move) => {
      const distance = Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY);
      if (isHeld || (!isTouch && distance > slack)) carry(move.clientX, move.clientY);
      else if (isTouch && distance > slack) end();
    });
    listen("pointerup", () => {
      if (isHeld) ignoreNextClick();
      end();
      if (isHeld && to) onDrop(event, to);
    });
    listen("pointercancel", end);
    listen("keydown", (pressed) => {
      if (!isHeld || pressed.key !== "Escape") return;
      pressed.preventDefault();
      pressed.stopPropagation();
      ignoreNextClick();
      end();
    });
    // Once held, a finger drags instead of scrolling, and opens no menu of the browser.
    for (const kind of ["touchmove", "contextmenu", "selectstart"] as const) {
      listen(kind, (other) => isHeld && other.preventDefault());
    }
  };
}

/** The day, and in columns of hours the minute, under that point of the window. */
function placeAt(x: number, y: number): Place | undefined {
  const column = document.elementFromPoint(x, y)?.closest<HTMLElement>("[data-day]");
  const day = column?.dataset.day;
  if (!column || !day) return undefined;
  if (column.dataset.hours === undefined) return { day };
  const { top, height } = column.getBoundingClientRect();
  return { day, minute: ((y - top) / height) * minutesADay };
}

/** The click that a browser makes of a drag's end. */
function ignoreNextClick(): void {
  const ignore = (click: MouseEvent) => {
    click.preventDefault();
    click.stopPropagation();
  };
  window.addEventListener("click", ignore, { capture: true });
  window.addEventListener(
    "pointerdown",
    () => window.removeEventListener("click", ignore, { capture: true }),
    { capture: true, once: true },
  );
  setTimeout(() => window.removeEventListener("click", ignore, { capture: true }), 50);
}
