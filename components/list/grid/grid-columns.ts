// Client: the columns of a grid from its layout: how wide each is, and where those that stay in sight stand.
import type { CSSProperties } from "react";
import { columnWidth } from "@/components/list/column-width";
import type { Column, Layout } from "@/lib/model/list-layout";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import { declaredView } from "@/lib/model/view";

export type GridColumn = {
  field: Field;
  /** Where its cells stand in a row of the page; -1 while they are fetched. */
  at: number;
  isPinned: boolean;
  isLastPinned: boolean;
  /** Where a JSON value may hold an array of numbers. */
  paths: string[];
};

/** Of the column with the checkboxes, in pixels. */
export const checkWidth = 44;

export function gridColumns(
  resource: Resource,
  { columns, pinned }: Pick<Layout, "columns" | "pinned">,
  inPage: string[],
): GridColumn[] {
  const charts = declaredView(resource, "charts");
  return columns.flatMap(({ field: name }, index) => {
    const field = fieldOf(resource, name);
    if (!field) return [];
    return {
      field,
      at: inPage.indexOf(name),
      isPinned: index < pinned,
      isLastPinned: index === pinned - 1,
      paths: field.kind === "json" ? ["$", ...(charts?.value === name ? charts.paths : [])] : [],
    };
  });
}

export function widthOf(resource: Resource, { field, width }: Column): number {
  const known = fieldOf(resource, field);
  return width ?? (known ? columnWidth(known) : 0);
}

/**
 * Widths as properties of the table, so that a column that is being widened touches one of them and no cell. On a narrow
 * window the first column leaves room for the others.
 */
export function widthStyle(
  resource: Resource,
  { columns }: Pick<Layout, "columns">,
  isSelectable: boolean,
): CSSProperties {
  const check = isSelectable ? checkWidth : 0;
  const variables = columns.map((column, index) => [
    `--width-${index}`,
    index === 0
      ? `min(${widthOf(resource, column)}px, var(--widest-pin))`
      : `${widthOf(resource, column)}px`,
  ]);
  const sum = `calc(${[`${check}px`, ...columns.map((_, index) => `var(--width-${index})`)].join(" + ")})`;
  const isLastGiven = columns.at(-1)?.width !== undefined;
  return {
    ...Object.fromEntries(variables),
    minWidth: sum,
    // The last column takes what room is left, unless it was given a width.
    ...(isLastGiven && { width: sum }),
  };
}

/** The width of a column's `<col>`; none for one that takes what room is left. */
export function colStyle({ columns }: Pick<Layout, "columns">, index: number): CSSProperties {
  const isOpen = index === columns.length - 1 && columns[index]?.width === undefined;
  return isOpen ? {} : { width: `var(--width-${index})` };
}

/** Where a pinned column stays. */
export function pinStyle(index: number, isSelectable: boolean): CSSProperties {
  const before = Array.from({ length: index }, (_, each) => `var(--width-${each})`);
  return { left: `calc(${[`${isSelectable ? checkWidth : 0}px`, ...before].join(" + ")})` };
}

export const pinClass = (index: number) =>
  index === 0 ? "sticky z-[1] bg-surface" : "z-[1] bg-surface md:sticky";
