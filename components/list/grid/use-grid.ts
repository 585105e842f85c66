"use client";
// Client: one active cell of a grid, and the range that was drawn from it, by keyboard, mouse and finger. Both are marks on
// the document: a key draws no row again.
import {
  type ClipboardEvent,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type RefObject,
  useRef,
} from "react";
import { cellAt, focusableOf, placeOf, reveal, settleStops } from "@/components/list/grid/cells";
import {
  isWithin,
  nextPlace,
  type Place,
  type Range,
  rangeOf,
} from "@/components/list/grid/next-place";
import type { RowKeeper } from "@/components/list/grid/virtual-rows";

/** Enter, which follows a record's name; F2 or a double click; Shift Enter. */
type EnterBy = "enter" | "edit" | "peek";

export type GridOptions = {
  rows: number;
  /** With that of the checkboxes, which is the first. */
  columns: number;
  isSelectable: boolean;
  keeper: RefObject<RowKeeper | null>;
  onCopy: (range: Range) => void;
  onEnter: (place: Place, element: HTMLTableCellElement, by: EnterBy) => void;
  /** Selects the rows of a range, or takes them out. */
  onToggleRows: (top: number, bottom: number) => void;
  /** A character was typed on the active cell. @returns whether that means something there */
  onType: (place: Place, element: HTMLTableCellElement, typed: string) => boolean;
  onPaste: (range: Range, text: string) => boolean;
};

/** Typed into, or moved by keys of its own. */
const ownKeys =
  "input:not([type=checkbox]), textarea, select, [contenteditable], [role=separator], [popover]";
const controls = "a, button, input";

