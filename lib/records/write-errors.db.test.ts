import { beforeAll, describe, expect, it } from "vitest";
import type { Literals } from "@/lib/model/literal";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { testActor } from "@/lib/records/testing/actors";
import { rowCount, run, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const owner = testActor();
const canary = "c4nary";

beforeAll(() =>
  run(`
    create table base_towns (id integer primary key, parent_id integer references base_towns, code text unique);
    create table base_houses (
      id integer primary key, "the town" integer references base_towns on delete restrict,
      street text, number integer, owner text, area numeric not null default 1, during int4range,
      constraint "A positive area" check (area > 0),
      unique (street, number), exclude using gist (during with &&)
    );
    create index on base_houses (owner);
    create unique index on base_houses (lower(owner));
    create function base_refuse() returns trigger language plpgsql as
      $$ begin raise exception 'the trigger says %', new.owner; end $$;
    create trigger base_refuse before insert on base_houses for each row when (new.owner = 'refused ${canary}')
      execute function base_refuse();
    create table base_parts (id integer, year integer, primary key (id, year)) partition by list (year);
    create table base_parts_2026 partition of base_parts for values in (2026);
    insert into base_towns values (1, null, 'x'), (2, 1, 'y'), (3, null, 'z');
    insert into base_houses values (1, 3, '${canary}', 7, 'taken ${canary}', 1, '[1,5)');
  `),
);

const refusals: [string, Literals, string[], RegExp][] = [
  ["unique", { street: canary, number: "7" }, ["street", "number"], /unique/],
  ["the key", { id: "1" }, ["id"], /unique/],
  ["unique by an expression", { owner: `TAKEN ${canary}` }, [], /unique/],
  ["pointing nowhere", { "the town": "99" }, ["the town"], /No such record/],
  ["NOT NULL", { area: null }, ["area"], /NULL/],
  ["a check", { area: "-1" }, [], /“A positive area”/],
  ["an exclusion", { during: "[4,9)" }, [], /overlaps/],
  ["a trigger", { owner: `refused ${canary}` }, [], /trigger/],
  [
    "too long for its index",
    { owner: canary + Array.from({ length: 5_000 }, (_, n) => n * n).join() },
    [],
    /too long/,
  ],
  ["out of range", { number: "99999999999" }, ["number"], /holds/],
];

describe("what the database refuses", () => {
  it.each(refusals)(
    "is said in a sentence, beside its fields, without a value: %s",
    async (_, values, fields, sentence) => {
      const houses = await tableNamed("base_houses");
      const [rows, changes] = [await rowCount("base_houses"), await rowCount("admin_changes")];
      const result = await createRecord(owner, houses, { id: "2", ...values });
      if (result.ok) throw new Error("The write was not refused.");
      expect(Object.keys(result.fieldErrors).sort()).toEqual([...fields].sort());
      const said = [result.formError, ...Object.values(result.fieldErrors)].join(" ");
      expect(said).toMatch(sentence);
      expect(said).not.toContain(canary);
      expect(said).not.toMatch(/violates|constraint|duplicate key|SQL|insert into/i);
      expect(await rowCount("base_houses")).toBe(rows);
      expect(await rowCount("admin_changes")).toBe(changes);
    },
  );

  it("is said of an update alike", async () => {
    const houses = await tableNamed("base_houses");
    const edit = { values: { "the town": "99" }, seen: { "the town": "3" } };
    expect(await updateRecord(owner, houses, "1", edit)).toMatchObject({
      ok: false,
      fieldErrors: { "the town": "No such record exists to refer to." },
    });
  });

  it.each([
    ["3", "base_houses"],
    ["1", "base_towns"],
  ])("a record that others refer to stays: town %s, of %s", async (id, referring) => {
    const towns = await tableNamed("base_towns");
    const version = (await getRecord(owner, towns, id))?.version ?? "";
    expect(await removeRecord(owner, towns, id, version)).toEqual({
      ok: false,
      fieldErrors: {},
      formError: `Records of ${referring} still refer to this one. Nothing was saved.`,
    });
    expect(await getRecord(owner, towns, id)).toBeDefined();
  });

  it("a record for which there is no partition", async () => {
    const parts = await tableNamed("base_parts");
    expect(await createRecord(owner, parts, { id: "1", year: "1999" })).toMatchObject({
      ok: false,
      formError: expect.stringContaining("partition"),
    });
  });
});
