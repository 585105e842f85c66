import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/db/client";
import { everything, parseFilter } from "@/lib/model/filter/filter";
import type { PageQuery, Position } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { SortKey } from "@/lib/model/resource";
import { fetchPage } from "@/lib/records/fetch-page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { listRecords } from "@/lib/records/list";
import { forgetTableFacts } from "@/lib/records/table-facts";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { keysOf, page } from "@/lib/records/testing/walk";

const viewer = testActor("viewer");

beforeAll(async () => {
  await run(`
    create table base_marked (
      n integer primary key, kind smallint not null, at timestamp, zoned timestamptz, mark text not null
    );
    insert into base_marked select n, n % 3, case when n % 5 > 0 then date '2026-03-01' + n / 10 end,
      case when n % 5 > 0 then timestamptz '2026-03-01 23:30+00' + n * interval '1 day' end,
      case when n % 17 = 0 then 'x' else '' end
    from generate_series(1, 200) n;
    create table base_big (n integer primary key, kind smallint not null, at timestamp not null, note text not null)
      with (autovacuum_enabled = off);
    insert into base_big select n, n % 4, timestamp '2020-01-01' + n * interval '1 minute', 'row ' || n
      from generate_series(1, 250000) n;
    create index base_big_kind_idx on base_big (kind, at);
    create index base_big_at_idx on base_big (at, n);`);
  await run("analyze base_big");
  forgetTableFacts();
});

type Walked = { keys: string[]; looks: number };

/** Goes on where a look ended or a page was full, until nothing is left. */
async function walk(query: PageQuery, searched: number): Promise<Walked> {
  const table = await tableNamed("base_marked");
  const { filter } = parseFilter(table.resource, "is(mark,x)");
  const where = matchingCondition(table, { where: filter });
  const isForwards = query.position.at === "first";
  const keys: string[] = [];
  let position: Position | undefined = query.position;
  let looks = 0;
  while (position) {
    const current: PageQuery = { ...query, position };
    const found: Page = await read((tx) => fetchPage(tx, table, current, { where, searched }));
    const own = keysOf(table, found);
    if (isForwards) keys.push(...own);
    else keys.unshift(...own);
    const next = isForwards ? found.after : found.before;
    const at = isForwards ? ("after" as const) : ("before" as const);
    position = next ? { at, cursor: next } : found.searched?.position;
    if (++looks > 500) throw new Error("The search has no end.");
  }
  return { keys, looks };
}

describe("a look through a part of a table", () => {
  it("goes on until every row that matches was found once, in order, both ways", async () => {
    const sort = fc.constantFrom<SortKey[]>(
      [{ field: "at", descending: true }],
      [{ field: "at", descending: false }],
      [
        { field: "kind", descending: false },
        { field: "at", descending: true },
      ],
    );
    const size = fc.integer({ min: 1, max: 250 });
    await fc.assert(
      fc.asyncProperty(
        sort,
        size,
        fc.integer({ min: 1, max: 20 }),
        async (keys, searched, limit) => {
          const whole = await walk({ sort: keys, position: { at: "first" }, limit: 50 }, 1_000);
          expect(whole).toMatchObject({ looks: 1 });
          expect(whole.keys).toHaveLength(11);
          for (const at of ["first", "last"] as const) {
            const walked = await walk({ sort: keys, position: { at }, limit }, searched);
            expect(walked.keys).toEqual(whole.keys);
          }
        },
      ),
      { numRuns: 40 },
    );
  }, 60_000);
});

