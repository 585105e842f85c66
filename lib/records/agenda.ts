// Server: a calendar as a list that goes on from a day or from a record, page by page, by keyset.
import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import type { Day } from "@/lib/model/calendar/day";
import type { Cursor } from "@/lib/model/cursor";
import type { Position } from "@/lib/model/list-params";
import { decodeRecordId } from "@/lib/model/literal";
import type { CalendarView } from "@/lib/model/view";
import { midnight } from "@/lib/records/calendar";
import { type EventRow, eventColumns, toEvents } from "@/lib/records/calendar-events";
import { columnOf } from "@/lib/records/columns";
import { orderBy, type PlacedKey, reversed, segmentsAfter } from "@/lib/records/keyset";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

export type Agenda = { events: CalendarEvent[]; before?: Cursor; after?: Cursor };

const eventsAPage = 50;
const deadlineMs = 4_000;
/** Postgres knows more years; a calendar does not show them. */
const [firstDay, lastDay] = ["1000-01-01", "9999-12-31"];

/** A cursor that no record could have gives the page that begins with `on`. */
export async function readAgenda(
  actor: Actor,
  registered: Registered,
  view: CalendarView,
  on: Day,
  position: Position,
): Promise<Agenda> {
  await authorize(actor, "read", registered.resource);
  try {
    return await read((tx) => fetchAgenda(tx, registered, view, on, position), {
      deadlineMs,
      signal: requestSignal(),
    });
  } catch (error) {
    if (!("cursor" in position) || !isUnreadableLiteral(error)) throw error;
    return readAgenda(actor, registered, view, on, { at: "first" });
  }
}

async function fetchAgenda(
  tx: Transaction,
  registered: Registered,
  view: CalendarView,
  on: Day,
  position: Position,
): Promise<Agenda> {
  const backwards = position.at === "before";
  const cursor = "cursor" in position ? position.cursor : undefined;
  const keys = placedKeys(registered, view, cursor);
  const ordered = backwards ? reversed(keys) : keys;
  const rows = await tx.execute<EventRow>(sql`
    select ${eventColumns(registered, view)} from ${registered.table}
    where ${and(
      within(registered, view, cursor ? firstDay : on),
      // No key is NULL here, so there is but one segment.
      ...(cursor ? segmentsAfter(ordered) : []),
    )}
    ${orderBy(ordered)} limit ${sql.raw(String(eventsAPage + 1))}`);
  const found = [...(await toEvents(tx, registered, view, rows)).values()];
  const hasMore = found.length > eventsAPage;
  const shown = found.slice(0, eventsAPage);
  const events = backwards ? shown.reverse() : shown;
  return { events, ...neighbours(registered, events, { backwards, hasMore }) };
}

/** From the first day that is shown on; neither NULL nor infinity. */
function within(registered: Registered, view: CalendarView, from: Day): SQL {
  const at = columnOf(registered, view.at);
  return sql`${at} >= ${midnight(registered, view, sql`${from}::date`)}
    and ${at} < ${midnight(registered, view, sql`${lastDay}::date`)}`;
}

function placedKeys(
  registered: Registered,
  view: CalendarView,
  cursor: Cursor | undefined,
): PlacedKey[] {
  const { key } = registered.resource;
  const place = (name: string, literal: string | null | undefined): PlacedKey => ({
    column: sql`${columnOf(registered, name)}`,
    descending: false,
    nullable: false,
    value: literal == null ? null : sql`${literal}`,
  });
  return [
    place(view.at, cursor?.sort?.[0]),
    ...key.map((name, index) => place(name, cursor?.key[index])),
  ];
}

/** The first page may have records before it: they are a page back, if there are any. */
function neighbours(
  { resource }: Registered,
  events: CalendarEvent[],
  { backwards, hasMore }: { backwards: boolean; hasMore: boolean },
): Pick<Agenda, "before" | "after"> {
  const cursorOf = ({ seen, id }: CalendarEvent): Cursor => ({
    sort: [seen],
    key: decodeRecordId(id, resource.key.length) ?? [],
  });
  const [first, last] = [events.at(0), events.at(-1)];
  if (!first || !last) return {};
  return {
    ...((!backwards || hasMore) && { before: cursorOf(first) }),
    ...((backwards || hasMore) && { after: cursorOf(last) }),
  };
}
