// Server or client: a row of a grid. It is drawn again only when its record, its columns or its selection change.
import Link from "next/link";
import { memo, type Ref } from "react";
import { titleOfRow } from "@/components/list/grid/grid-cell";
import { type GridColumn, pinClass, pinStyle } from "@/components/list/grid/grid-columns";
import { LiteralView } from "@/components/list/literal-view";
import { Sparkline } from "@/components/list/sparkline";
import { TableCell, TableRow } from "@/components/ui/table";
import { numberSeries } from "@/lib/model/number-series";
import type { Cell, Page } from "@/lib/model/page";
import { type Field, type Resource, recordHref } from "@/lib/model/resource";

export type GridRowProps = {
  resource: Resource;
  page: Page;
  columns: GridColumn[];
  row: Cell[];
  /** The record's id; `undefined` in a table without a key. */
  id: string | undefined;
  /** Its place on the page. */
  at: number;
  /** `undefined` where nothing can be selected. */
  isSelected: boolean | undefined;
  now: Date;
  measure?: Ref<HTMLTableRowElement>;
};

export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { resource, page, columns, row, id, at, isSelected, now, measure } = props;
  const isSelectable = isSelected !== undefined;
  return (
    <TableRow ref={measure} data-index={at} aria-rowindex={at + 2} aria-selected={isSelected}>
      {isSelectable && (
        <TableCell data-pinned className={checkCellClass} aria-colindex={1}>
          <input
            type="checkbox"
            checked={isSelected}
            readOnly
            aria-label={`Select ${titleOfRow(resource, page, row) || `row ${at + 1}`}`}
            className={checkboxClass}
          />
        </TableCell>
      )}
      {columns.map((column, index) => {
        const content = (
          <CellContent
            {...{ resource, page, column, row, now }}
            // A record is opened by its first column.
            isInLink={index === 0 && id !== undefined}
          />
        );
        return (
          <TableCell
            key={column.field.name}
            aria-colindex={index + (isSelectable ? 2 : 1)}
            numeric={isNumeric(column.field)}
            className={column.isPinned ? pinnedClass(index, column) : ""}
            {...(column.isPinned && { "data-pinned": "", style: pinStyle(index, isSelectable) })}
          >
            {index === 0 && id !== undefined ? (
              <Link
                prefetch={false}
                href={recordHref(resource, id)}
                draggable={false}
                className="font-medium hover:underline"
              >
                {content}
              </Link>
            ) : (
              content
            )}
          </TableCell>
        );
      })}
    </TableRow>
  );
});

/** Plain words and marks, no state. */
function CellContent({
  resource,
  page,
  column: { field, at, paths },
  row,
  now,
  isInLink,
}: Pick<GridRowProps, "resource" | "page" | "row" | "now"> & {
  column: GridColumn;
  isInLink: boolean;
}) {
  // Its values are on their way.
  if (at < 0) return null;
  const cell = row[at] ?? null;
  const numbers =
    paths.length > 0 && typeof cell === "string" ? numberSeries(cell, paths) : undefined;
  if (numbers) return <Sparkline numbers={numbers} />;
  return (
    <LiteralView
      {...{ field, cell, now, isInLink }}
      people={page.people}
      related={page.related}
      zone={resource.zone}
    />
  );
}

export function isNumeric(field: Field): boolean {
  return ["integer", "decimal", "float"].includes(field.kind) && !field.isPerson;
}

const pinnedGround =
  "group-hover/row:bg-[image:linear-gradient(var(--color-hover))] group-aria-selected/row:bg-accent-soft " +
  "group-aria-selected/row:bg-none";

function pinnedClass(index: number, { isLastPinned }: GridColumn): string {
  return `${pinClass(index)} ${pinnedGround} ${isLastPinned ? "border-r" : ""}`;
}

export const checkCellClass = `sticky left-0 z-[1] bg-surface pr-0! ${pinnedGround}`;

export const checkboxClass = "size-4 align-middle accent-accent noscript:invisible";
