// Pure: a row of a list as a record: its id and its literals.
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { type Cell, cellText, type Page, type Related } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

/** What the page says of a record; long literals are cut. */
export function rowLiterals({ columns }: Pick<Page, "columns">, row: Cell[]): Literals {
  return Object.fromEntries(columns.map((name, index) => [name, cellText(row[index] ?? null)]));
}

/** See `encodeRecordId`; `undefined` in a table without a key. */
export function rowId(
  { key }: Pick<Resource, "key">,
  { columns }: Pick<Page, "columns">,
  row: Cell[],
): string | undefined {
  if (key.length === 0) return undefined;
  return encodeRecordId(key.map((name) => cellText(row[columns.indexOf(name)] ?? null) ?? ""));
}

/**
 * The page with newer rows in the place of those of the same records. Its order stays, and rows that it does not show
 * are left out.
 * @param fresh may have other columns, or the same in another order
 */
export function withRows(resource: Resource, page: Page, fresh: Page): Page {
  const newer = new Map(fresh.rows.map((row) => [rowId(resource, fresh, row), row] as const));
  const places = page.columns.map((name) => fresh.columns.indexOf(name));
  const rows = page.rows.map((row) => {
    const renewed = newer.get(rowId(resource, page, row));
    if (!renewed) return row;
    return row.map((cell, index) => {
      const place = places[index] ?? -1;
      return place < 0 ? cell : (renewed[place] ?? null);
    });
  });
  const related = mergedTitles(page.related, fresh.related);
  return {
    ...page,
    rows,
    people: { ...page.people, ...fresh.people },
    ...(related && { related }),
  };
}

function mergedTitles(before: Related = {}, fresh: Related = {}): Related | undefined {
  const slugs = new Set([...Object.keys(before), ...Object.keys(fresh)]);
  if (slugs.size === 0) return undefined;
  return Object.fromEntries([...slugs].map((slug) => [slug, { ...before[slug], ...fresh[slug] }]));
}
