// Pure: a board as it travels to the browser: columns of cards, and where a card may go.
import { type Cursor, encodeCursor } from "@/lib/model/cursor";
import type { Literal, Literals } from "@/lib/model/literal";
import type { Cell, Count, Page } from "@/lib/model/page";
import type { Resource, SortKey } from "@/lib/model/resource";
import { type Arrival, type BoardView, viewHref } from "@/lib/model/view";

export type BoardCard = {
  /** See `encodeRecordId`. */
  id: string;
  title: string;
  /** The option that the record has, or the value that is none. */
  state: Literal;
  /** In the order of the view's `card`. */
  cells: Cell[];
  /** What a move compares: the literals of every field that one could set by itself. */
  seen: Literals;
  /** What places it among the others, in the order of the resource's sort. */
  places: Literal[];
};

export type BoardColumn = {
  /** `null` for the column of values that are no option. */
  option: string | null;
  cards: BoardCard[];
  /** Absent when counting took too long. */
  count?: Count;
  /** Where the next cards begin. */
  after?: Cursor;
  /** Whether these are not the first cards. */
  isLater: boolean;
};

export type Board = { columns: BoardColumn[]; people: Page["people"] };

/** A card that was moved, so far in the browser only. */
export type Landing = { card: BoardCard; to: string };

/** The options that a card may be moved to, in the order of the columns. */
export function targetsOf(view: BoardView, options: string[], state: Literal): string[] {
  const declared = state !== null && Object.hasOwn(view.moves, state) ? view.moves[state] : [];
  return options.filter((option) => option !== state && declared?.includes(option));
}

/** The fields that reaching an option sets or asks for. */
export function arrivalOf(view: BoardView, option: string): Required<Arrival> {
  const arrival =
    view.arrivals && Object.hasOwn(view.arrivals, option) ? view.arrivals[option] : undefined;
  return { now: [], clear: [], ask: [], ...arrival };
}

/** The fields that moves set by themselves, whatever the option. */
export function stampsOf(view: BoardView): string[] {
  const stamps = Object.keys(view.arrivals ?? {}).flatMap((option) => {
    const { now, clear } = arrivalOf(view, option);
    return [...now, ...clear];
  });
  return [...new Set(stamps)];
}

const laterParam = "after.";

/** The name in the address for the place where a column begins. */
export function laterParamOf(option: string | null): string {
  return option === null ? "after" : laterParam + option;
}

/** The address of the board with one column further on, the others as they are. */
export function laterHref(
  resource: Pick<Resource, "slug" | "views">,
  current: Record<string, string>,
  { option, after }: Pick<BoardColumn, "option" | "after">,
): string {
  const { [laterParamOf(option)]: _, ...others } = current;
  const cursor = after && { [laterParamOf(option)]: encodeCursor(after) };
  return viewHref(resource, "board", { ...others, ...cursor });
}

/**
 * The columns with the card in another one, before the database answers.
 * @param sort the order of the cards
 */
export function land(
  columns: BoardColumn[],
  { card, to }: Landing,
  sort: SortKey[],
): BoardColumn[] {
  const from = columns.find((column) => holds(column, card));
  return columns.map((column) => {
    const cards = column.cards.filter(({ id }) => id !== card.id);
    if (column.option !== to) {
      return column === from ? { ...column, cards, count: counted(column.count, -1) } : column;
    }
    const at = cards.findIndex((other) => isBefore(card, other, sort));
    const landed = cards.toSpliced(at < 0 ? cards.length : at, 0, { ...card, state: to });
    const isNew = from !== undefined && from !== column;
    return { ...column, cards: landed, count: counted(column.count, isNew ? 1 : 0) };
  });
}

/** The landings that the database's answer does not show: further down than the first cards of their column. */
export function outOfSight(columns: BoardColumn[], landings: Landing[]): Landing[] {
  return landings.filter(({ card }) => !columns.some((column) => holds(column, card)));
}

function holds({ cards }: BoardColumn, card: BoardCard): boolean {
  return cards.some(({ id }) => id === card.id);
}

function counted(count: Count | undefined, change: number): Count | undefined {
  return count?.kind === "exact" ? { ...count, rows: count.rows + change } : count;
}

/** By the first sort key alone; good enough until the database answers. */
function isBefore(card: BoardCard, other: BoardCard, sort: SortKey[]): boolean {
  const [first] = sort;
  const [a, b] = [card.places[0] ?? null, other.places[0] ?? null];
  if (!first || a === null || b === null) return true;
  const isNumeric = !Number.isNaN(Number(a)) && !Number.isNaN(Number(b));
  const isSmaller = isNumeric ? Number(a) < Number(b) : a < b;
  return first.descending ? !isSmaller : isSmaller;
}
