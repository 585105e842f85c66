// Server: one page of a resource's list: those records that match, in the order asked for, within a bounded time.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import { isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/model/actor";
import { conditionsOf, everything, type Group } from "@/lib/model/filter/filter";
import type { ListQuery, Matching, PageQuery } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";
import {
  indexTail,
  isSearchedInParts,
  searchedRows,
  type TableFacts,
} from "@/lib/model/table-facts";
import { noteColumnUse } from "@/lib/records/column-uses";
import { fetchPage } from "@/lib/records/fetch-page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { nameTargets } from "@/lib/records/name-targets";
import { tableFacts } from "@/lib/records/table-facts";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

/** The layout's columns are read, by default the resource's own. */
type RowsQuery = PageQuery & Partial<Matching & Pick<ListQuery, "layout">>;

/** A cursor that no row could have, or whose row is needed and gone, gives the first page. */
export async function listRecords(
  actor: Actor,
  registered: Registered,
  query: RowsQuery,
): Promise<Page> {
  await authorize(actor, "read", registered.resource);
  noteUses(registered.resource, query);
  try {
    const page = await fetchBounded(registered, query, await tableFacts(registered.resource));
    const related = await nameTargets(actor, registered.resource, page);
    return { ...page, ...(related && { related }) };
  } catch (error) {
    const hasPlace = query.position.at !== "first" && query.position.at !== "last";
    if (!hasPlace || !isUnreadableLiteral(error)) throw error;
    return listRecords(actor, registered, { ...query, position: { at: "first" } });
  }
}

/** Fewer rows are looked through where there is no time for more. */
async function fetchBounded(
  registered: Registered,
  query: RowsQuery,
  facts: TableFacts,
): Promise<Page> {
  const { resource } = registered;
  const where = matchingCondition(registered, query);
  const ties = indexTail(facts, resource, query.sort);
  const columns = query.layout?.columns.map(({ field }) => field);
  const scope = { columns, where, ties, people: peopleIn(resource, query.where ?? everything) };
  const matching = { where: query.where ?? everything, search: query.search ?? "" };
  const isBounded = isSearchedInParts(facts, resource, { ...matching, sort: query.sort });
  for (const searched of isBounded ? searchedRows : [undefined]) {
    try {
      return await read((tx) => fetchPage(tx, registered, query, { ...scope, searched }), {
        deadlineMs: env().LIST_BUDGET_MS,
        signal: requestSignal(),
      });
    } catch (error) {
      if (!isQueryCanceled(error) || searched !== searchedRows[0]) throw error;
    }
  }
  throw new Error("A list is fetched at least once.");
}

/** Whom the filter names, so that its words can. */
function peopleIn(resource: Resource, where: Group): string[] {
  return conditionsOf(where).flatMap(({ field, values }) =>
    fieldOf(resource, field)?.isPerson ? values : [],
  );
}

function noteUses(resource: Resource, query: PageQuery & Partial<Matching>): void {
  const note = (name: string, use: "sort" | "filter" | "search") => {
    const column = fieldOf(resource, name)?.column;
    if (column) noteColumnUse(resource, column, use);
  };
  note(query.sort[0]?.field ?? "", "sort");
  for (const { field } of query.where ? conditionsOf(query.where) : []) note(field, "filter");
  if (query.search) for (const field of resource.list.search) note(field, "search");
}
