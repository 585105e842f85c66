// Server: the cards of a board: the first of each column, or those after a place, with how many there are.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { type Board, type BoardCard, type BoardColumn, stampsOf } from "@/lib/model/board";
import type { PageQuery, Position } from "@/lib/model/list-params";
import { rowId } from "@/lib/model/list-row";
import type { Literals } from "@/lib/model/literal";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import { fieldOf } from "@/lib/model/resource";
import type { BoardView } from "@/lib/model/view";
import { countColumns } from "@/lib/records/board-count";
import { type BoardPart, boardParts } from "@/lib/records/board-parts";
import { fetchPage } from "@/lib/records/fetch-page";
import { titleOf } from "@/lib/records/title";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const cardsAColumn = 50;
const boardDeadlineMs = 5_000;

/** Where each column begins, by its option; the others begin at their first card. */
export type BoardPlaces = Map<string | null, Position>;

export async function readBoard(
  actor: Actor,
  registered: Registered,
  view: BoardView,
  places: BoardPlaces = new Map(),
): Promise<Board> {
  await authorize(actor, "read", registered.resource);
  const options = optionsOf(registered, view);
  try {
    const parts = await boardParts(registered, view.by, options);
    const [pages, counts] = await Promise.all([
      read((tx) => fetchColumns(tx, registered, view, parts, places), {
        deadlineMs: boardDeadlineMs,
        signal: requestSignal(),
      }),
      countColumns(registered, view.by, parts),
    ]);
    const columns = parts.map(({ option }, index): BoardColumn => {
      const { page, isLater } = pages[index] ?? { page: undefined, isLater: false };
      return {
        option,
        cards: page ? cardsOf(registered, view, page) : [],
        count: counts?.[index],
        after: page?.after,
        isLater,
      };
    });
    return { columns, people: Object.assign({}, ...pages.map(({ page }) => page.people)) };
  } catch (error) {
    // No row has the place that the address names.
    if (!isUnreadableLiteral(error) || places.size === 0) throw error;
    return readBoard(actor, registered, view);
  }
}

/** @throws when the declaration asks for a board that cannot be made */
export function optionsOf({ resource }: Registered, { by }: BoardView): string[] {
  const field = fieldOf(resource, by);
  if (!field?.options || field.isSecret || field.secretWhen) {
    throw new Error(`The board of ${resource.slug} needs a field with options, "${by}" is none.`);
  }
  return field.options;
}

/** The statements of all columns are sent together and answered in one round trip each. */
function fetchColumns(
  tx: Transaction,
  registered: Registered,
  view: BoardView,
  parts: BoardPart[],
  places: BoardPlaces,
): Promise<{ page: Page; isLater: boolean }[]> {
  const { sort } = registered.resource.list;
  const columns = [view.by, ...view.card, ...stampsOf(view)];
  return Promise.all(
    parts.map(async ({ option, where }) => {
      const position = places.get(option) ?? { at: "first" };
      const query: PageQuery = { sort, position, limit: cardsAColumn };
      const page = await fetchPage(tx, registered, query, { columns, where });
      return { page, isLater: position.at !== "first" };
    }),
  );
}

function cardsOf(registered: Registered, view: BoardView, page: Page): BoardCard[] {
  const { resource } = registered;
  const cellOf = (row: Cell[], name: string) => row[page.columns.indexOf(name)] ?? null;
  const textsOf = (row: Cell[], names: string[]): Literals =>
    Object.fromEntries(names.map((name) => [name, cellText(cellOf(row, name))]));
  const title = resource.title ? [resource.title] : [];
  return page.rows.map((row) => ({
    id: rowId(resource, page, row) ?? "",
    title: titleOf(registered, textsOf(row, [...resource.key, ...title])),
    state: cellText(cellOf(row, view.by)),
    cells: view.card.map((name) => cellOf(row, name)),
    seen: textsOf(row, [view.by, ...stampsOf(view)]),
    places: resource.list.sort.map(({ field }) => cellText(cellOf(row, field))),
  }));
}