describe("a big table", () => {
  const list = async (where: string, sort: string, search = "") => {
    const table = await tableNamed("base_big");
    return listRecords(viewer, table, {
      where: where ? parseFilter(table.resource, where).filter : everything,
      search,
      sort: [{ field: sort, descending: true }],
      position: { at: "first" },
      limit: 50,
    });
  };

  it("is looked through in part for what no index finds, and from there on", async () => {
    const found = await list("", "at", "row 250");
    expect(found.rows).toHaveLength(50);
    expect(found).not.toHaveProperty("searched");
    const rare = await list("", "at", "row 49999x");
    expect(rare.rows).toEqual([]);
    expect(rare.searched).toMatchObject({ rows: 200_000, position: { at: "after" } });
    const position = rare.searched?.position;
    if (!position) throw new Error("There is more to look through.");
    const table = await tableNamed("base_big");
    const rest = await listRecords(viewer, table, {
      search: "row 49999",
      sort: [{ field: "at", descending: true }],
      position,
      limit: 50,
    });
    expect(keysOf(table, rest)).toEqual(["49999"]);
    expect(rest).not.toHaveProperty("searched");
  });

  it("is asked whole for what an index finds", async () => {
    const found = await list("is(n,7)", "at");
    expect(found.rows).toHaveLength(1);
    expect(found).not.toHaveProperty("searched");
  });

  it("has equal values in the order of its index", async () => {
    const found = await list("", "kind");
    const table = await tableNamed("base_big");
    expect(keysOf(table, found).slice(0, 3)).toEqual(["249999", "249995", "249991"]);
    expect(found.after?.sort).toHaveLength(2);
    const after = found.after;
    if (!after) throw new Error("There is a second page.");
    const sort = [{ field: "kind", descending: true }];
    const second = await page(table, { sort, limit: 50, position: { at: "after", cursor: after } });
    expect(keysOf(table, second)[0]).toBe(String(249_999 - 50 * 4));
    // A cursor from before the index was there.
    const plain = { sort: ["3"], key: [after.key[0] ?? ""] };
    const old = await page(table, { sort, limit: 50, position: { at: "after", cursor: plain } });
    expect(keysOf(table, old)[0]).toBe(String(249_999 - 50 * 4));
  });
});

describe("going to a value", () => {
  const from = async (field: string, descending: boolean, value: string) => {
    const table = await tableNamed("base_marked");
    const sort = [{ field, descending }];
    return page(table, { sort, limit: 50, position: { at: "from", value } });
  };
  const column = (found: Page, name: string) =>
    found.rows.map((row) => row[found.columns.indexOf(name)]);

  it("begins with the first row that reaches it", async () => {
    expect(column(await from("n", false, "150"), "n")[0]).toBe("150");
    expect(column(await from("n", true, "150"), "n")[0]).toBe("150");
    expect(column(await from("at", false, "2026-03-05"), "at")[0]).toBe("2026-03-05 00:00:00");
    expect(column(await from("at", false, "2026-03-05 12:00"), "at")[0]).toBe(
      "2026-03-06 00:00:00",
    );
  });

  it("begins downwards with the last row of a day", async () => {
    expect(column(await from("at", true, "2026-03-05"), "at")[0]).toBe("2026-03-05 00:00:00");
    expect(column(await from("zoned", true, "2026-03-05"), "zoned")[0]).toBe(
      "2026-03-05 23:30:00+00",
    );
    expect(column(await from("zoned", true, "2026-03-05 23:00+00"), "zoned")[0]).toBe(
      "2026-03-04 23:30:00+00",
    );
  });

  it("goes on to the NULLs at the end, and leads back", async () => {
    const late = await from("at", false, "2026-03-20");
    expect(column(late, "at").at(-1)).toBeNull();
    const table = await tableNamed("base_marked");
    const before = late.before;
    if (!before) throw new Error("There are rows before.");
    const sort = [{ field: "at", descending: false }];
    const back = await page(table, { sort, limit: 50, position: { at: "before", cursor: before } });
    expect(column(back, "at").at(-1)).toBe("2026-03-19 00:00:00");
  });

  it("A11: that its type cannot read leads to the first page", async () => {
    const first = await from("at", false, "0001-01-01");
    expect(await from("at", false, "2026-99-99")).toEqual({ ...first, before: undefined });
  });
});
