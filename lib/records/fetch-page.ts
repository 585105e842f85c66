// Server: one page of rows, read by place; whoever asks for it has asked `authorize`.
import "server-only";
import { and, type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { Cursor } from "@/lib/model/cursor";
import type { PageQuery, Position } from "@/lib/model/list-params";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import { type Field, fieldOf } from "@/lib/model/resource";
import { cellColumns, columnOf, previewLength } from "@/lib/records/columns";
import { orderBy, reversed } from "@/lib/records/keyset";
import {
  completed,
  cursorAt,
  isBackwards,
  type Order,
  orderOf,
  segmentsFrom,
} from "@/lib/records/order";
import { namePeople } from "@/lib/records/people";
import type { Registered } from "@/lib/resources/registry";

export type PageScope = {
  /** The fields to read beside those that name and place a row; by default the list's columns. */
  columns?: string[];
  /** Which rows. */
  where?: SQL;
  /** Nothing is cut, and nobody is named. */
  isWhole?: boolean;
  /** Fields between the sort keys and the key, which an index has there. */
  ties?: string[];
  /** Look through so many rows of the order at the most. */
  searched?: number;
  /** Ids of people who are named beside those of the rows. */
  people?: string[];
};

/** In a transaction of the caller's. */
export async function fetchPage(
  tx: Transaction,
  registered: Registered,
  query: PageQuery,
  scope: PageScope = {},
): Promise<Page> {
  const order = orderOf(registered, query, scope.ties);
  const position = await completed(tx, registered, query.position, order);
  const fields = pageFields(registered, order, scope.columns);
  const found = await fetchRows(tx, registered, { ...query, position }, { order, fields, scope });
  const page = { columns: fields.map(({ name }) => name), rows: found.rows };
  const ids = [...personIds(fields, found.rows), ...(scope.people ?? [])];
  const people = scope.isWhole ? {} : await namePeople(tx, [...new Set(ids)]);
  return {
    ...page,
    people,
    ...neighbours(registered, order, position, page, found.hasMore),
    ...(found.searched && { searched: found.searched }),
  };
}

/** What is shown, and what is needed to link and to page: key, title and sort fields. */
function pageFields(
  { resource }: Registered,
  { placed }: Order,
  columns: string[] = resource.list.columns,
): Field[] {
  const title = resource.title ? [resource.title] : [];
  const names = new Set([...columns, ...resource.key, ...title, ...placed]);
  return [...names].flatMap((name) => fieldOf(resource, name) ?? []);
}

type Reading = { order: Order; fields: Field[]; scope: PageScope };

type FoundRows = { rows: Cell[][]; hasMore: boolean; searched?: Page["searched"] };

async function fetchRows(
  tx: Transaction,
  registered: Registered,
  { position, limit }: PageQuery,
  { order, fields, scope }: Reading,
): Promise<FoundRows> {
  const backwards = isBackwards(position);
  const ordered = orderBy(backwards ? reversed(order.keys) : order.keys);
  const selection = fields.map((field) => cellColumns(registered, field, scope.isWhole));
  const wanted = limit + 1;
  const found: unknown[][] = [];
  let searched: Page["searched"];
  for (const segment of segmentsFrom(registered, order, position)) {
    const rows = await tx.execute<Record<string, unknown>>(sql`
      select ${numbered(selection.flat())} ${source(registered, segment, ordered, scope)}
      ${ordered} limit ${sql.raw(String(wanted - found.length))}`);
    found.push(...rows.map((row) => Object.values(row)));
    if (found.length >= wanted) break;
    if (!scope.searched) continue;
    const end = await placeAfter(tx, registered, order, { segment, ordered, rows: scope.searched });
    if (!end) continue;
    searched = {
      rows: scope.searched,
      position: { at: backwards ? "before" : "after", cursor: end },
    };
    break;
  }
  const rows = found.slice(0, limit).map((values) => toCells(values, selection));
  return {
    rows: backwards ? rows.reverse() : rows,
    hasMore: found.length > limit,
    ...(searched && { searched }),
  };
}

/** The rows of a segment that match; those among its first so many, where not all are looked through. */
function source(
  { resource, table }: Registered,
  segment: SQL | undefined,
  ordered: SQL,
  { where, searched }: PageScope,
): SQL {
  if (!searched) return sql`from ${table} ${filtered(and(where, segment))}`;
  // Under the table's own name, so that columns are still called by it.
  return sql`from (
      select * from ${table} ${filtered(segment)} ${ordered} limit ${sql.raw(String(searched))}
    ) as ${sql.identifier(resource.table)} ${filtered(where)}`;
}

function filtered(condition: SQL | undefined): SQL {
  return condition ? sql`where ${condition}` : sql``;
}

/** The place of the last of a segment's first `rows` rows; `undefined` where it has no more than those. */
async function placeAfter(
  tx: Transaction,
  registered: Registered,
  { placed }: Order,
  { segment, ordered, rows }: { segment: SQL | undefined; ordered: SQL; rows: number },
): Promise<Cursor | undefined> {
  const names = [...placed, ...registered.resource.key];
  const literals = names.map((name) => sql`${columnOf(registered, name)}::text`);
  const found = await tx.execute<Record<string, string | null>>(sql`
    select ${numbered(literals)} from ${registered.table} ${filtered(segment)}
    ${ordered} offset ${sql.raw(String(rows - 1))} limit 2`);
  const [last, beyond] = found.map((row) => Object.values(row));
  if (!last || !beyond) return undefined;
  return cursorAt(last.slice(0, placed.length), last.slice(placed.length));
}

function neighbours(
  { resource }: Registered,
  { placed }: Order,
  position: Position,
  { columns, rows }: Pick<Page, "columns" | "rows">,
  hasMore: boolean,
): Pick<Page, "before" | "after"> {
  const first = rows.at(0);
  const last = rows.at(-1);
  if (!first || !last || resource.key.length === 0) return {};
  const cellsOf = (row: Cell[], names: string[]) =>
    names.map((name) => row[columns.indexOf(name)] ?? null);
  const cursor = (row: Cell[]): Cursor => {
    const places = cellsOf(row, placed);
    return cursorAt(
      places.some(isLong) ? null : places.map(cellText),
      cellsOf(row, resource.key).map(cellText),
    );
  };
  const backwards = isBackwards(position);
  const hasBefore = backwards ? hasMore : position.at !== "first";
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
