// Pure: the address parameters of an export of what a list is about.
import { formatSort, type ListQuery, matchingParams } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { indexTail, isBig, type TableFacts } from "@/lib/model/table-facts";

/** The list's order where an index has it; else that of the key. */
export function exportParams(
  resource: Resource,
  query: ListQuery,
  facts: TableFacts,
): Record<string, string> {
  const isServed = !isBig(facts) || indexTail(facts, resource, query.sort) !== undefined;
  return { ...matchingParams(query), ...(isServed && { sort: formatSort(query.sort) }) };
}
