// Server: the query parameters of a list. A page leaves out what it does not understand; a program is told.
import "server-only";
import { type Complaint, complaint } from "@/lib/api/problem";
import { type Cursor, encodeCursor } from "@/lib/model/cursor";
import {
  formatSort,
  type ListQuery,
  parseListParams,
  parseMatching,
} from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

const names = ["where", "q", "sort", "limit", "after", "before", "last"] as const;
const places = ["after", "before", "last"] as const;
export const maxLimit = 500;

type Given = Partial<Record<(typeof names)[number], string>>;

/** @param defaultLimit records a page. @throws Problem 400 */
export function listQuery(resource: Resource, params: URLSearchParams, defaultLimit: number) {
  const given: Given = Object.fromEntries(params);
  const { query } = parseListParams(resource, given);
  const complaints = [
    ...unknownOrRepeated(params),
    ...matchingComplaints(resource, given),
    ...sortComplaints(resource, given, query),
    ...placeComplaints(given, query),
    ...limitComplaints(given),
  ];
  if (complaints.length > 0)
    throw complaint(400, "This address names no page of the list.", complaints);
  return { ...query, limit: Number(given.limit ?? defaultLimit) };
}

/** The same address at another place of the list. */
export function pageHref(url: URL, at: "after" | "before", cursor: Cursor): string {
  const params = new URLSearchParams(url.searchParams);
  for (const name of places) params.delete(name);
  params.set(at, encodeCursor(cursor));
  return `${url.pathname}?${params}`;
}

function unknownOrRepeated(params: URLSearchParams): Complaint[] {
  return [...new Set(params.keys())].flatMap((parameter) => {
    const isKnown = names.some((name) => name === parameter);
    if (!isKnown) return [{ parameter, detail: `A list takes ${names.join(", ")}.` }];
    return params.getAll(parameter).length > 1 ? [{ parameter, detail: "It is given twice." }] : [];
  });
}

function matchingComplaints(resource: Resource, given: Given): Complaint[] {
  return (["where", "q"] as const).flatMap((parameter) => {
    const { notices } = parseMatching(resource, { [parameter]: given[parameter] });
    return notices.map((detail) => ({ parameter, detail }));
  });
}

function sortComplaints(resource: Resource, { sort }: Given, query: ListQuery): Complaint[] {
  if (sort === undefined || formatSort(query.sort) === sort) return [];
  const [notice] = parseListParams(resource, { sort }).notices;
  const detail = notice ?? "Name one to four different fields, such as “-createdAt,title”.";
  return [{ parameter: "sort", detail }];
}

function placeComplaints(given: Given, { position }: ListQuery): Complaint[] {
  const asked = places.filter((name) => given[name] !== undefined);
  const [parameter] = asked;
  if (parameter === undefined) return [];
  if (asked.length > 1) return [{ parameter, detail: "Give one place only." }];
  return position.at === parameter
    ? []
    : [{ parameter, detail: "This cursor is none of this list in this order." }];
}

function limitComplaints({ limit }: Given): Complaint[] {
  const isLimit =
    limit === undefined || (/^[1-9]\d{0,2}$/.test(limit) && Number(limit) <= maxLimit);
  return isLimit ? [] : [{ parameter: "limit", detail: `A page holds 1 to ${maxLimit} records.` }];
}
