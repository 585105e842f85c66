// Server: one page of a resource's records.
import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import type { Cursor, ListQuery, Position } from "@/lib/model/list-params";
import type { Literal } from "@/lib/model/literal";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import { type Field, fieldOf, type Resource, type SortKey } from "@/lib/model/resource";
import { noteColumnUse } from "@/lib/records/column-uses";
import { cellColumns, columnOf, keyEquals, previewLength } from "@/lib/records/columns";
import { type OrderKey, orderBy, reversed, segmentsAfter } from "@/lib/records/keyset";
import { namePeople } from "@/lib/records/people";
import type { Registered } from "@/lib/resources/registry";

const listDeadlineMs = 5_000;

/** A cursor that no row could have, or whose row is needed and gone, gives the first page. */
export async function listRecords(
  actor: Actor,
  registered: Registered,
  query: ListQuery,
): Promise<Page> {
  await authorize(actor, "read", registered.resource);
  noteSort(registered.resource, query);
  try {
    return await read((tx) => fetchPage(tx, registered, query), { deadlineMs: listDeadlineMs });
  } catch (error) {
    const hasCursor = "cursor" in query.position;
    if (!hasCursor || !isUnreadableLiteral(error)) throw error;
    return listRecords(actor, registered, { ...query, position: { at: "first" } });
  }
}

function noteSort(resource: Resource, { sort }: ListQuery): void {
  const column = fieldOf(resource, sort[0]?.field ?? "")?.column;
  if (column) noteColumnUse(resource, column, "sort");
}

type PageScope = {
  /** The fields to read beside those that name and place a row; by default the list's columns. */
  columns?: string[];
  /** Which rows. */
  where?: SQL;
  /** Nothing is cut. */
  isWhole?: boolean;
};

/** For views that show a part of the rows, in a transaction of their own; they ask `authorize` themselves. */
export async function fetchPage(
  tx: Transaction,
  registered: Registered,
  asked: ListQuery,
  { columns = registered.resource.list.columns, where, isWhole = false }: PageScope = {},
): Promise<Page> {
  const query = { ...asked, position: await completed(tx, registered, asked) };
  const fields = pageFields(registered, query, columns);
  const { rows, hasMore } = await fetchRows(tx, registered, query, fields, { where, isWhole });
  const page = { columns: fields.map(({ name }) => name), rows };
  const people = await namePeople(tx, personIds(fields, rows));
  return { ...page, people, ...neighbours(registered, query, page, hasMore) };
}

/** Sort literals that were too long for the cursor to carry are looked up by its key: its row gone, it is the first page. */
export async function completed(
  tx: Transaction,
  registered: Registered,
  { sort, position }: ListQuery,
): Promise<Position> {
  if (!("cursor" in position) || position.cursor.sort) return position;
  const { key } = position.cursor;
  const selection = sort.map(({ field }) => sql<Literal>`${columnOf(registered, field)}::text`);
  const [row] = await tx
    .select(Object.fromEntries(selection.entries()))
    .from(registered.table)
    .where(keyEquals(registered, key));
  if (!row) return { at: "first" };
  return { at: position.at, cursor: { sort: sort.map((_, index) => row[index] ?? null), key } };
}

/** What is shown, and what is needed to link and to page: key, title and sort fields. */
function pageFields({ resource }: Registered, query: ListQuery, columns: string[]): Field[] {
  const names = new Set([
    ...columns,
    ...resource.key,
    ...(resource.title ? [resource.title] : []),
    ...query.sort.map(({ field }) => field),
  ]);
  return [...names].flatMap((name) => fieldOf(resource, name) ?? []);
}

