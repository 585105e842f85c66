import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { SortKey } from "@/lib/model/resource";
import { forgetTableFacts } from "@/lib/records/table-facts";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { backwards, forwards } from "@/lib/records/testing/walk";

const rows = 10_000;

/** Many ties, many NULLs; one order has an index with a tail, one has none. */
beforeAll(async () => {
  await run(`
    create table base_walked (
      id uuid primary key default gen_random_uuid(), kind smallint, at timestamp, note text, stays boolean not null
    );
    create index base_walked_kind_idx on base_walked (kind, at);
    insert into base_walked (kind, at, note, stays)
      select nullif(n % 7, 0), case when n % 11 > 0 then timestamp '2026-01-01' + (n % 40) * interval '1 day' end,
        (array[null, '', 'a', 'b'])[n % 4 + 1], true
      from generate_series(1, ${rows}) n;
    analyze base_walked;`);
  forgetTableFacts();
});

/** Others at work, until `isDone`: rows come and go in the same ranges as those that stay. */
async function disturb(isDone: () => boolean): Promise<number> {
  let acts = 0;
  for (; !isDone(); acts++) {
    await run(`
      insert into base_walked (kind, at, note, stays)
        select nullif(floor(random() * 7)::int, 0), timestamp '2026-01-01' + floor(random() * 40) * interval '1 day', 'b', false
        from generate_series(1, 5);
      delete from base_walked where id in (select id from base_walked where not stays order by random() limit 4)`);
  }
  return acts;
}

describe("10,000 rows with ties and NULLs, while others insert and delete", () => {
  it("are each seen exactly once, forwards and backwards, in any order", async () => {
    const table = await tableNamed("base_walked");
    const stay = new Set((await run("select id from base_walked where stays")).map(({ id }) => id));
    expect(stay.size).toBe(rows);
    const key = fc.record({
      field: fc.constantFrom("kind", "at", "note"),
      descending: fc.boolean(),
    });
    const anySort = fc.uniqueArray(key, { maxLength: 3, selector: ({ field }) => field });
    const seenOnce = (pages: string[][]) => {
      const seen = pages.flat().filter((id) => stay.has(id));
      expect(seen).toHaveLength(rows);
      expect(new Set(seen)).toEqual(stay);
      return seen;
    };
    await fc.assert(
      fc.asyncProperty(
        anySort,
        fc.integer({ min: 200, max: 700 }),
        async (sort: SortKey[], limit) => {
          let isDone = false;
          const others = disturb(() => isDone);
          const there = seenOnce(await forwards(table, { sort, limit }));
          const back = seenOnce((await backwards(table, { sort, limit })).reverse());
          isDone = true;
          expect(await others).toBeGreaterThan(0);
          expect(back).toEqual(there);
        },
      ),
      { numRuns: 8, examples: [[[{ field: "kind", descending: true }], 300]] },
    );
  }, 180_000);
});
