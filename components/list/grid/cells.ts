// Client: the cells of a grid in the document: which place one has, what of it takes the focus, how it comes into sight.
import type { Place } from "@/components/list/grid/next-place";

/** Rows of the body are counted from here by `aria-rowindex`: the header is the first. */
const firstRowIndex = 2;

const controls = "a, button, input, [role=separator]";

export function placeOf(target: EventTarget | null): Place | undefined {
  if (!(target instanceof Element)) return undefined;
  const cell = target.closest<HTMLTableCellElement>("[role=grid] :is(td, th)");
  const row = cell?.closest("tr");
  if (!cell || !row?.ariaRowIndex) return undefined;
  return { row: Number(row.ariaRowIndex) - firstRowIndex, column: cell.cellIndex };
}

export function cellAt(table: HTMLTableElement, { row, column }: Place) {
  const found = table.querySelector<HTMLTableRowElement>(
    `tr[aria-rowindex="${row + firstRowIndex}"]`,
  );
  return found?.cells[column];
}

/** A header's first control, a checkbox, or else the cell itself. */
export function focusableOf(cell: HTMLTableCellElement): HTMLElement {
  const isHead = cell.closest("thead") !== null;
  return cell.querySelector<HTMLElement>(isHead ? controls : "input[type=checkbox]") ?? cell;
}

/** Makes one cell of the body and one column of the header the stops of the Tab key. */
export function settleStops(table: HTMLTableElement, active: Place, headColumn: number): void {
  const head = table.tHead?.rows[0];
  for (const cell of head?.cells ?? []) {
    const tabIndex = cell.cellIndex === headColumn ? 0 : -1;
    for (const control of cell.querySelectorAll<HTMLElement>(controls))
      if (control.tabIndex !== tabIndex) control.tabIndex = tabIndex;
  }
  const body = table.tBodies[0];
  for (const control of body?.querySelectorAll<HTMLElement>(
    `:is(${controls}):not([tabindex="-1"])`,
  ) ?? []) {
    control.tabIndex = -1;
  }
  const cell = cellAt(table, active);
  if (cell) focusableOf(cell).tabIndex = 0;
  for (const stop of body?.querySelectorAll<HTMLElement>("td[tabindex]") ?? []) {
    // Without it, a cell would lose the focus.
    if (stop !== cell) stop.removeAttribute("tabindex");
  }
}

/** Scrolls no further than needed; what stays in sight by itself, header and pinned columns, hides nothing of the cell. */
export function reveal(region: HTMLElement, cell: HTMLTableCellElement): void {
  const [box, frame] = [cell.getBoundingClientRect(), region.getBoundingClientRect()];
  const isHead = cell.closest("thead") !== null;
  const table = cell.closest("table");
  const top = frame.top + (table?.tHead?.offsetHeight ?? 0);
  const bottom = frame.top + region.clientTop + region.clientHeight;
  if (!isHead) region.scrollTop += Math.min(0, box.top - top) || Math.max(0, box.bottom - bottom);
  if (getComputedStyle(cell).position === "sticky" && cell.matches("[data-pinned]")) return;
  const pins = [...(cell.closest("tr")?.querySelectorAll<HTMLElement>("[data-pinned]") ?? [])]
    .filter((pin) => getComputedStyle(pin).position === "sticky")
    .map((pin) => pin.getBoundingClientRect().right);
  const left = Math.max(frame.left, ...pins);
  const right = frame.left + region.clientWidth;
  region.scrollLeft += Math.min(0, box.left - left) || Math.max(0, box.right - right);
}
