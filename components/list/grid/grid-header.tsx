"use client";
// Client: the headers of a grid: each sorts, opens the menu of its column, and has an edge to widen it by.
import { ArrowDown, ArrowUp, ChevronDown, Hourglass } from "lucide-react";
import { type GridColumn, pinClass, pinStyle, widthOf } from "@/components/list/grid/grid-columns";
import { checkboxClass, checkCellClass, isNumeric } from "@/components/list/grid/grid-row";
import { ListLink } from "@/components/list/list-link";
import { TableCell, TableHeader } from "@/components/ui/table";
import { maxWidth, minWidth } from "@/lib/model/list-layout";
import {
  isSortField,
  type ListQuery,
  listHref,
  sortAfterClick,
  sortAfterShiftClick,
} from "@/lib/model/list-params";
import type { Field, Resource } from "@/lib/model/resource";

type GridHeaderProps = {
  resource: Resource;
  query: ListQuery;
  columns: GridColumn[];
  /** Names of the fields that an index sorts by; `undefined` where the table is small enough for any. */
  served: string[] | undefined;
  /** How much of the page is selected; `undefined` where nothing can be. */
  selected: "none" | "some" | "all" | undefined;
};

export function GridHeader({ resource, query, columns, served, selected }: GridHeaderProps) {
  const isSelectable = selected !== undefined;
  return (
    <tr aria-rowindex={1}>
      {isSelectable && (
        <TableCell data-pinned aria-colindex={1} className={`${checkCellClass} h-8!`}>
          <input
            type="checkbox"
            ref={(input) => {
              if (input) input.indeterminate = selected === "some";
            }}
            checked={selected === "all"}
            readOnly
            aria-label="Select the rows of this page"
            className={checkboxClass}
          />
        </TableCell>
      )}
      {columns.map((column, index) => {
        const { field, isPinned, isLastPinned } = column;
        const isSlow = served !== undefined && !served.includes(field.name);
        const key = query.sort[0]?.field === field.name ? query.sort[0] : undefined;
        return (
          <TableHeader
            key={field.name}
            data-field={field.name}
            numeric={isNumeric(field)}
            aria-colindex={index + (isSelectable ? 2 : 1)}
            aria-sort={key ? (key.descending ? "descending" : "ascending") : undefined}
            className={`group/head ${isPinned ? `${pinClass(index)} ${isLastPinned ? "border-r" : ""}` : "relative"}`}
            {...(isPinned && { "data-pinned": "", style: pinStyle(index, isSelectable) })}
          >
            {isSortField(resource, field.name) ? (
              <SortLink {...{ resource, query, field, isSlow }} />
            ) : (
              <span className="block truncate">{field.label}</span>
            )}
            <button
              type="button"
              data-menu
              aria-label={`Column ${field.label}`}
              aria-haspopup="true"
              className={`absolute top-1/2 grid size-6 -translate-y-1/2 place-items-center rounded-sm bg-surface text-faint opacity-0 group-hover/head:opacity-100 hover:text-ink focus-visible:opacity-100 aria-expanded:opacity-100 pointer-coarse:opacity-100 noscript:hidden ${isNumeric(field) ? "left-0.5" : "right-1.5"}`}
            >
              <ChevronDown aria-hidden className="size-3.5" />
            </button>
            {/* biome-ignore lint/a11y/useSemanticElements: a rule between headers that can be moved. */}
            <div
              role="separator"
              tabIndex={-1}
              aria-orientation="vertical"
              aria-label={`Width of ${field.label}`}
              aria-valuenow={widthOf(resource, query.layout.columns[index] ?? { field: "" })}
              aria-valuemin={minWidth}
              aria-valuemax={maxWidth}
              className="absolute inset-y-0 right-0 w-1.5 cursor-col-resize touch-none hover:bg-accent focus-visible:bg-accent pointer-coarse:w-4 pointer-coarse:hover:bg-transparent noscript:hidden"
            />
          </TableHeader>
        );
      })}
    </tr>
  );
}

type SortLinkProps = { resource: Resource; query: ListQuery; field: Field; isSlow: boolean };

/** A click with Shift sorts by it within the order that there is. */
function SortLink({ resource, query, field, isSlow }: SortLinkProps) {
  const { sort } = query;
  const at = sort.findIndex((key) => key.field === field.name);
  const key = sort[at];
  const hrefWith = (next: ListQuery["sort"]) =>
    listHref(resource, { ...query, sort: next, position: { at: "first" } });
  const Arrow = key?.descending ? ArrowDown : ArrowUp;
  const direction = key?.descending ? "descending" : "ascending";
  return (
    <ListLink
      href={hrefWith(sortAfterClick(resource, sort, field))}
      draggable={false}
      aria-label={
        key && sort.length > 1 ? `${field.label}, ${direction}, sort key ${at + 1}` : undefined
      }
      title={isSlow ? slowSort : undefined}
      onClick={(event) => {
        if (!event.shiftKey || event.metaKey || event.ctrlKey || event.altKey) return;
        event.preventDefault();
        window.history.pushState(null, "", hrefWith(sortAfterShiftClick(sort, field)));
      }}
      className={`inline-flex min-h-6 max-w-full items-center gap-1 hover:text-ink ${key ? "text-ink" : ""}`}
    >
      <span data-label className="truncate">
        {field.label}
      </span>
      {key && <Arrow aria-hidden className="size-3.5 shrink-0" />}
      {key && sort.length > 1 && <span className="text-2xs tabular-nums">{at + 1}</span>}
      {isSlow && !key && <Hourglass aria-hidden className="size-3 shrink-0 text-faint" />}
    </ListLink>
  );
}

export const slowSort = "No index has this order: sorting so many rows by it may take too long.";
