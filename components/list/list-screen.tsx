"use client";
// Client: a list on screen: what it is about, its table, its pages. The address says all of it but the selection.
import { useSearchParams } from "next/navigation";
import { lazy, Suspense, useMemo } from "react";
import { DataTable } from "@/components/list/data-table";
import { ListNotices } from "@/components/list/list-notices";
import { ListToolbar } from "@/components/list/list-toolbar";
import { useAnnouncedMatching } from "@/components/list/matching-on-screen";
import { NoRows } from "@/components/list/no-rows";
import { Pager } from "@/components/list/pager";
import { SavedViewMenu } from "@/components/list/saved-view-menu";
import type { SavedViewsProps } from "@/components/list/saved-view-state";
import { type InitialPage, useListPage } from "@/components/list/use-list-page";
import { useSelection } from "@/components/list/use-selection";
import type { CellActions } from "@/lib/model/cell-edit";
import { matchingQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { resolveList } from "@/lib/model/saved-views";
import type { TableFacts } from "@/lib/model/table-facts";

/** Comes with the first record that is selected. */
const SelectionBar = lazy(() => import("@/components/list/selection-bar"));

export type ListScreenProps = {
  resource: Resource;
  initial: InitialPage;
  /** ISO time of the answer. */
  now: string;
  facts: TableFacts;
  can: { create: boolean; update: boolean; delete: boolean };
  /** Whether the data are real: then what deletes asks for the number first. */
  isLive: boolean;
  saved: SavedViewsProps;
  actions: CellActions;
};

export function ListScreen(props: ListScreenProps) {
  const { resource, initial, now, facts, can, isLive, saved, actions } = props;
  const params = useSearchParams();
  const resolved = useMemo(
    () => resolveList(resource, Object.fromEntries(params), saved.views, saved.role),
    [resource, params, saved],
  );
  const { query, notices } = resolved;
  useAnnouncedMatching(matchingQuery(query));
  const list = useListPage(resource, query, initial);
  const selection = useSelection(JSON.stringify([query.where, query.search]));
  const { page, isStale, failure } = list;
  const isLoading = isStale && !failure;
  const hasRows = page.rows.length > 0 || isLoading;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ListToolbar {...{ resource, query, facts }} people={page.people}>
        <SavedViewMenu {...{ resource, resolved, saved }} />
      </ListToolbar>
      <ListNotices {...{ resource, query, facts, list, notices }} />
      {hasRows ? (
        <DataTable {...{ resource, query, list, facts, selection, can, actions, now }} />
      ) : (
        <NoRows {...{ resource, query, list }} />
      )}
      {selection.count !== 0 && (
        <Suspense>
          <SelectionBar {...{ resource, query, list, facts, selection, can, isLive, notices }} />
        </Suspense>
      )}
      <Pager {...{ resource, query, page, facts, isLoading }} />
    </div>
  );
}
