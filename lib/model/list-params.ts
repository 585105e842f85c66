// Pure: the one grammar of list URLs: `?where=is(status,scheduled)&q=anna&sort=-createdAt,title&after=<cursor>&limit=100`.

import { checkLiteral } from "@/lib/model/check-literal";
import { type Cursor, decodeCursor, encodeCursor } from "@/lib/model/cursor";
import { everything, formatFilter, type Group, parseFilter } from "@/lib/model/filter/filter";
import { type Layout, layoutParams, parseLayout, unarranged } from "@/lib/model/list-layout";
import type { Literal } from "@/lib/model/literal";
import { type Params, single } from "@/lib/model/params";
import {
  type Field,
  fieldOf,
  type Resource,
  resourceHref,
  type SortKey,
} from "@/lib/model/resource";

export type Position =
  | { at: "first" }
  | { at: "last" }
  | { at: "after"; cursor: Cursor }
  | { at: "before"; cursor: Cursor }
  /** Where the first sort key reaches a value; that may be a day of a timestamp. */
  | { at: "from"; value: string };

export type PageQuery = {
  sort: SortKey[];
  position: Position;
  /** Rows a page. */
  limit: number;
};

/** Which records a list is about: an act on everything that matches is given this. */
export type Matching = {
  where: Group;
  /** Words to be found; `""` for none. */
  search: string;
};

export type ListQuery = PageQuery &
  Matching & {
    layout: Layout;
    /** The saved view that it began as; `plainView` for the list as it is declared, where a role has another default. */
    view?: string;
  };

export const plainView = "none";

export const limits = [50, 100, 200, 500] as const;
const defaultLimit = limits[0];
const maxSortKeys = 4;
/** Fields that an index may put between sort keys and key. */
const maxTies = 4;
const maxSearchLength = 200;

/** @returns the query, and a notice for each part of the URL that was not understood and therefore left out. */
export function parseListParams(
  resource: Resource,
  params: Params,
): { query: ListQuery; notices: string[] } {
  const { matching, notices } = parseMatching(resource, params);
  const sort = parseSort(resource, single(params.sort), notices);
  const position = parsePosition(resource, sort, params, notices);
  const layout = parseLayout(resource, params, notices);
  const view = single(params.saved);
  const limit = parseLimit(single(params.limit));
  return { query: { ...matching, sort, position, limit, layout, ...(view && { view }) }, notices };
}

/** Which records an address is about. An act on them must refuse one with notices: it would reach more than was meant. */
export function parseMatching(
  resource: Resource,
  params: Params,
): { matching: Matching; notices: string[] } {
  const where = single(params.where);
  const { filter, notices } = where
    ? parseFilter(resource, where)
    : { filter: everything, notices: [] };
  return { matching: { where: filter, search: parseSearch(params, notices) }, notices };
}

function parseSearch(params: Params, notices: string[]): string {
  const search = single(params.q)?.trim() ?? "";
  if (search.includes("\0") || search.length > maxSearchLength) {
    notices.push(
      `A search has ${maxSearchLength} characters at the most, and none that is invisible.`,
    );
    return "";
  }
  return search;
}

/** `where` and `q` as they stand in addresses; nothing for everything. */
export function matchingParams({ where, search }: Matching): Record<string, string> {
  const filter = formatFilter(where);
  return { ...(filter && { where: filter }), ...(search && { q: search }) };
}

/** The same as a query of its own; `""` for everything. */
export function matchingQuery(matching: Matching): string {
  return new URLSearchParams(matchingParams(matching)).toString();
}

/** A list's URL; the bare resource's for the default list. */
export function listHref(resource: Resource, query: ListQuery): string {
  const { position, view } = query;
  const definition = definitionParams(resource, query);
  // A saved view's address alone stands for what was saved: that everything was taken out of it must be said.
  const isBare = view !== undefined && view !== plainView && isEmpty(definition);
  return hrefOf(resource, {
    ...(view && { saved: view }),
    ...(isBare ? { sort: formatSort(resource.list.sort) } : definition),
    ...(position.at === "last" && { last: "" }),
    ...(position.at === "from" && { from: position.value }),
    ...("cursor" in position && { [position.at]: encodeCursor(position.cursor) }),
  });
}

