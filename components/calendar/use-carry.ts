"use client";
// Client: taking a record up, carrying it over the calendar and putting it down: by pointer, or with M, arrows and Enter.
import { type FocusEvent, type KeyboardEvent, useState } from "react";
import type { Carried } from "@/components/calendar/calendar-context";
import { useDrag } from "@/components/calendar/use-drag";
import type { Reschedule } from "@/components/calendar/use-reschedule";
import { firstWall, isBetween, stepAside } from "@/lib/model/calendar/aim";
import { type CalendarBoard, findEvent } from "@/lib/model/calendar/board";
import type { Day } from "@/lib/model/calendar/day";
import type { CalendarShow } from "@/lib/model/calendar/params";
import { dayOf } from "@/lib/model/calendar/wall";
import { wallWords } from "@/lib/model/calendar/words";

type CarryProps = {
  isEnabled: boolean;
  show: CalendarShow;
  board: CalendarBoard;
  /** The days that are drawn, in order. */
  days: Day[];
  reschedule: Reschedule;
};

export function useCarry({ isEnabled, show, board, days, reschedule }: CarryProps) {
  const [carried, setCarried] = useState<Carried>();
  /** Read out by screen readers as it changes. */
  const [said, say] = useState("");
  const startDrag = useDrag({
    find: (id) => findEvent(board, id),
    onCarry: (event, to) => setCarried(to === undefined ? undefined : { event, to, by: "pointer" }),
    onDrop: reschedule,
  });

  const pickUp = (target: EventTarget) => {
    const element = target instanceof Element && target.closest<HTMLElement>("[data-event]");
    const event = element ? findEvent(board, element.dataset.event ?? "") : undefined;
    const [first] = days;
    if (!event || event.isMoving || !first) return false;
    const to = event.wall ?? firstWall({ day: first });
    setCarried({ event, to, by: "keyboard" });
    say(
      `${event.title} picked up, ${wallWords(to)}. Arrow keys move it, Enter drops it, Escape leaves it where it was.`,
    );
    return true;
  };

  const step = ({ event, to }: Carried, key: string) => {
    const next = stepAside(to, key, show);
    const [first] = days;
    if (!next || !first) return false;
    if (isBetween(dayOf(next), first, days.length)) {
      setCarried({ event, to: next, by: "keyboard" });
      say(wallWords(next));
    } else {
      say(`${wallWords(to)}. The calendar ends here.`);
    }
    return true;
  };

  const putDown = ({ event, to }: Carried, isDropped: boolean) => {
    setCarried(undefined);
    say(isDropped ? `Dropped at ${wallWords(to)}.` : "Left where it was.");
    if (isDropped) reschedule(event, to);
    return true;
  };

  /** Whether the key was one for carrying. */
  const handles = ({ key, target, ...pressed }: KeyboardEvent): boolean => {
    if (carried?.by === "keyboard") {
      if (key === "Enter") return putDown(carried, true);
      if (key === "Escape") return putDown(carried, false);
      return step(carried, key);
    }
    const isPlain = !pressed.ctrlKey && !pressed.metaKey && !pressed.altKey;
    return isPlain && key.toLowerCase() === "m" && pickUp(target);
  };

  return {
    carried,
    said,
    startDrag: isEnabled && show !== "agenda" ? startDrag : undefined,
    handlesKey: (event: KeyboardEvent) => isEnabled && show !== "agenda" && handles(event),
    /** What is carried by keyboard stays where the focus is. */
    onBlur: (event: FocusEvent) => {
      if (carried?.by === "keyboard" && event.relatedTarget) putDown(carried, false);
    },
  };
}
