// Server: from the columns of a record to what a calendar shows of it. Secrets stay masked.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { wallOf } from "@/lib/model/calendar/wall";
import { encodeRecordId, type Literal } from "@/lib/model/literal";
import { type Page, personName } from "@/lib/model/page";
import { type Field, fieldOf } from "@/lib/model/resource";
import type { CalendarView } from "@/lib/model/view";
import { cellColumns, keyOf } from "@/lib/records/columns";
import { namePeople } from "@/lib/records/people";
import { titleOf } from "@/lib/records/title";
import type { Registered } from "@/lib/resources/registry";

/** Literals under the names that `eventColumns` gives them, `f0`, `f1`, …; all NULL where there is no record. */
export type EventRow = Record<string, unknown>;

export function eventColumns(registered: Registered, view: CalendarView): SQL {
  const columns = shownFields(registered, view).map((field, index) => {
    const [literal = sql`null`] = cellColumns(registered, field);
    return sql`${literal} as ${sql.identifier(`f${index}`)}`;
  });
  return sql.join(columns, sql`, `);
}

/** Rows without a record have no entry. */
export async function toEvents<Row extends EventRow>(
  tx: Transaction,
  registered: Registered,
  view: CalendarView,
  rows: Iterable<Row>,
): Promise<Map<Row, CalendarEvent>> {
  const fields = shownFields(registered, view);
  const [firstKey = ""] = registered.resource.key;
  const records = [...rows].flatMap((row) => {
    const literals = Object.fromEntries(
      fields.map(({ name }, index) => [name, (row[`f${index}`] ?? null) as Literal]),
    );
    return literals[firstKey] === null ? [] : [{ row, literals }];
  });
  const ids = view.person ? records.map(({ literals }) => literals[view.person ?? ""]) : [];
  const people = await namePeople(tx, [...new Set(ids.filter((id) => id != null))]);
  return new Map(
    records.map(({ row, literals }) => [row, toEvent(registered, view, literals, people)]),
  );
}

function toEvent(
  registered: Registered,
  view: CalendarView,
  literals: Record<string, Literal>,
  people: Page["people"],
): CalendarEvent {
  const { resource } = registered;
  const seen = literals[view.at] ?? null;
  const at = fieldOf(resource, view.at);
  const person = literals[view.person ?? ""];
  return {
    id: encodeRecordId(keyOf(registered, literals)),
    seen,
    wall: seen !== null && at ? wallOf(seen, at, resource.zone) : undefined,
    minutes: minutesOf(literals[view.minutes ?? ""]),
    title: titleOf(registered, literals),
    person: person == null ? undefined : personName(people, person),
    state: literals[view.state ?? ""] ?? undefined,
  };
}

function shownFields({ resource }: Registered, view: CalendarView): Field[] {
  const names = [...resource.key, view.at, resource.title, view.minutes, view.state, view.person];
  return [...new Set(names)].flatMap((name) => (name && fieldOf(resource, name)) || []);
}

function minutesOf(literal: Literal | undefined): number | undefined {
  const minutes = Number(literal ?? 0);
  return minutes > 0 && Number.isFinite(minutes) ? Math.ceil(minutes) : undefined;
}
