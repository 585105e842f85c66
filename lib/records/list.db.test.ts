import { sql } from "drizzle-orm";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { formatSort } from "@/lib/model/list-params";
import type { SortKey } from "@/lib/model/resource";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { backwards, forwards, keysOf, page } from "@/lib/records/testing/walk";

/** Few different values, so that there are ties everywhere; NULLs where they may be. */
const table = `
  create type base_size as enum ('small', 'medium', 'large');
  create table base_rows (
    hall text not null, seat integer not null,
    kind smallint not null, note text, weight real, size base_size, at timestamptz, tags text[], body text,
    "Mixed ""case""" numeric not null,
    primary key (hall, seat)
  );
  insert into base_rows select
    case when n % 3 = 0 then 'A' else 'b,' end, n,
    n % 4,
    (array[null, '', ' ', 'ä', 'Z', 'a', 'O''Kay', null])[n % 8 + 1],
    (array[null, 'NaN', 'Infinity', '-0', 0, '-Infinity', 0.1])[n % 7 + 1],
    (array[null, 'small', 'medium', 'large'])[n % 4 + 1]::base_size,
    (array[null, 'infinity', '-infinity', '2026-03-29 00:30:00.000001+00', '2026-03-29 00:30:00+00'])[n % 5 + 1]::timestamptz,
    (array[null, '{}', '{a}', '{a,NULL}'])[n % 4 + 1]::text[],
    case when n % 3 = 0 then null else repeat('x', 299) || (array['', 'y', 'yy', repeat('z', 900)])[n % 4 + 1] end,
    n % 5
  from generate_series(1, 150) n;`;

beforeAll(() => run(table));

const nullable = ["note", "weight", "size", "at", "tags", "body"];
const sortable = ["hall", "seat", "kind", 'Mixed "case"', ...nullable];

const sortKey = fc.record({ field: fc.constantFrom(...sortable), descending: fc.boolean() });
const anySort = fc.uniqueArray(sortKey, { maxLength: 3, selector: ({ field }) => field });

/** Postgres's own order, asked for in one plain statement; the key comes last, in the direction of the first field. */
async function order(sort: SortKey[]): Promise<string[]> {
  const direction = sort[0]?.descending ? "desc" : "asc";
  const keys = sort.map(
    ({ field, descending }) => `"${field.replaceAll('"', '""')}" ${descending ? "desc" : "asc"}`,
  );
  const rows = await run(`
    select hall || ',' || seat as key from base_rows
    order by ${[...keys, `hall ${direction}`, `seat ${direction}`].join(", ")}`);
  return rows.map(({ key }) => String(key));
}

