// Pure: where events stand in the column of a day: from which minute to which, and side by side where they overlap.
import { byTime, type CalendarDay, type CalendarEvent } from "@/lib/model/calendar/board";
import { type Day, daysBetween } from "@/lib/model/calendar/day";
import { dayOf, minuteOf, minutesADay } from "@/lib/model/calendar/wall";

/** What has no duration is drawn as half an hour. */
export const assumedMinutes = 30;
/** As much as one line of text needs. */
const drawnMinutes = 30;
/** Narrower ones could not be read; what does not fit is counted. */
const maxLanes = 4;

export type Placed = {
  event: CalendarEvent;
  from: number;
  to: number;
  lane: number;
  lanes: number;
  /** It began on an earlier day. */
  isContinued: boolean;
};

/** Events that found no lane, by the minute at which the first of them begins. */
export type Crowd = { from: number; count: number };

type Span = Omit<Placed, "lane" | "lanes">;

/** @param days the day itself and the one before it, from which events may reach into it */
export function layOutDay(
  day: Day,
  days: Pick<CalendarDay, "events">[],
): { placed: Placed[]; crowds: Crowd[] } {
  const spans = days
    .flatMap(({ events }) => events)
    .sort(byTime)
    .flatMap((event) => spanOn(day, event) ?? [])
    .sort((a, b) => a.from - b.from);
  return clusters(spans).map(share).reduce(joined, { placed: [], crowds: [] });
}

/** The part of an event that lies on `day`, in minutes since its midnight. */
function spanOn(day: Day, event: CalendarEvent): Span | undefined {
  if (!event.wall) return undefined;
  const begins = minuteOf(event.wall) + daysBetween(day, dayOf(event.wall)) * minutesADay;
  const ends = begins + (event.minutes ?? assumedMinutes);
  if (begins >= minutesADay || ends <= 0) return undefined;
  const from = Math.max(Math.min(begins, minutesADay - drawnMinutes), 0);
  const to = Math.min(Math.max(ends, from + drawnMinutes), minutesADay);
  return { event, from, to, isContinued: begins < 0 };
}

/** Runs of events of which each overlaps one before it. */
function clusters(spans: Span[]): Span[][] {
  const found: Span[][] = [];
  let end = -1;
  for (const span of spans) {
    const current = found.at(-1);
    if (current && span.from < end) current.push(span);
    else found.push([span]);
    end = Math.max(end, span.to);
  }
  return found;
}

/** Each takes the first lane that is free by then. */
function share(cluster: Span[]): { placed: Placed[]; crowds: Crowd[] } {
  const ends: number[] = [];
  const lanes = cluster.map((span) => {
    const free = ends.findIndex((end) => end <= span.from);
    const lane = free < 0 ? ends.length : free;
    if (lane < maxLanes) ends[lane] = span.to;
    return lane;
  });
  const placed = cluster.flatMap((span, index) => {
    const lane = lanes[index] ?? 0;
    return lane < maxLanes ? [{ ...span, lane, lanes: ends.length }] : [];
  });
  const hidden = cluster.filter((_, index) => (lanes[index] ?? 0) >= maxLanes);
  const [first] = hidden;
  return { placed, crowds: first ? [{ from: first.from, count: hidden.length }] : [] };
}

function joined<T extends Record<"placed" | "crowds", unknown[]>>(all: T, more: T): T {
  return {
    ...all,
    placed: [...all.placed, ...more.placed],
    crowds: [...all.crowds, ...more.crowds],
  };
}
