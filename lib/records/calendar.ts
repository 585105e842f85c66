// Server: the records of some days, by the timestamp that places them. A read costs what it shows, not what there is.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { CalendarDay, Events } from "@/lib/model/calendar/board";
import { addDays, type Day } from "@/lib/model/calendar/day";
import { fieldOf } from "@/lib/model/resource";
import type { CalendarView } from "@/lib/model/view";
import { type EventRow, eventColumns, toEvents } from "@/lib/records/calendar-events";
import { noteColumnUse } from "@/lib/records/column-uses";
import { columnOf } from "@/lib/records/columns";
import { countUpTo } from "@/lib/records/count";
import { orderBy } from "@/lib/records/keyset";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

/** Counting stops here: beyond it the exact number tells nobody anything. */
export const countedPerDay = 200;
const countedUnscheduled = 1_000;
const shownUnscheduled = 20;
const deadlineMs = 4_000;

type DaysWanted = { from: Day; days: number; perDay: number };

/** Each day's number of records, and its first `perDay`. Their index is asked once a day, never the whole table. */
export async function readDays(
  actor: Actor,
  registered: Registered,
  view: CalendarView,
  wanted: DaysWanted,
): Promise<CalendarDay[]> {
  await authorize(actor, "read", registered.resource);
  const { column } = requireTimestamp(registered, view);
  noteColumnUse(registered.resource, column, "sort");
  return read((tx) => fetchDays(tx, registered, view, wanted), {
    deadlineMs,
    signal: requestSignal(),
  });
}

/** Records without a time: how many, and the first of them in the order of their list. */
export async function readUnscheduled(
  actor: Actor,
  registered: Registered,
  view: CalendarView,
): Promise<Events | undefined> {
  await authorize(actor, "read", registered.resource);
  if (!requireTimestamp(registered, view).nullable) return undefined;
  return read((tx) => fetchUnscheduled(tx, registered, view), {
    deadlineMs,
    signal: requestSignal(),
  });
}

async function fetchDays(
  tx: Transaction,
  registered: Registered,
  view: CalendarView,
  { from, days, perDay }: DaysWanted,
): Promise<CalendarDay[]> {
  const { table } = registered;
  const at = columnOf(registered, view.at);
  const within = sql`${at} >= span.opens and ${at} < span.closes`;
  const order = placeOrder(registered, view);
  const rows = await tx.execute<EventRow & { place: number; rows: number }>(sql`
    select day.place, counted.rows, event.*
    from generate_series(0, ${sql.raw(String(days - 1))}) as day(place)
    cross join lateral (select
      ${midnight(registered, view, sql`${from}::date + day.place`)} as opens,
      ${midnight(registered, view, sql`${from}::date + day.place + 1`)} as closes
    ) as span
    cross join lateral (select count(*) as rows from (
      select from ${table} where ${within} limit ${sql.raw(String(countedPerDay + 1))}
    ) as few) as counted
    left join lateral (
      select row_number() over (${order}) as nth, ${eventColumns(registered, view)}
      from ${table} where ${within} ${order} limit ${sql.raw(String(perDay))}
    ) as event on true
    order by day.place, event.nth`);
  const events = await toEvents(tx, registered, view, rows);
  return Array.from({ length: days }, (_, place) => {
    const ofDay = rows.filter((row) => Number(row.place) === place);
    return {
      day: addDays(from, place),
      events: ofDay.flatMap((row) => events.get(row) ?? []),
      ...capped(Number(ofDay[0]?.rows ?? 0), countedPerDay),
    };
  });
}

async function fetchUnscheduled(
  tx: Transaction,
  registered: Registered,
  view: CalendarView,
): Promise<Events> {
  const { resource, table } = registered;
  const without = sql`${columnOf(registered, view.at)} is null`;
  const { rows: count, kind } = await countUpTo(tx, registered, countedUnscheduled, without);
  const isMore = kind === "more than";
  const { sort } = resource.list;
  const place = (index: number) => sql.identifier(`s${index}`);
  const places = sort.map(
    ({ field }, index) => sql`, ${columnOf(registered, field)} as ${place(index)}`,
  );
  const order = orderBy(
    sort.map(({ descending }, index) => ({
      column: sql`${place(index)}`,
      descending,
      nullable: true,
    })),
  );
  // A few are found by their index and then sorted; walking the list in its order for them could mean all of it.
  const way = isMore ? sql`not materialized` : sql`materialized`;
  const rows = await tx.execute<EventRow>(sql`
    with found as ${way} (
      select ${eventColumns(registered, view)}${sql.join(places)} from ${table} where ${without}
    )
    select * from found ${order} limit ${sql.raw(String(shownUnscheduled))}`);
  const events = await toEvents(tx, registered, view, rows);
  return { events: [...events.values()], count, isMore };
}

/** By time and then by key, as an index on both has it. */
function placeOrder(registered: Registered, view: CalendarView): SQL {
  return orderBy(
    [view.at, ...registered.resource.key].map((name) => ({
      column: sql`${columnOf(registered, name)}`,
      descending: false,
      nullable: false,
    })),
  );
}

/** The beginning of `day` in the app's zone, as the column's type has it. */
export function midnight(registered: Registered, view: CalendarView, day: SQL): SQL {
  const { kind } = requireTimestamp(registered, view);
  if (kind === "timestamp") return sql`(${day})::timestamp`;
  return sql`((${day})::timestamp at time zone ${registered.resource.zone}::text)`;
}

function requireTimestamp({ resource }: Registered, view: CalendarView) {
  const field = fieldOf(resource, view.at);
  const isTimestamp = field?.kind === "timestamp" || field?.kind === "timestamptz";
  if (isTimestamp && !field.isSecret && !field.secretWhen) return field;
  throw new Error(`The calendar of ${resource.slug} is by "${view.at}", which is no timestamp.`);
}

function capped(counted: number, limit: number): Pick<Events, "count" | "isMore"> {
  return { count: Math.min(counted, limit), isMore: counted > limit };
}
