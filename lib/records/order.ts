// Server: the order of a list's rows, and places in it.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { Cursor } from "@/lib/model/cursor";
import { isInstant } from "@/lib/model/instant";
import type { PageQuery, Position } from "@/lib/model/list-params";
import type { Literal } from "@/lib/model/literal";
import { type Field, fieldOf } from "@/lib/model/resource";
import { columnOf, keyEquals } from "@/lib/records/columns";
import { type OrderKey, reversed, segmentsAfter } from "@/lib/records/keyset";
import type { Registered } from "@/lib/resources/registry";

export type Order = {
  /** The fields whose literals a cursor carries beside the key's: the sort keys, and what an index has after them. */
  placed: string[];
  /** The sort keys, those fields and the key itself, so that the order is total. */
  keys: (OrderKey & { field: string })[];
};

/** @param ties fields between the sort keys and the key; a cursor of an order without them has none */
export function orderOf(
  registered: Registered,
  { sort, position }: PageQuery,
  ties: string[] = [],
): Order {
  const { resource } = registered;
  const carried = "cursor" in position ? position.cursor.sort?.length : undefined;
  const isPlain = carried !== undefined && carried !== sort.length + ties.length;
  const placed = [...sort.map(({ field }) => field), ...(isPlain ? [] : ties)];
  const descending = sort[0]?.descending ?? false;
  const keys = [...new Set([...placed, ...resource.key])].map((field) => ({
    field,
    column: sql`${columnOf(registered, field)}`,
    descending: sort.find((key) => key.field === field)?.descending ?? descending,
    nullable: fieldOf(resource, field)?.nullable ?? true,
  }));
  return { placed, keys };
}

/** Literals that were too long for the cursor to carry are looked up by its key: its row gone, it is the first page. */
export async function completed(
  tx: Transaction,
  registered: Registered,
  position: Position,
  { placed }: Order,
): Promise<Position> {
  if (!("cursor" in position)) return position;
  const { key, sort } = position.cursor;
  if (sort) return sort.length === placed.length ? position : { at: "first" };
  const selection = placed.map((field) => sql<Literal>`${columnOf(registered, field)}::text`);
  const [row] = await tx
    .select(Object.fromEntries(selection.entries()))
    .from(registered.table)
    .where(keyEquals(registered, key));
  if (!row) return { at: "first" };
  return { at: position.at, cursor: { sort: placed.map((_, index) => row[index] ?? null), key } };
}

export function isBackwards({ at }: Position): boolean {
  return at === "last" || at === "before";
}

/** Conditions that together hold the rows from `position` on, one after the other; `undefined` for all rows. */
export function segmentsFrom(
  { resource }: Registered,
  { placed, keys }: Order,
  position: Position,
): (SQL | undefined)[] {
  if (position.at === "first" || position.at === "last") return [undefined];
  const [first] = keys;
  if (position.at === "from") {
    const field = first && fieldOf(resource, first.field);
    return field ? reaching(first, field, position.value, resource.zone) : [undefined];
  }
  const { cursor } = position;
  const literalOf = (name: string) =>
    placed.includes(name)
      ? cursor.sort?.[placed.indexOf(name)]
      : cursor.key[resource.key.indexOf(name)];
  const ordered = keys.map((key) => {
    const literal = literalOf(key.field);
    return { ...key, value: literal == null ? null : sql`${literal}` };
  });
  return segmentsAfter(position.at === "before" ? reversed(ordered) : ordered);
}

/** The rows whose first sort key has reached `value`. A day that is gone to downwards is reached at its end. */
function reaching(key: OrderKey, field: Field, value: string, zone: string): SQL[] {
  const { column, descending, nullable } = key;
  const isDay = isInstant(field) && /^\d{4,}-\d{1,2}-\d{1,2}$/.test(value);
  const wall = sql`(${value}::timestamp${descending ? sql` + interval '1 day'` : sql``})`;
  const day = field.kind === "timestamptz" ? sql`(${wall} at time zone ${zone})` : wall;
  if (descending) return [isDay ? sql`${column} < ${day}` : sql`${column} <= ${value}`];
  return [
    isDay ? sql`${column} >= ${day}` : sql`${column} >= ${value}`,
    ...(nullable ? [sql`${column} is null`] : []),
  ];
}

/** @param literals of the placed fields and then of the key; `null` in place of the former where one is too long */
export function cursorAt(literals: Literal[] | null, key: Literal[]): Cursor {
  return { sort: literals, key: key.map((literal) => literal ?? "") };
}
