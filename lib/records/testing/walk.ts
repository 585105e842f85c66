// Test support: through a list page by page, as a person would go.
import type { PageQuery, Position } from "@/lib/model/list-params";
import { type Cell, cellText, type Page } from "@/lib/model/page";
import type { SortKey } from "@/lib/model/resource";
import { listRecords } from "@/lib/records/list";
import { testActor } from "@/lib/records/testing/actors";
import type { Registered } from "@/lib/resources/registry";

type Ways = { sort: SortKey[]; limit: number; betweenPages?: () => Promise<unknown> };

export function page(table: Registered, query: PageQuery): Promise<Page> {
  return listRecords(testActor("viewer"), table, query);
}

/** The keys of a page's rows, each as one text. */
export function keysOf({ resource }: Registered, { columns, rows }: Page): string[] {
  const indexes = resource.key.map((name) => columns.indexOf(name));
  return rows.map((row: Cell[]) => indexes.map((index) => cellText(row[index] ?? null)).join());
}

/** Every page from the first to the last. */
export function forwards(table: Registered, ways: Ways): Promise<string[][]> {
  return walk(table, ways, { at: "first" }, ({ after }) => after && { at: "after", cursor: after });
}

/** Every page from the last to the first, each in the order in which it is shown. */
export function backwards(table: Registered, ways: Ways): Promise<string[][]> {
  return walk(
    table,
    ways,
    { at: "last" },
    ({ before }) => before && { at: "before", cursor: before },
  );
}

async function walk(
  table: Registered,
  { sort, limit, betweenPages }: Ways,
  start: Position,
  next: (page: Page) => Position | undefined,
): Promise<string[][]> {
  const pages: string[][] = [];
  let position: Position | undefined = start;
  while (position) {
    const found: Page = await page(table, { sort, limit, position });
    pages.push(keysOf(table, found));
    if (pages.length > 1_000) throw new Error("The list has no end.");
    await betweenPages?.();
    position = next(found);
  }
  return pages;
}
