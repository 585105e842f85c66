// Pure: what a list would cost before it is asked for: what no index serves on a big table, and the ways out of it.
import { roughly } from "@/lib/model/counted";
import { orderWords, partText } from "@/lib/model/filter/describe";
import { type PartPath, withoutPart } from "@/lib/model/filter/edit";
import { conditionsOf, everything } from "@/lib/model/filter/filter";
import { conditionSnippet, orderSnippet, searchSnippet } from "@/lib/model/index-snippet";
import { formatSort, type ListQuery } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";
import {
  indexTail,
  isBig,
  isConditionServed,
  isMatchingServed,
  isSearchedInParts,
  searchedRows,
  servesSearch,
  type TableFacts,
} from "@/lib/model/table-facts";

type Asked = Pick<ListQuery, "where" | "search" | "sort">;

/** A sentence about filters and search of a big table that no index serves; `undefined` where there is nothing to say. */
export function costWarning(
  facts: TableFacts,
  resource: Resource,
  asked: Asked,
): string | undefined {
  const isWhole = asked.where.parts.length === 0 && asked.search === "";
  if (isWhole || !isBig(facts) || isMatchingServed(facts, resource, asked)) return undefined;
  const cause = `No index serves this on ≈ ${roughly(facts.rows)} rows`;
  return isSearchedInParts(facts, resource, asked)
    ? `${cause}: ${searchedRows[0].toLocaleString("en")} at a time are looked through, ${orderWords(resource, asked)}.`
    : `${cause}: it may take too long and be stopped.`;
}

/** `sorted by Duration, where Status is done and “anna” is found` */
export function askedWords(resource: Resource, asked: Asked, people?: Page["people"]): string {
  const labels = asked.sort.flatMap(({ field }) => fieldOf(resource, field)?.label ?? []);
  const parts = [
    asked.where.parts.length > 0 && partText(resource, asked.where, people),
    asked.search && `“${asked.search}” is found`,
  ].filter(Boolean);
  const words = [
    labels.length > 0 && `sorted by ${labels.join(", then ")}`,
    parts.length > 0 && `where ${parts.join(" and ")}`,
  ];
  return words.filter(Boolean).join(", ");
}

type WayOut = { label: string; query: ListQuery };

/** Of many filters each could be taken out by its chip. */
const maxWays = 3;

/** Each gives up one thing that no index serves; the first page of what is left. */
export function waysOut(
  facts: TableFacts,
  resource: Resource,
  query: ListQuery,
  people?: Page["people"],
): WayOut[] {
  const at = { ...query, position: { at: "first" } as const };
  const { sort } = resource.list;
  const isOwnOrder = formatSort(query.sort) === formatSort(sort);
  const isSearchUnserved = query.search !== "" && !servesSearch(facts, resource, query.search);
  return [
    ...(isOwnOrder ? [] : [{ label: "Use the usual order", query: { ...at, sort } }]),
    ...unservedParts(facts, resource, query)
      .slice(0, maxWays)
      .map(({ path, part }) => ({
        label: `Without “${partText(resource, part, people)}”`,
        query: { ...at, where: withoutPart(query.where, path) },
      })),
    ...(isSearchUnserved ? [{ label: "Without the search", query: { ...at, search: "" } }] : []),
    ...(query.where.parts.length > 0 || query.search !== ""
      ? [{ label: "Clear filters", query: { ...at, where: everything, search: "" } }]
      : []),
  ];
}

/** Groups go as a whole. */
function unservedParts(facts: TableFacts, resource: Resource, { where }: Asked) {
  const parts = where.parts.map((part, index) => ({ part, path: [index] as PartPath }));
  return parts.filter(({ part }) =>
    conditionsOf(part).some((each) => !isConditionServed(facts, resource, each)),
  );
}

/** Lines for the table's part of the schema, each once. */
export function missingIndexes(facts: TableFacts, resource: Resource, query: Asked): string[] {
  const { sort, where, search } = query;
  const isSorted = sort.length === 0 || indexTail(facts, resource, sort) !== undefined;
  const isSearched = search === "" || servesSearch(facts, resource, search);
  const lines = [
    ...(isSorted ? [] : [orderSnippet(resource, sort)]),
    ...conditionsOf(where)
      .filter((condition) => !isConditionServed(facts, resource, condition))
      .map((condition) => conditionSnippet(resource, condition)),
    ...(isSearched ? [] : resource.list.search.map((field) => searchSnippet(resource, field))),
  ];
  return [...new Set(lines.filter((line) => line !== undefined))];
}
