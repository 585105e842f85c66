// Pure: what a person does to a list's layout, one act a function; columns that are no part of it change nothing.
import { clampWidth, type Layout, maxColumns } from "@/lib/model/list-layout";

export function hasColumn({ columns }: Layout, field: string): boolean {
  return columns.some((column) => column.field === field);
}

/** A new column comes last. The last that is left cannot be hidden. */
export function toggleColumn(layout: Layout, field: string): Layout {
  const { columns, pinned } = layout;
  const at = indexOf(layout, field);
  if (at < 0) {
    return columns.length < maxColumns ? { ...layout, columns: [...columns, { field }] } : layout;
  }
  if (columns.length === 1) return layout;
  return {
    ...layout,
    columns: columns.toSpliced(at, 1),
    pinned: at < pinned ? pinned - 1 : pinned,
  };
}

/**
 * As many columns stay pinned as were.
 * @param to the place among the columns that it has afterwards
 */
export function moveColumn(layout: Layout, field: string, to: number): Layout {
  const at = indexOf(layout, field);
  const column = layout.columns[at];
  if (!column) return layout;
  return { ...layout, columns: layout.columns.toSpliced(at, 1).toSpliced(to, 0, column) };
}

/** @param width pixels; `undefined` for what fits its kind */
export function resizeColumn(layout: Layout, field: string, width: number | undefined): Layout {
  return {
    ...layout,
    columns: layout.columns.map((column) =>
      column.field === field
        ? { field, ...(width !== undefined && { width: clampWidth(width) }) }
        : column,
    ),
  };
}

/** Every column up to this one stays in sight. */
export function pinUpTo(layout: Layout, field: string): Layout {
  const at = indexOf(layout, field);
  return at < 0 ? layout : { ...layout, pinned: at + 1 };
}

export function indexOf({ columns }: Layout, field: string): number {
  return columns.findIndex((column) => column.field === field);
}
