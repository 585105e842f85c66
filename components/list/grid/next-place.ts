// Pure: where a key leads from a cell of a grid, as in a spreadsheet.

/** `row` -1 is the header. */
export type Place = { row: number; column: number };

export type GridSize = {
  rows: number;
  columns: number;
  /** Rows that are in sight at once. */
  sight: number;
};

type Press = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** @returns `undefined` for a key that leads nowhere; a place at the edge for one that leads beyond it */
export function nextPlace(press: Press, from: Place, size: GridSize): Place | undefined {
  const { key, ctrlKey, metaKey, altKey } = press;
  // With these held, arrows and Home are the browser's: Back, the top of the page.
  if (altKey || metaKey) return undefined;
  const { row, column } = from;
  const last = { row: size.rows - 1, column: size.columns - 1 };
  const first = { column: 0 };
  const targets: Record<string, Place> = {
    ArrowLeft: { row, column: ctrlKey ? first.column : column - 1 },
    ArrowRight: { row, column: ctrlKey ? last.column : column + 1 },
    ArrowUp: { row: ctrlKey ? 0 : row - 1, column },
    ArrowDown: { row: ctrlKey ? last.row : row + 1, column },
    Home: { row: ctrlKey ? 0 : row, column: first.column },
    End: { row: ctrlKey ? last.row : row, column: last.column },
    PageUp: { row: Math.max(row - size.sight, Math.min(row, 0)), column },
    PageDown: { row: row + size.sight, column },
  };
  const to = Object.hasOwn(targets, key) ? targets[key] : undefined;
  return to && within(to, last);
}

function within({ row, column }: Place, last: Place): Place {
  return {
    row: Math.max(-1, Math.min(row, last.row)),
    column: Math.max(0, Math.min(column, last.column)),
  };
}

/** The cells from one to another, wherever each of them lies. */
export type Range = { top: number; bottom: number; left: number; right: number };

export function rangeOf(one: Place, other: Place): Range {
  return {
    top: Math.min(one.row, other.row),
    bottom: Math.max(one.row, other.row),
    left: Math.min(one.column, other.column),
    right: Math.max(one.column, other.column),
  };
}

export function isWithin({ top, bottom, left, right }: Range, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}
