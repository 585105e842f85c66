"use client";
// Client: the table of a list, a grid as in a spreadsheet. Its rows are plain; keys and pointers are listened for here.
import { createColumnHelper, tableFeatures, useTable } from "@tanstack/react-table";
import {
  lazy,
  type Ref,
  Suspense,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { Columns } from "@/components/list/grid/columns";
import { copyToClipboard } from "@/components/list/grid/copy-to-clipboard";
import { cellsIn, type GridCell } from "@/components/list/grid/grid-cell";
import { gridColumns, widthStyle } from "@/components/list/grid/grid-columns";
import { GridHeader } from "@/components/list/grid/grid-header";
import { GridRow } from "@/components/list/grid/grid-row";
import type { Place } from "@/components/list/grid/next-place";
import { useGrid } from "@/components/list/grid/use-grid";
import { useHeaderActs } from "@/components/list/grid/use-header-acts";
import type { RowKeeper } from "@/components/list/grid/virtual-rows";
import { useCellEditing } from "@/components/list/use-cell-editing";
import type { ListPage } from "@/components/list/use-list-page";
import type { Selection } from "@/components/list/use-selection";
import { Table, TableBody, TableHead } from "@/components/ui/table";
import { useIsHydrated } from "@/components/ui/use-is-hydrated";
import type { CellActions } from "@/lib/model/cell-edit";
import type { ListQuery } from "@/lib/model/list-params";
import { rowId } from "@/lib/model/list-row";
import type { Cell } from "@/lib/model/page";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { isBig, sortedFields, type TableFacts } from "@/lib/model/table-facts";

const VirtualRows = lazy(() => import("@/components/list/grid/virtual-rows"));
const CellPeek = lazy(() => import("@/components/list/grid/cell-peek"));
const ColumnMenu = lazy(() => import("@/components/list/grid/column-menu"));

/** More rows than this are not all in the document; fewer are, so that the browser finds in them. */
const plainRows = 100;
/** Of a longer page, those that come with the document. */
const documentRows = 50;

const rowHeights = { compact: 28, regular: 32, roomy: 40 };

type DataTableProps = {
  resource: Resource;
  query: ListQuery;
  list: ListPage;
  facts: TableFacts;
  selection: Selection;
  can: { update: boolean; delete: boolean };
  actions: CellActions;
  /** ISO time of the answer. */
  now: string;
};

const features = tableFeatures({});
const helper = createColumnHelper<typeof features, Cell[]>();

export function DataTable(props: DataTableProps) {
  const { resource, query, list, facts, selection, can, actions, now } = props;
  const { page, isStale } = list;
  const { layout } = query;
  const region = useRef<HTMLElement>(null);
  const keeper = useRef<RowKeeper>(null);
  const [peeked, setPeeked] = useState<GridCell>();
  const [menu, setMenu] = useState<{ button: HTMLElement; field: string }>();

  const isSelectable = resource.key.length > 0 && (can.update || can.delete);
  // Widths are no part of them: widening a column draws no row again.
  const arrangement = JSON.stringify([layout.columns.map(({ field }) => field), layout.pinned]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the arrangement stands for the layout.
  const columns = useMemo(
    () => gridColumns(resource, layout, page.columns),
    [resource, arrangement, page.columns],
  );
  const table = useTable({
    features,
    columns: useMemo(
      () =>
        helper.columns(
          columns.map(({ field, at }) =>
            helper.accessor((row) => row[at] ?? null, { id: field.name, header: field.label }),
          ),
        ),
      [columns],
    ),
    data: page.rows,
    getRowId: useCallback(
      (row: Cell[], index: number) => rowId(resource, page, row) ?? String(index),
      [resource, page],
    ),
  });
  const { rows } = table.getRowModel();
  const answeredAt = useMemo(() => new Date(now), [now]);
  const served = useMemo(
    () => (isBig(facts) ? sortedFields(facts, resource) : undefined),
    [facts, resource],
  );
  const firstColumn = isSelectable ? 1 : 0;
  const ids = (top: number, bottom: number) => rows.slice(top, bottom + 1).map(({ id }) => id);

  const cellIn = ({ row, column }: Place): GridCell | undefined =>
    cellsIn(resource, page, {
      rows: page.rows.slice(row, row + 1),
      columns: columns.slice(column - firstColumn, column - firstColumn + 1),
    })[0]?.[0];

  const grid = useGrid({
    rows: rows.length,
    columns: columns.length + firstColumn,
    isSelectable,
    keeper,
    onCopy: ({ top, bottom, left, right }) =>
      copyToClipboard(
        cellsIn(resource, page, {
          rows: page.rows.slice(top, bottom + 1),
          columns: columns.slice(left - firstColumn, right - firstColumn + 1),
        }),
      ),
    onEnter: (place, element, by) => {
      const cell = cellIn(place);
      if (!cell) return;
      const isName = place.column === firstColumn;
      const edits = by === "edit" || (by === "enter" && !isName);
      if (edits && editing.startEdit(cell, element)) return;
      const link = by !== "peek" && element.querySelector("a");
      if (link) link.click();
      else setPeeked(cell);
    },
    onToggleRows: (top, bottom) => selection.toggle(ids(top, bottom)),
    onType: (place, element, typed) => {
      const cell = cellIn(place);
      return cell !== undefined && editing.startEdit(cell, element, typed);
    },
    onPaste: ({ top, bottom, left, right }, text) =>
      editing.paste(text, {
        row: top,
        column: left - firstColumn,
        rows: bottom - top + 1,
        columns: right - left + 1,
      }),
  });
  const editing = useCellEditing({
    resource,
    list,
    fields: useMemo(() => columns.map(({ field }) => field), [columns]),
    canUpdate: can.update,
    actions,
    onMove: ({ id, field }, [down, right]) =>
      grid.go({
        row: Math.max(0, rows.findIndex((row) => row.id === id) + down),
        column: Math.max(
          firstColumn,
          firstColumn + columns.findIndex((column) => column.field.name === field.name) + right,
        ),
      }),
  });
  const headerActs = useHeaderActs(
    resource,
    query,
    useCallback((button, field) => setMenu({ button, field }), []),
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: another page begins at its top.
  useEffect(() => {
    region.current?.scrollTo({ top: 0 });
  }, [list.about]);
  useLayoutEffect(grid.onDrawn);

  const drawRow = (index: number, measure?: Ref<HTMLTableRowElement>) => {
    const row = rows[index];
    if (!row) return null;
    return (
      <GridRow
        key={row.id}
        {...{ resource, page, columns, measure }}
        row={row.original}
        id={resource.key.length > 0 ? row.id : undefined}
        at={index}
        isSelected={isSelectable ? selection.has(row.id) : undefined}
        now={answeredAt}
      />
    );
  };
  const isLong = rows.length > plainRows;
  const isHydrated = useIsHydrated();
  const isVirtual = isHydrated && isLong;
  const inDocument = indexes(0, isLong ? documentRows : rows.length).map((index) => drawRow(index));
  const menuField = menu && fieldOf(resource, menu.field);
  const look = {
    className: `table-fixed ${gridClass} ${layout.isWrapped ? wrapClass : ""}`,
    density: layout.density,
    style: widthStyle(resource, layout, isSelectable),
  };

  return (
    <>
      <Table
        label={resource.label}
        role="grid"
        ref={grid.table}
        regionRef={region}
        aria-label={resource.label}
        aria-busy={isStale}
        aria-multiselectable={isSelectable || undefined}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + firstColumn}
        regionClassName={`min-h-0 flex-1 border-t border-line ${isStale ? "opacity-60" : ""}`}
        {...look}
        {...grid.handlers}
        onPointerEnter={editing.prepare}
        onFocusCapture={editing.prepare}
        after={
          isLong && (
            // Only the server draws what stands in it.
            <noscript>
              <table
                className={`text-sm w-full border-separate border-spacing-0 ${look.className}`}
                style={look.style}
              >
                <Columns {...{ layout, isSelectable }} />
                <tbody>
                  {!isHydrated && indexes(documentRows, rows.length).map((index) => drawRow(index))}
                </tbody>
              </table>
            </noscript>
          )
        }
      >
        <Columns {...{ layout, isSelectable }} />
        <TableHead {...headerActs}>
          <GridHeader
            {...{ resource, query, columns, served }}
            selected={isSelectable ? share(ids(0, rows.length), selection.has) : undefined}
          />
        </TableHead>
        <TableBody>
          {isVirtual ? (
            <Suspense fallback={inDocument}>
              <VirtualRows
                {...{ region, keeper }}
                count={rows.length}
                rowHeight={rowHeights[layout.density]}
                isMeasured={layout.isWrapped}
                columnCount={columns.length + firstColumn}
                keyOf={(index) => rows[index]?.id ?? String(index)}
                render={drawRow}
                onDrawn={grid.onDrawn}
              />
            </Suspense>
          ) : (
            inDocument
          )}
        </TableBody>
      </Table>
      <p ref={grid.status} role="status" className="sr-only" />
      {editing.elements}
      <Suspense>
        {peeked && <CellPeek cell={peeked} onClose={() => setPeeked(undefined)} />}
        {menu && menuField && (
          <ColumnMenu
            {...{ resource, query }}
            key={menu.field}
            field={menuField}
            button={menu.button}
            isSlow={served !== undefined && !served.includes(menu.field)}
            onClose={() => setMenu(undefined)}
          />
        )}
      </Suspense>
    </>
  );
}

/** Its marks by attribute: keys set them without drawing a row again. */
const gridClass =
  "[--widest-pin:1200px] max-md:[--widest-pin:38vw] data-drawing:select-none [&_td:focus]:outline-2 " +
  "[&_td:focus]:-outline-offset-2 [&_td:focus]:outline-focus [&_td[data-in-range]]:bg-accent-soft " +
  "[&_th[data-dragged]]:opacity-50";

const wrapClass =
  "[&_tbody_td]:py-1.5 [&_tbody_td]:align-top [&_tbody_td]:wrap-anywhere [&_tbody_td]:whitespace-normal";

function share(ids: string[], has: (id: string) => boolean): "none" | "some" | "all" {
  const count = ids.filter(has).length;
  if (count === 0) return "none";
  return count === ids.length ? "all" : "some";
}

function indexes(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}