export function useGrid(options: GridOptions) {
  const { rows, columns, isSelectable } = options;
  const table = useRef<HTMLTableElement>(null);
  const status = useRef<HTMLParagraphElement>(null);
  const firstColumn = isSelectable ? 1 : 0;
  const state = useRef({
    active: { row: 0, column: firstColumn } as Place,
    anchor: undefined as Place | undefined,
    headColumn: firstColumn,
    isPainted: false,
    lastChecked: 0,
  });

  /** The range, or the active cell alone; without the column of checkboxes. */
  function range(): Range {
    const { active, anchor = active } = state.current;
    const whole = rangeOf(active, anchor);
    return {
      ...whole,
      left: Math.max(whole.left, firstColumn),
      right: Math.max(whole.right, firstColumn),
    };
  }

  function paint() {
    const { anchor, active } = state.current;
    const isRange =
      anchor !== undefined && (anchor.row !== active.row || anchor.column !== active.column);
    const shown = isRange ? range() : undefined;
    if (shown || state.current.isPainted) {
      for (const row of table.current?.tBodies[0]?.rows ?? []) {
        for (const cell of row.cells) {
          const place = shown && placeOf(cell);
          cell.toggleAttribute(
            "data-in-range",
            place !== undefined && isWithin(shown as Range, place),
          );
        }
      }
    }
    state.current.isPainted = isRange;
    if (status.current) status.current.textContent = shown ? rangeText(shown) : "";
  }

  /** After the rows were drawn: marks belong to places, not to elements. */
  function onDrawn() {
    const { current } = state;
    if (!table.current) return;
    const at = (place: Place): Place => ({
      row: Math.max(0, Math.min(place.row, rows - 1)),
      column: Math.min(place.column, columns - 1),
    });
    current.active = at(current.active);
    if (current.anchor) current.anchor = at(current.anchor);
    current.headColumn = Math.min(current.headColumn, columns - 1);
    settleStops(table.current, current.active, current.headColumn);
    if (current.isPainted) paint();
  }

  function settle(place: Place) {
    if (place.row < 0) state.current.headColumn = place.column;
    else state.current.active = place;
    if (table.current) settleStops(table.current, state.current.active, state.current.headColumn);
  }

  function go(to: Place, extends_ = false) {
    const { current } = state;
    const place = extends_
      ? { row: Math.max(0, to.row), column: Math.max(firstColumn, to.column) }
      : to;
    current.anchor = extends_ ? (current.anchor ?? current.active) : undefined;
    settle(place);
    if (place.row >= 0) options.keeper.current?.keep(place.row);
    settle(place);
    const cell = table.current && cellAt(table.current, place);
    const region = table.current?.closest("section");
    if (!cell || !region) return;
    // What was selected as text elsewhere is no longer what is meant to be copied.
    document.getSelection()?.removeAllRanges();
    focusableOf(cell).focus({ preventScroll: true });
    reveal(region, cell);
    paint();
  }

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as Element;
    const place = placeOf(target);
    if (!place || event.defaultPrevented || event.nativeEvent.isComposing) return;
    if (target.closest(ownKeys)) return;
    const sight = rowsInSight(table.current);
    const to = nextPlace(event, place, { rows, columns, sight });
    if (to) go(to, event.shiftKey && place.row >= 0);
    if (to || act(event, place)) event.preventDefault();
  }

  /** Whether the key means something in a cell. */
  function act(event: KeyboardEvent, place: Place): boolean {
    const { key, shiftKey, altKey } = event;
    const isMod = (event.ctrlKey || event.metaKey) && !altKey && !shiftKey;
    if (place.row < 0) return altKey && key === "ArrowDown" && opensMenu(event.target as Element);
    if (isMod && key === "c") return copies();
    if (isMod && key === "a") return selectsAll();
    if (isMod || altKey) return false;
    const isControl = (event.target as Element).matches(controls);
    if (key === "F2") enter(place, "edit");
    else if (key === "Enter" && !isControl) enter(place, shiftKey ? "peek" : "enter");
    else if (key === " " && !isControl && isSelectable)
      options.onToggleRows(range().top, range().bottom);
    else if (key === "Escape" && state.current.anchor) go(state.current.active, false);
    else return types(event, place);
    return true;
  }

  function types({ key, ctrlKey, metaKey, target }: KeyboardEvent, place: Place): boolean {
    // Space selects, and a question mark lists the keys everywhere.
    const isCharacter = [...key].length === 1 && !" ?".includes(key) && !ctrlKey && !metaKey;
    const cell = table.current && cellAt(table.current, place);
    if (!isCharacter || cell !== target || place.column < firstColumn) return false;
    return options.onType(place, cell as HTMLTableCellElement, key);
  }

  function onPaste(event: ClipboardEvent) {
    const place = placeOf(event.target);
    if (!place || place.row < 0 || (event.target as Element).closest(ownKeys)) return;
    if (options.onPaste(range(), event.clipboardData.getData("text/plain"))) event.preventDefault();
  }

  function enter(place: Place, by: EnterBy) {
    const cell = table.current && cellAt(table.current, place);
    if (cell && place.column >= firstColumn) options.onEnter(place, cell, by);
  }

  /** Text that was selected with the mouse is copied by the browser. */
  function copies(): boolean {
    if (!document.getSelection()?.isCollapsed) return false;
    options.onCopy(range());
    return true;
  }

  function selectsAll(): boolean {
    state.current.anchor = { row: 0, column: firstColumn };
    state.current.active = { row: rows - 1, column: columns - 1 };
    go(state.current.active, true);
    return true;
  }

  function onFocus({ target }: FocusEvent) {
    const place = placeOf(target);
    const { active, headColumn } = state.current;
    if (!place) return;
    const isKnown =
      place.row < 0
        ? place.column === headColumn
        : place.row === active.row && place.column === active.column;
    if (!isKnown) settle(place);
  }

  function onPointerDown(event: PointerEvent) {
    const place = placeOf(event.target);
    if (!place || place.row < 0 || event.button !== 0 || event.pointerType !== "mouse") return;
    const isControl = (event.target as Element).closest(controls) !== null;
    if (event.shiftKey && !isControl) {
      event.preventDefault();
      return go(place, true);
    }
    state.current.anchor = undefined;
    settle(place);
    options.keeper.current?.keep(place.row);
    settle(place);
    paint();
    if (!isControl) drawRange(place);
  }

  /** While the button is held, other cells are taken in. */
  function drawRange(from: Place) {
    const over = (event: globalThis.PointerEvent) => {
      const place = placeOf(event.target);
      const { active } = state.current;
      if (!place || place.row < 0) return;
      if (place.row === active.row && place.column === active.column) return;
      table.current?.toggleAttribute("data-drawing", true);
      state.current.anchor ??= from;
      go(place, true);
    };
    const end = () => {
      table.current?.removeEventListener("pointerover", over);
      table.current?.removeAttribute("data-drawing");
    };
    table.current?.addEventListener("pointerover", over);
    window.addEventListener("pointerup", end, { once: true });
    window.addEventListener("pointercancel", end, { once: true });
  }

  /** Checkboxes, with Shift from the one before; a finger's second tap on a cell. */
  function onClick(event: MouseEvent) {
    const target = event.target as Element;
    const place = placeOf(target);
    if (!place) return;
    if (target.matches("input[type=checkbox]")) {
      if (place.row < 0) return options.onToggleRows(0, rows - 1);
      const from = event.shiftKey ? state.current.lastChecked : place.row;
      state.current.lastChecked = place.row;
      return options.onToggleRows(Math.min(from, place.row), Math.max(from, place.row));
    }
    const isTouch = (event.nativeEvent as globalThis.PointerEvent).pointerType === "touch";
    if (!isTouch || place.row < 0 || target.closest(controls)) return;
    const cell = target.closest("td");
    if (cell && cell === document.activeElement) return enter(place, "edit");
    go(place, false);
  }

  function onDoubleClick(event: MouseEvent) {
    const place = placeOf(event.target);
    const isControl = (event.target as Element).closest(controls) !== null;
    if (place && place.row >= 0 && place.column >= firstColumn && !isControl) {
      // A double click selects a word too.
      document.getSelection()?.removeAllRanges();
      enter(place, "edit");
    }
  }

  return {
    table,
    status,
    onDrawn,
    /** Makes that cell the active one and gives it the focus; beyond the edge, that at the edge. */
    go: ({ row, column }: Place) =>
      go({ row: Math.min(row, rows - 1), column: Math.min(column, columns - 1) }),
    handlers: { onPaste, onKeyDown, onFocus, onPointerDown, onClick, onDoubleClick },
  };
}

function rowsInSight(table: HTMLTableElement | null): number {
  const region = table?.closest("section");
  const row = table?.tBodies[0]?.querySelector<HTMLElement>("tr[aria-rowindex]");
  if (!region || !row) return 1;
  const head = table?.tHead?.offsetHeight ?? 0;
  return Math.max(1, Math.floor((region.clientHeight - head) / row.offsetHeight) - 1);
}

function rangeText({ top, bottom, left, right }: Range): string {
  const count = (number: number, thing: string) => `${number} ${thing}${number === 1 ? "" : "s"}`;
  return `${count(bottom - top + 1, "row")} × ${count(right - left + 1, "column")} selected`;
}

function opensMenu(target: Element): boolean {
  const button = target.closest("th")?.querySelector<HTMLElement>("[data-menu]");
  button?.click();
  return button !== null && button !== undefined;
}
