import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { rehearseBulk } from "@/lib/records/bulk/rehearse";
import { testActor } from "@/lib/records/testing/actors";
import {
  bulkTable,
  everyRecord,
  fillBulkTable,
  makeBulkTables,
  matching,
} from "@/lib/records/testing/bulk";
import { rowCount, run } from "@/lib/records/testing/tables";

const owner = testActor("owner");
const raw = () => run(`select * from base_bulk order by a, "B"`);

beforeAll(makeBulkTables);
beforeEach(fillBulkTable);

describe("a rehearsal", () => {
  it("tells what would happen, in every table, and leaves nothing behind", async () => {
    await run(
      "insert into base_bulk_lines select n, 'k' || (n % 3), n from generate_series(1, 20) n",
    );
    const before = [
      await raw(),
      await rowCount("base_bulk_lines"),
      await rowCount("admin_changes"),
    ];
    const found = await rehearseBulk(owner, await bulkTable(), {
      act: { kind: "delete" },
      selected: await matching("lte(B,10)"),
    });
    expect(found).toMatchObject({
      ok: true,
      done: 10,
      changed: 10,
      failed: 0,
      isWhole: true,
      of: { rows: 10, kind: "exact" },
    });
    expect(found.ok && [...found.touched].sort((x, y) => x.table.localeCompare(y.table))).toEqual([
      { table: "base_bulk", action: "deleted", rows: 10 },
      { table: "base_bulk_lines", action: "deleted", rows: 10 },
    ]);
    expect([
      await raw(),
      await rowCount("base_bulk_lines"),
      await rowCount("admin_changes"),
    ]).toEqual(before);
  });

  it("counts what would stay, and what would be refused, but not what was undone for that", async () => {
    const found = await rehearseBulk(owner, await bulkTable(), {
      act: { kind: "set", values: { amount: "7" } },
      selected: everyRecord,
    });
    expect(found).toMatchObject({ changed: 2498, unchanged: 1, failed: 1 });
    expect(found.ok && found.touched).toEqual([
      { table: "base_bulk", action: "updated", rows: 2498 },
    ]);
    expect(found.ok && found.failures).toHaveLength(1);
  });
});
