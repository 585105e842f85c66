"use client";
// Client: over a list's table: what it is about, and how it is laid out.
import type { ReactNode } from "react";
import { FilterBar } from "@/components/list/filter/filter-bar";
import { SearchBox } from "@/components/list/filter/search-box";
import { LayoutMenu } from "@/components/list/layout-menu";
import type { ListQuery } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

export type ListToolbarProps = {
  resource: Resource;
  query: ListQuery;
  facts: TableFacts;
  /** Those whose names are known. */
  people: Page["people"];
};

/** Left to right: saved views (its children), search, filters; at the right: layout. */
export function ListToolbar({
  resource,
  query,
  facts,
  people,
  children,
}: ListToolbarProps & { children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-start gap-2 px-4 pb-2.5 md:px-6">
      {children}
      {resource.list.search.length > 0 && <SearchBox {...{ resource, query, facts }} />}
      <FilterBar {...{ resource, query, facts, people }} />
      <LayoutMenu resource={resource} query={query} />
    </div>
  );
}
