"use client";
// Client: what every part of a calendar needs to know of the calendar it is in.
import { createContext, use } from "react";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import type { Day } from "@/lib/model/calendar/day";
import type { Wall } from "@/lib/model/calendar/wall";
import type { Field, Resource } from "@/lib/model/resource";

/** What a calendar tells of its resource to a browser. */
export type CalendarResource = Pick<Resource, "slug" | "label" | "singular" | "views" | "zone"> & {
  /** The field that places a record. */
  at: Pick<Field, "name" | "kind">;
};

/** A record on its way: drawn where it would come to be. */
export type Carried = { event: CalendarEvent; to: Wall; by: "pointer" | "keyboard" };

type CalendarFacts = {
  resource: CalendarResource;
  today: Day;
  canMove: boolean;
  canCreate: boolean;
  carried: Carried | undefined;
  /** Whose date and time the dialog asks for. */
  choose: (event: CalendarEvent) => void;
};

export const CalendarContext = createContext<CalendarFacts | undefined>(undefined);

export function useCalendar(): CalendarFacts {
  const facts = use(CalendarContext);
  if (!facts) throw new Error("This is drawn inside a calendar only.");
  return facts;
}
