"use client";
// Client: what stands in a table's place when the page has no rows: why, and the ways on.
import { Database, Rows3, Search, SearchX } from "lucide-react";
import { ListLink } from "@/components/list/list-link";
import type { ListPage } from "@/components/list/use-list-page";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { orderWords } from "@/lib/model/filter/describe";
import { everything } from "@/lib/model/filter/filter";
import { type ListQuery, listHref, type Position } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

type NoRowsProps = { resource: Resource; query: ListQuery; list: ListPage };

export function NoRows(props: NoRowsProps) {
  return (
    <div role="status" className="min-h-0 flex-1 overflow-y-auto border-t border-line">
      <Reason {...props} />
    </div>
  );
}

function Reason({ resource, query, list: { page, failure } }: NoRowsProps) {
  const things = resource.label.toLowerCase();
  const way = (label: string, change: Partial<ListQuery>) => (
    <ListLink href={listHref(resource, { ...query, ...change })} className={buttonClass({})}>
      {label}
    </ListLink>
  );
  const to = (label: string, position: Position) => way(label, { position });
  const clear = way("Clear filters", {
    where: everything,
    search: "",
    position: { at: "first" },
  });
  if (failure) {
    // What is the matter stands above.
    return <EmptyState icon={<Database />} title={`No ${things} were loaded`} />;
  }
  if (page.searched) {
    const rows = page.searched.rows.toLocaleString("en");
    return (
      <EmptyState
        icon={<Search />}
        title="Nothing found yet"
        actions={
          <>
            {to(`Look through the next ${rows}`, page.searched.position)}
            {clear}
          </>
        }
      >
        {rows} rows were looked through, {orderWords(resource, query)}, and none matches. There are
        more.
      </EmptyState>
    );
  }
  if (query.position.at !== "first") {
    return (
      <EmptyState
        icon={<Rows3 />}
        title={query.position.at === "from" ? `No ${things} from there on` : "This page is empty"}
        actions={
          <>
            {to("First page", { at: "first" })}
            {to("Last page", { at: "last" })}
          </>
        }
      >
        {query.position.at === "from"
          ? "The list ends before that place."
          : "Its rows were deleted, or match no longer."}
      </EmptyState>
    );
  }
  if (query.where.parts.length === 0 && query.search === "")
    return <EmptyState icon={<Rows3 />} title={`No ${things} yet`} />;
  return (
    <EmptyState icon={<SearchX />} title={`No ${things} match`} actions={clear}>
      {query.search && <>Nothing has “{query.search.slice(0, 60)}” in it. </>}
      Take out a filter, or clear them all.
    </EmptyState>
  );
}
