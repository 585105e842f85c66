"use client";
// Client: over a list's table: what it is about, and how it is laid out.
import type { ReactNode } from "react";
import { LayoutMenu } from "@/components/list/layout-menu";
import type { ListQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

export type ListToolbarProps = {
  resource: Resource;
  query: ListQuery;
  facts: TableFacts;
  /** The menu of saved views. */
  children: ReactNode;
};

/** Left to right: saved views, search, filters; at the right: layout. */
export function ListToolbar({ resource, query, children }: ListToolbarProps) {
  return (
    <div className="flex items-center justify-between gap-2 px-4 pb-2 md:px-6">
      {children}
      <LayoutMenu resource={resource} query={query} />
    </div>
  );
}
