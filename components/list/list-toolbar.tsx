"use client";
// Client: over a list's table: what it is about, and how it is laid out.
import type { ListQuery } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import type { TableFacts } from "@/lib/model/table-facts";

export type ListToolbarProps = { resource: Resource; query: ListQuery; facts: TableFacts };

/** Left to right: saved views, search, filters; at the right: layout. */
export function ListToolbar(_props: ListToolbarProps) {
  return null;
}
