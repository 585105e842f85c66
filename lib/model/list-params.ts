// Pure: the one grammar of list URLs: `?sort=-createdAt,title&after=<cursor>&limit=100`.

import { checkLiteral } from "@/lib/model/check-literal";
import type { Literal } from "@/lib/model/literal";
import { type Params, single } from "@/lib/model/params";
import {
  type Field,
  fieldOf,
  type Resource,
  resourceHref,
  type SortKey,
} from "@/lib/model/resource";

/** A place between two rows: the literals of the sort keys and then of the key, or of the key alone. */
export type Cursor = { sort: Literal[] | null; key: string[] };

export type Position =
  | { at: "first" }
  | { at: "last" }
  | { at: "after"; cursor: Cursor }
  | { at: "before"; cursor: Cursor };

export type ListQuery = {
  sort: SortKey[];
  position: Position;
  /** Rows a page. */
  limit: number;
};

export const limits = [50, 100, 200, 500] as const;
const defaultLimit = limits[0];
const maxSortKeys = 4;

/** @returns the query, and a notice for each part of the URL that was not understood and therefore left out. */
export function parseListParams(
  resource: Resource,
  params: Params,
): { query: ListQuery; notices: string[] } {
  const notices: string[] = [];
  const sort = parseSort(resource, single(params.sort), notices);
  const position = parsePosition(resource, sort, params, notices);
  return { query: { sort, position, limit: parseLimit(single(params.limit)) }, notices };
}

/** The query part of a list's URL, with `?`; empty for the default list. */
export function listHref(resource: Resource, query: ListQuery): string {
  const params = new URLSearchParams();
  if (resource.views[0]?.kind !== "list") params.set("view", "list");
  const sort = formatSort(query.sort);
  if (sort !== formatSort(resource.list.sort)) params.set("sort", sort);
  const { position } = query;
  if (position.at === "last") params.set("last", "");
  if (position.at === "after" || position.at === "before") {
    params.set(position.at, encodeCursor(position.cursor));
  }
  if (query.limit !== defaultLimit) params.set("limit", String(query.limit));
  const text = params.toString().replace(/(^|&)last=/, "$1last");
  return `${resourceHref(resource)}${text ? `?${text}` : ""}`;
}

function parseSort(resource: Resource, text: string | undefined, notices: string[]): SortKey[] {
  if (text === undefined) return resource.list.sort;
  const keys = sortKeys(text).filter(({ field }) => {
    const isSortable = isSortField(resource, field);
    if (!isSortable) notices.push(`This list cannot be sorted by “${field.slice(0, 60)}”.`);
    return isSortable;
  });
  const unique = keys.filter(
    (key, index) => keys.findIndex(({ field }) => field === key.field) === index,
  );
  return unique.length > 0 ? unique.slice(0, maxSortKeys) : resource.list.sort;
}

/** `-createdAt,title` → keys in that order. */
export function sortKeys(text: string): SortKey[] {
  return text
    .split(",")
    .filter(Boolean)
    .map((part) => ({ field: part.replace(/^-/, ""), descending: part.startsWith("-") }));
}

export function formatSort(sort: SortKey[]): string {
  return sort.map(({ field, descending }) => `${descending ? "-" : ""}${field}`).join(",");
}

/** A click on a column's header: sort by it, then the other way round, then as the list is by default. */
export function sortAfterClick(resource: Resource, sort: SortKey[], field: Field): SortKey[] {
  const current = sort[0]?.field === field.name ? sort[0] : undefined;
  const newestFirst = field.kind === "timestamp" || field.kind === "timestamptz";
  if (!current) return [{ field: field.name, descending: newestFirst }];
  if (current.descending === newestFirst) return [{ field: field.name, descending: !newestFirst }];
  const isDefault = resource.list.sort[0]?.field === field.name;
  return isDefault ? [{ field: field.name, descending: newestFirst }] : resource.list.sort;
}

/** A secret's order would give it away, so it has none. */
function isSortField(resource: Resource, name: string): boolean {
  const field = fieldOf(resource, name);
  return field?.sortable === true && !field.isSecret && !field.secretWhen;
}

function parsePosition(
  resource: Resource,
  sort: SortKey[],
  params: Params,
  notices: string[],
): Position {
  if (single(params.last) !== undefined) return { at: "last" };
  for (const at of ["after", "before"] as const) {
    const text = single(params[at]);
    if (text === undefined) continue;
    const cursor = decodeCursor(text);
    if (cursor && fits(cursor, sort, resource)) return { at, cursor };
    notices.push("The page in this address is not one of this list; here is the first page.");
  }
  return { at: "first" };
}

function fits({ sort: places, key }: Cursor, sort: SortKey[], resource: Resource): boolean {
  const isReadable = (name: string, literal: Literal | undefined) => {
    const field = fieldOf(resource, name);
    return field !== undefined && (literal == null || checkLiteral(field, literal) === undefined);
  };
  return (
    key.length === resource.key.length &&
    resource.key.every((name, index) => isReadable(name, key[index])) &&
    (places === null ||
      (places.length === sort.length &&
        sort.every(({ field }, index) => isReadable(field, places[index]))))
  );
}

function parseLimit(text: string | undefined): number {
  const wanted = Number(text);
  return limits.find((limit) => limit === wanted) ?? defaultLimit;
}

export function encodeCursor(cursor: Cursor): string {
  const bytes = new TextEncoder().encode(JSON.stringify([cursor.sort, cursor.key]));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}

function decodeCursor(text: string): Cursor | undefined {
  try {
    const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length !== 2) return undefined;
    const [sort, key] = value as [unknown, unknown];
    const isCursor = (sort === null || isArrayOf(sort, isLiteral)) && isArrayOf(key, isText);
    return isCursor ? { sort: sort as Literal[] | null, key: key as string[] } : undefined;
  } catch {
    return undefined;
  }
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isLiteral(value: unknown): value is Literal {
  return value === null || isText(value);
}

function isArrayOf<T>(value: unknown, isElement: (element: unknown) => element is T): value is T[] {
  return Array.isArray(value) && value.every(isElement);
}
