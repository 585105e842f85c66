// Pure: a cell of a grid as acts on it know it, and its record.
import type { GridColumn } from "@/components/list/grid/grid-columns";
import { rowId } from "@/lib/model/list-row";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import type { Field, Resource } from "@/lib/model/resource";

export type GridCell = {
  resource: Resource;
  field: Field;
  /** Cut, where it is long: see `fetchCell`. */
  cell: Cell;
  /** See `encodeRecordId`; `undefined` in a table without a key. */
  id: string | undefined;
  /** What the record is called. */
  title: string;
};

/** By rows and then by columns; columns whose values are still on their way are left out. */
export function cellsIn(
  resource: Resource,
  page: Page,
  { rows, columns }: { rows: Cell[][]; columns: GridColumn[] },
): GridCell[][] {
  return rows.map((row) =>
    columns
      .filter(({ at }) => at >= 0)
      .map(({ field, at }) => ({
        resource,
        field,
        cell: row[at] ?? null,
        id: rowId(resource, page, row),
        title: titleOfRow(resource, page, row),
      })),
  );
}

/** `""` for a record without a title. */
export function titleOfRow(resource: Resource, page: Page, row: Cell[]): string {
  const names = resource.title ? [resource.title] : resource.key;
  const texts = names.map((name) => cellText(row[page.columns.indexOf(name)] ?? null));
  return texts.filter(Boolean).join(", ");
}