describe("walking through a list", () => {
  const everySort = sortable.flatMap((field) => [
    [{ field, descending: false }],
    [{ field, descending: true }],
  ]);

  it.each(everySort.map((sort) => [formatSort(sort), sort] as const))(
    "by %s shows every row once, in Postgres's own order, forwards and backwards",
    async (_, sort) => {
      const rows = await tableNamed("base_rows");
      const expected = await order(sort);
      const pages = await forwards(rows, { sort, limit: 23 });
      expect(pages.flat()).toEqual(expected);
      expect(pages.slice(0, -1).every((keys) => keys.length === 23)).toBe(true);
      const reversed = await backwards(rows, { sort, limit: 23 });
      expect(reversed.reverse().flat()).toEqual(expected);
    },
  );

  it("by any fields in any directions shows every row once", async () => {
    const rows = await tableNamed("base_rows");
    await fc.assert(
      fc.asyncProperty(anySort, fc.integer({ min: 5, max: 160 }), async (sort, limit) => {
        const expected = await order(sort);
        expect((await forwards(rows, { sort, limit })).flat()).toEqual(expected);
        expect((await backwards(rows, { sort, limit })).reverse().flat()).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  }, 120_000);

  it("leads back from any page to the one before it", async () => {
    const rows = await tableNamed("base_rows");
    await fc.assert(
      fc.asyncProperty(anySort, async (sort) => {
        const first = await page(rows, { sort, limit: 40, position: { at: "first" } });
        expect(first.before).toBeUndefined();
        const cursor = first.after;
        if (!cursor) throw new Error("150 rows are more than one page of 40.");
        const second = await page(rows, { sort, limit: 40, position: { at: "after", cursor } });
        const back = second.before;
        if (!back) throw new Error("The second page has one before it.");
        const again = await page(rows, {
          sort,
          limit: 40,
          position: { at: "before", cursor: back },
        });
        expect(keysOf(rows, again)).toEqual(keysOf(rows, first));
        expect(again.before).toBeUndefined();
        expect(again.after).toBeDefined();
      }),
      { numRuns: 20 },
    );
  });

  it("has no neighbours when everything fits on one page", async () => {
    const rows = await tableNamed("base_rows");
    for (const at of ["first", "last"] as const) {
      const all = await page(rows, { sort: [], limit: 150, position: { at } });
      expect(all.rows).toHaveLength(150);
      expect(all).not.toHaveProperty("before");
      expect(all).not.toHaveProperty("after");
    }
  });
});

describe("while others insert and delete", () => {
  it.each([
    [[]],
    [[{ field: "note", descending: true }]],
    [[{ field: "body", descending: false }]],
  ])("the rows that stay are each seen once: %j", async (sort: SortKey[]) => {
    const rows = await tableNamed("base_rows");
    const stay = await order(sort);
    let number = 0;
    const betweenPages = async () => {
      number += 1;
      const [hall, note] = [["A", "b,", "c", "_"][number % 4], ["", "a", "ä", "zz"][number % 4]];
      await run(
        sql`insert into base_rows (hall, seat, kind, note, "Mixed ""case""") values (${hall}, ${-number}, 0, ${note}, 0)`,
      );
      if (number % 2 === 0) await run(`delete from base_rows where seat = ${1 - number}`);
    };
    const seen = (await forwards(rows, { sort, limit: 20, betweenPages })).flat();
    const seenBackwards = (await backwards(rows, { sort, limit: 20, betweenPages }))
      .reverse()
      .flat();
    await run("delete from base_rows where seat < 0");
    const isOld = (key: string) => stay.includes(key);
    expect(seen.filter(isOld)).toEqual(stay);
    expect(seenBackwards.filter(isOld)).toEqual(stay);
  });
});

describe("a cursor", () => {
  const sort = [
    { field: "body", descending: false },
    { field: "note", descending: true },
  ];

  it("does not carry literals that were cut, and finds its place all the same", async () => {
    const rows = await tableNamed("base_rows");
    const first = await page(rows, { sort, limit: 10, position: { at: "first" } });
    const last = await page(rows, { sort, limit: 80, position: { at: "first" } });
    expect(first.after?.sort).not.toBeNull();
    expect(last.after?.sort).toBeNull();
  });

  it("whose row is needed and gone leads to the first page", async () => {
    const rows = await tableNamed("base_rows");
    const first = await page(rows, { sort, limit: 10, position: { at: "first" } });
    const cursor = { sort: null, key: ["nowhere", "0"] };
    expect(await page(rows, { sort, limit: 10, position: { at: "after", cursor } })).toEqual(first);
  });

  it("A11: with literals that their types cannot read leads to the first page", async () => {
    const rows = await tableNamed("base_rows");
    const kind = [{ field: "kind", descending: false }];
    const first = await page(rows, { sort: kind, limit: 10, position: { at: "first" } });
    for (const cursor of [
      { sort: ["many"], key: ["A", "3"] },
      { sort: ["1"], key: ["A", "99999999999"] },
      { sort: null, key: ["A", "'"] },
      { sort: ["1\0"], key: ["A", "3"] },
    ]) {
      const position = { at: "after", cursor } as const;
      expect(await page(rows, { sort: kind, limit: 10, position })).toEqual(first);
    }
  });
});

describe("a page", () => {
  it("holds the beginning of long values and says how long they are", async () => {
    const rows = await tableNamed("base_rows");
    const { columns, rows: cells } = await page(rows, {
      sort: [{ field: "body", descending: false }],
      limit: 150,
      position: { at: "first" },
    });
    const bodies = cells.map((row) => row[columns.indexOf("body")]);
    expect(bodies).toContainEqual(`${"x".repeat(299)}y`);
    expect(bodies).toContainEqual([`${"x".repeat(299)}y`, 301]);
    expect(bodies).toContainEqual([`${"x".repeat(299)}z`, 1199]);
    expect(bodies).toContain(null);
  });
});
