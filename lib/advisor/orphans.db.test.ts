import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advise } from "@/lib/advisor/advise";
import { column, table } from "@/lib/advisor/facts.fixture";
import { countOrphans } from "@/lib/advisor/orphans";
import { closePool } from "@/lib/db/client";
import { withOtherConnection } from "@/lib/db/testing/other-connection";
import { run } from "@/lib/records/testing/tables";

const object = "public.base_holders.owner_id";

beforeAll(() =>
  run(`
    create table base_owners (id bigint primary key);
    create table base_holders (id uuid primary key default gen_random_uuid(), owner_id bigint);
    insert into base_holders (owner_id) select generate_series(1, 60000);
    insert into base_owners select generate_series(3, 60000);
    analyze base_holders, base_owners;`),
);

afterAll(() => closePool());

async function told(asked?: string) {
  const { findings } = await advise(asked);
  return findings.find(
    (finding) => finding.rule === "reference-without-constraint" && finding.object === object,
  );
}

describe("rows that point at nothing in a big table", () => {
  it("are counted only for those who ask", async () => {
    expect(await told()).toMatchObject({ severity: "warn", canCount: true });
    const counted = await told(object);
    expect(counted).toMatchObject({
      severity: "high",
      sentence: "2 rows point at a row that does not exist.",
    });
    expect(counted?.evidence).toContainEqual({ label: "Rows that point at nothing", value: "2" });
  });

  it("are counted no further than it matters", async () => {
    await run("delete from base_owners where id <= 5000");
    expect((await told(object))?.sentence).toBe(
      "More than 1,000 rows point at a row that does not exist.",
    );
  });

  it("hold nobody up", async () => {
    await run("create view base_slow as select 1 as owner_id from pg_sleep(60)");
    const slow = { ...table("base_slow"), columns: [column("owner_id", "bigint")] };
    const target = { table: table("base_owners"), key: column("id", "bigint") };
    const references = [{ object, table: slow, column: column("owner_id", "bigint"), target }];
    expect(await countOrphans(references)).toEqual(new Map());
  });

  it("are not looked for in a table that somebody alters", async () => {
    await withOtherConnection(async (other) => {
      await other.unsafe("begin; alter table base_owners add column name text default lower('X')");
      expect(await told(object)).toBeUndefined();
      expect((await advise()).locked).toEqual(["public.base_owners"]);
      await other.unsafe("rollback");
    });
  });
});