async function fetchRows(
  tx: Transaction,
  registered: Registered,
  query: ListQuery,
  fields: Field[],
  { where, isWhole }: { where: SQL | undefined; isWhole: boolean },
): Promise<{ rows: Cell[][]; hasMore: boolean }> {
  const backwards = query.position.at === "last" || query.position.at === "before";
  const keys = orderKeys(registered, query);
  const order = orderBy(backwards ? reversed(keys) : keys);
  const selection = fields.map((field) => cellColumns(registered, field, isWhole));
  const wanted = query.limit + 1;
  const found: unknown[][] = [];
  for (const segment of conditions(registered, query, backwards)) {
    const condition = and(where, segment);
    const rows = await tx.execute<Record<string, unknown>>(sql`
      select ${numbered(selection.flat())} from ${registered.table}
      ${condition ? sql`where ${condition}` : sql``}
      ${order} limit ${sql.raw(String(wanted - found.length))}`);
    found.push(...rows.map((row) => Object.values(row)));
    if (found.length >= wanted) break;
  }
  const rows = found.slice(0, query.limit).map((values) => toCells(values, selection));
  return { rows: backwards ? rows.reverse() : rows, hasMore: found.length > query.limit };
}

/** `undefined` stands for all rows. */
function conditions(
  registered: Registered,
  { sort, position }: ListQuery,
  backwards: boolean,
): (SQL | undefined)[] {
  if (position.at === "first" || position.at === "last") return [undefined];
  const { cursor } = position;
  const placed = orderKeys(registered, { sort }).map((key) => ({
    ...key,
    value: placeOf(registered.resource, key.field, sort, cursor),
  }));
  return segmentsAfter(backwards ? reversed(placed) : placed);
}

type FieldOrder = OrderKey & { field: string };

/** The sort keys and then the key itself, so that the order is total. */
function orderKeys(registered: Registered, { sort }: Pick<ListQuery, "sort">): FieldOrder[] {
  const { resource } = registered;
  const descending = sort[0]?.descending ?? false;
  const tieBreakers = resource.key
    .filter((name) => !sort.some(({ field }) => field === name))
    .map((field) => ({ field, descending }));
  return [...sort, ...tieBreakers].map((key) => ({
    ...key,
    column: sql`${columnOf(registered, key.field)}`,
    nullable: fieldOf(resource, key.field)?.nullable ?? true,
  }));
}

function placeOf(resource: Resource, field: string, sort: SortKey[], cursor: Cursor): SQL | null {
  const index = sort.findIndex((key) => key.field === field);
  const literal = index < 0 ? cursor.key[resource.key.indexOf(field)] : cursor.sort?.[index];
  return literal == null ? null : sql`${literal}`;
}

function neighbours(
  { resource }: Registered,
  { sort, position }: ListQuery,
  { columns, rows }: Pick<Page, "columns" | "rows">,
  hasMore: boolean,
): Pick<Page, "before" | "after"> {
  const first = rows.at(0);
  const last = rows.at(-1);
  if (!first || !last || resource.key.length === 0) return {};
  const backwards = position.at === "last" || position.at === "before";
  const cellsOf = (row: Cell[], names: string[]) =>
    names.map((name) => row[columns.indexOf(name)] ?? null);
  const cursor = (row: Cell[]): Cursor => {
    const places = cellsOf(
      row,
      sort.map(({ field }) => field),
    );
    return {
      sort: places.some(isLong) ? null : places.map(cellText),
      key: cellsOf(row, resource.key).map((cell) => cellText(cell) ?? ""),
    };
  };
  const hasBefore = backwards ? hasMore : position.at === "after";
  const hasAfter = backwards ? position.at === "before" : hasMore;
  return { ...(hasBefore && { before: cursor(first) }), ...(hasAfter && { after: cursor(last) }) };
}

function isLong(cell: Cell): boolean {
  return Array.isArray(cell) || (cell?.length ?? 0) > previewLength;
}

function numbered(columns: SQL[]): SQL {
  return sql.join(
    columns.map((column, index) => sql`${column} as ${sql.identifier(`c${index}`)}`),
    sql`, `,
  );
}

/** Folds each field's one or two columns (beginning, whole length) into its cell. */
function toCells(values: unknown[], selection: SQL[][]): Cell[] {
  let at = 0;
  return selection.map((columns) => {
    const [literal, length] = values.slice(at, at + columns.length);
    at += columns.length;
    return length == null ? (literal as Cell) : [literal as string, Number(length)];
  });
}

function personIds(fields: Field[], rows: Cell[][]): string[] {
  const indexes = fields.flatMap((field, index) => (field.isPerson ? [index] : []));
  const ids = rows.flatMap((row) => indexes.map((index) => cellText(row[index] ?? null)));
  return [...new Set(ids.filter((id) => id !== null))];
}
