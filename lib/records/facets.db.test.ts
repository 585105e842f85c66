import { integer, pgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { deriveResource } from "@/lib/model/define-resource";
import { parseMatching } from "@/lib/model/list-params";
import { fieldOf } from "@/lib/model/resource";
import { exactCount, quickCount } from "@/lib/records/count";
import { readFacet } from "@/lib/records/facets";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";
import type { Registered } from "@/lib/resources/registry";

const viewer = testActor("viewer");

beforeAll(async () => {
  await run(`
    create type base_tone as enum ('calm', 'LOUD', '');
    create table "base_Few Rows" (
      id integer primary key, "Tone" base_tone, is_open boolean, place text, password text
    );
    insert into "base_Few Rows" values
      (1, 'calm', true, 'Bonn', 'x'), (2, 'calm', false, 'Bonn', 'x'), (3, 'LOUD', true, '', 'y'),
      (4, '', null, null, 'y'), (5, null, true, 'Ulm', 'y');
    create table base_many (id integer primary key, is_open boolean, place text, word text not null);
    insert into base_many
      select n, n % 4 = 0, (array['Bonn', 'Ulm', null])[n % 3 + 1], 'w' || n from generate_series(1, 30000) n;
    create table base_unknown (id integer primary key, place text) with (autovacuum_enabled = off);
    insert into base_unknown select n, 'p' || n % 2 from generate_series(1, 10001) n;`);
  await run(`analyze base_many; analyze "base_Few Rows"`);
});

function matching({ resource }: Registered, where = "", q = "") {
  const parsed = parseMatching(resource, { where, q });
  expect(parsed.notices).toEqual([]);
  return parsed.matching;
}

async function facetOf(table: string, name: string, where?: string, q?: string) {
  const registered = await tableNamed(table);
  const field = fieldOf(registered.resource, name);
  if (!field) throw new Error(`There is no field ${name}.`);
  return readFacet(viewer, registered, field, matching(registered, where, q));
}

describe("the values of a field", () => {
  it("are counted where the table is small: NULL is not the empty text", async () => {
    expect(await facetOf("base_Few Rows", "Tone")).toEqual({
      kind: "exact",
      values: [
        ["calm", 2],
        ["", 1],
        ["LOUD", 1],
        [null, 1],
      ],
    });
  });

  it("are those of the records that match, whatever the filter says of the field itself", async () => {
    const where = 'is(Tone,""),notNull(place),any(is(Tone,calm),is(id,99))';
    expect(await facetOf("base_Few Rows", "Tone", where)).toEqual({
      kind: "exact",
      values: [
        ["calm", 2],
        ["LOUD", 1],
        [null, 1],
      ],
    });
  });

  it("are estimated where they are many, from statistics", async () => {
    const facet = await facetOf("base_many", "place");
    expect(facet?.kind).toBe("estimate");
    const rows = new Map(facet?.values);
    expect([...rows.keys()].sort()).toEqual(["Bonn", "Ulm", null]);
    for (const count of rows.values()) expect(count).toBeCloseTo(10_000, -4);
  });

  it("are estimated for booleans as their literals, and in proportion to what matches", async () => {
    const facet = await facetOf("base_many", "is_open", "lte(id,20000)");
    expect(facet?.kind).toBe("estimate");
    const rows = new Map(facet?.values);
    expect([...rows.keys()].sort()).toEqual(["false", "true"]);
    expect(rows.get("true")).toBeGreaterThan(3_000);
    expect(rows.get("true")).toBeLessThan(7_000);
  });

  it("are counted where the filter leaves few of many", async () => {
    expect(await facetOf("base_many", "place", "lte(id,6)")).toEqual({
      kind: "exact",
      values: [
        ["Bonn", 2],
        ["Ulm", 2],
        [null, 2],
      ],
    });
  });

  it("are none where there are too many, or nothing is known", async () => {
    expect(await facetOf("base_many", "word")).toBeUndefined();
    expect(await facetOf("base_many", "word", "lte(id,51)")).toBeUndefined();
    expect(await facetOf("base_unknown", "place")).toBeUndefined();
  });

  it("A12: are refused for a secret", async () => {
    await expect(facetOf("base_Few Rows", "password")).rejects.toBeInstanceOf(Refused);
  });
});

describe("the number of records that match", () => {
  it("is exact where they are few, also in a big table", async () => {
    const many = await tableNamed("base_many");
    const count = (where: string, q?: string) => quickCount(viewer, many, matching(many, where, q));
    expect(await count("lte(id,7)")).toEqual({ rows: 7, kind: "exact" });
    expect(await count("lte(id,10000)")).toEqual({ rows: 10_000, kind: "exact" });
    expect(await count("null(id)")).toEqual({ rows: 0, kind: "exact" });
    expect(await count("is(place,Ulm)", "w30000")).toEqual({ rows: 0, kind: "exact" });
  });

  it("is the planner's where they are many, and exact when asked for", async () => {
    const many = await tableNamed("base_many");
    const where = matching(many, "gt(id,5000)");
    const estimate = await quickCount(viewer, many, where);
    expect(estimate?.kind).toBe("estimate");
    expect(estimate?.rows).toBeGreaterThan(20_000);
    expect(estimate?.rows).toBeLessThan(30_000);
    expect(await exactCount(viewer, many, where)).toEqual({ rows: 25_000, kind: "exact" });
  });

  it("is only a bound where the planner expects fewer than were counted", async () => {
    const unknown = await tableNamed("base_unknown");
    const where = matching(unknown, "startsWith(place,p)");
    expect(await quickCount(viewer, unknown, where)).toEqual({ rows: 10_000, kind: "more than" });
  });

  it("is the planner's where counting takes longer than what nobody waits for may", async () => {
    await run(`
      create function base_slow() returns integer language plpgsql volatile as
        $$ begin perform pg_sleep(0.5); return 1; end $$;
      create view base_slow_view as select id, base_slow() as cost from base_many`);
    const view = pgTable("base_slow_view", { id: integer().primaryKey(), cost: integer() });
    const slow = { table: view, resource: deriveResource(view, { prefix: "base_" }) };
    const count = await quickCount(viewer, slow, matching(slow, "is(cost,1)"));
    expect(count?.kind).toBe("estimate");
    expect(count?.rows).toBeGreaterThan(0);
  });
});
