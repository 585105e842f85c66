// Server: which reads each way of showing a calendar needs.
import "server-only";
import type { Actor } from "@/lib/model/actor";
import {
  type CalendarBoard,
  type CalendarDay,
  type CalendarEvent,
  chipsADay,
} from "@/lib/model/calendar/board";
import { addDays, type Day, weekOf, weeksOfMonth } from "@/lib/model/calendar/day";
import type { CalendarQuery } from "@/lib/model/calendar/params";
import { dayOf } from "@/lib/model/calendar/wall";
import type { Cursor } from "@/lib/model/cursor";
import type { Position } from "@/lib/model/list-params";
import type { CalendarView } from "@/lib/model/view";
import { readAgenda } from "@/lib/records/agenda";
import { readDays, readUnscheduled } from "@/lib/records/calendar";
import type { Registered } from "@/lib/resources/registry";

/** A column cannot show more of them at a size that could be read. */
const eventsADayOfWeek = 60;
const eventsOfChosenDay = 30;

type Wanted = {
  actor: Actor;
  registered: Registered;
  view: CalendarView;
  query: CalendarQuery;
  position: Position;
};

export type Loaded = {
  board: CalendarBoard;
  chosen?: CalendarDay;
  /** Neighbouring pages of an agenda. */
  before?: Cursor;
  after?: Cursor;
  /** Days of a week that hold more than is shown. */
  crowded: CalendarDay[];
};

export function loadCalendar(wanted: Wanted): Promise<Loaded> {
  switch (wanted.query.show) {
    case "month":
      return loadMonth(wanted);
    case "week":
      return loadWeek(wanted);
    case "agenda":
      return loadAgenda(wanted);
  }
}

async function loadMonth({ actor, registered, view, query: { on } }: Wanted): Promise<Loaded> {
  const shown = weeksOfMonth(on).flat();
  const [days, [chosen]] = await Promise.all([
    readDays(actor, registered, view, {
      from: shown[0] ?? on,
      days: shown.length,
      perDay: chipsADay,
    }),
    readDays(actor, registered, view, { from: on, days: 1, perDay: eventsOfChosenDay }),
  ]);
  return { board: { days }, chosen, crowded: [] };
}

async function loadWeek({ actor, registered, view, query: { on } }: Wanted): Promise<Loaded> {
  // With the day before it, from which records may reach into the week.
  const from = addDays(weekOf(on)[0] ?? on, -1);
  const [days, unscheduled] = await Promise.all([
    readDays(actor, registered, view, { from, days: 8, perDay: eventsADayOfWeek }),
    readUnscheduled(actor, registered, view),
  ]);
  const crowded = days.slice(1).filter(({ events, count }) => count > events.length);
  return { board: { days, unscheduled }, crowded };
}

async function loadAgenda({ actor, registered, view, query, position }: Wanted): Promise<Loaded> {
  const agenda = await readAgenda(actor, registered, view, query.on, position);
  const days = byDay(agenda.events);
  const isStart = position.at === "first" && days[0]?.day !== query.on;
  const empty = { day: query.on, events: [], count: 0, isMore: false };
  return { ...agenda, board: { days: isStart ? [empty, ...days] : days }, crowded: [] };
}

function byDay(events: CalendarEvent[]): CalendarDay[] {
  const days = new Map<Day, CalendarEvent[]>();
  for (const event of events) {
    const day = dayOf(event.wall ?? "");
    days.set(day, [...(days.get(day) ?? []), event]);
  }
  return [...days].map(([day, each]) => ({
    day,
    events: each,
    count: each.length,
    isMore: false,
  }));
}