/** The same for all addresses that need the same rows: which fields are read tells, not how they are arranged. */
export function rowsHref(resource: Resource, query: ListQuery): string {
  const { view: _, ...rows } = query;
  return listHref(resource, { ...rows, layout: unarranged(resource, query.layout) });
}

/** What tells one list of a resource from another, without the page of it: what a saved view keeps. */
function definitionParams(
  resource: Resource,
  query: Omit<ListQuery, "position">,
): Record<string, string> {
  const sort = formatSort(query.sort);
  return {
    ...matchingParams(query),
    ...(sort !== formatSort(resource.list.sort) && { sort }),
    ...(query.limit !== defaultLimit && { limit: String(query.limit) }),
    ...layoutParams(resource, query.layout),
  };
}

/** The same as text, of which there is one for each list; "" for the list as it is declared. */
export function definitionText(resource: Resource, query: Omit<ListQuery, "position">): string {
  return queryOf(definitionParams(resource, query));
}

const definitionNames = ["where", "q", "sort", "limit", "columns", "density", "wrap"];

/** Whether an address says by itself what of a list is shown and how; the page of it says nothing of that. */
export function hasDefinition(params: Params): boolean {
  return definitionNames.some((name) => params[name] !== undefined);
}

const positionNames = ["after", "before", "last", "from"];

/** Whether an address asks for a page beyond the first. */
export function hasPosition(params: Params): boolean {
  return positionNames.some((name) => params[name] !== undefined);
}

/** The address that shows a view as it was saved; without one, what the list shows unasked. */
export function savedHref(resource: Resource, view?: string): string {
  return hrefOf(resource, { ...(view && { saved: view }) });
}

/** The list of those that match. */
export function matchingHref(resource: Resource, matching: Partial<Matching>): string {
  return hrefOf(resource, matchingParams({ where: everything, search: "", ...matching }));
}

function hrefOf(resource: Resource, params: Record<string, string>): string {
  const isFirst = resource.views[0]?.kind === "list";
  const all = isFirst ? params : { view: "list", ...params };
  return `${resourceHref(resource)}${isEmpty(all) ? "" : `?${queryOf(all)}`}`;
}

function isEmpty(params: Record<string, string>): boolean {
  return Object.keys(params).length === 0;
}

function queryOf(params: Record<string, string>): string {
  return Object.entries(params)
    .map(([name, value]) => (value === "" ? name : `${name}=${queryText(value)}`))
    .join("&");
}

/** Percent-encoded, but for what may stand in a query and is easier to read as it is. */
function queryText(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|2F|3A|7C)/g, decodeURIComponent);
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

/** A click with Shift: a further key, then the other way round, then none. */
export function sortAfterShiftClick(sort: SortKey[], field: Field): SortKey[] {
  const current = sort.find((key) => key.field === field.name);
  if (!current)
    return [...sort.slice(0, maxSortKeys - 1), { field: field.name, descending: false }];
  if (current.descending) return sort.length > 1 ? sort.filter((key) => key !== current) : sort;
  return sort.map((key) => (key === current ? { ...key, descending: true } : key));
}

/** A secret's order would give it away, so it has none. */
export function isSortField(resource: Resource, name: string): boolean {
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
  const from = single(params.from);
  if (from !== undefined) return parseFrom(resource, sort, from, notices);
  for (const at of ["after", "before"] as const) {
    const text = single(params[at]);
    if (text === undefined) continue;
    const cursor = decodeCursor(text);
    if (cursor && fits(cursor, sort, resource)) return { at, cursor };
    notices.push("The page in this address is not one of this list; here is the first page.");
  }
  return { at: "first" };
}

function parseFrom(
  resource: Resource,
  [first]: SortKey[],
  value: string,
  notices: string[],
): Position {
  const field = first && fieldOf(resource, first.field);
  const fault = field ? checkLiteral({ ...field, length: undefined }, value) : "It has no order.";
  if (!fault) return { at: "from", value };
  notices.push(`This list cannot begin at “${value.slice(0, 60)}”: ${fault}`);
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
      (places.length >= sort.length &&
        places.length <= sort.length + maxTies &&
        sort.every(({ field }, index) => isReadable(field, places[index]))))
  );
}

function parseLimit(text: string | undefined): number {
  const wanted = Number(text);
  return limits.find((limit) => limit === wanted) ?? defaultLimit;
}
