"use client";
// Client: a list on screen: what it is about, its table, its pages. The address says all of it but the selection.
import { useSearchParams } from "next/navigation";
import { useMemo } from "react";
import { DataTable } from "@/components/list/data-table";
import { ListNotices } from "@/components/list/list-notices";
import { ListToolbar } from "@/components/list/list-toolbar";
import { Pager } from "@/components/list/pager";
import { useListPage } from "@/components/list/use-list-page";
import { useSelection } from "@/components/list/use-selection";
import { parseListParams } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

export type ListScreenProps = {
  resource: Resource;
  initial: { href: string; page: Page };
  /** ISO time of the answer. */
  now: string;
  facts: TableFacts;
  can: { create: boolean; update: boolean; delete: boolean };
};

export function ListScreen({ resource, initial, now, facts, can }: ListScreenProps) {
  const params = useSearchParams();
  const { query, notices } = useMemo(
    () => parseListParams(resource, Object.fromEntries(params)),
    [resource, params],
  );
  const list = useListPage(resource, query, initial);
  const selection = useSelection(JSON.stringify([query.where, query.search]));
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <ListToolbar {...{ resource, query, facts }} />
      <ListNotices {...{ resource, query, list, notices }} />
      <DataTable {...{ resource, query, list, facts, selection, can, now }} />
      <Pager {...{ resource, query, page: list.page, isLoading: list.isStale }} />
    </div>
  );
}
