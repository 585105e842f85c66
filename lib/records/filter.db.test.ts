import { beforeAll, describe, expect, it } from "vitest";
import { everything, parseFilter } from "@/lib/model/filter/filter";
import { type Operator, operatorsFor } from "@/lib/model/filter/operators";
import { listRecords } from "@/lib/records/list";
import { testActor } from "@/lib/records/testing/actors";
import { createKinds, kindTypes } from "@/lib/records/testing/kinds";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { keysOf } from "@/lib/records/testing/walk";
import type { Registered } from "@/lib/resources/registry";

const viewer = testActor("viewer");

beforeAll(async () => {
  await run(`${kindTypes} ${createKinds()};
    create table base_filtered (
      n integer primary key, "Note, ""x""" text, at timestamp, zoned timestamptz, day date,
      amount numeric, tags text[], value jsonb, raw json, open boolean, id uuid
    );
    insert into base_filtered values
      (1, 'Anna''s', now() at time zone 'UTC', now(), (now() at time zone 'UTC')::date, 1.50, '{a,b}', '{"score": 5, "a/b": "x"}', '{"score": 5}', true, '3f2b8c1e-0000-4000-8000-000000000001'),
      (2, '', (now() at time zone 'UTC') - interval '6 days 23 hours', now() - interval '6 days 23 hours', (now() at time zone 'UTC')::date - 6, 2, '{}', '{"score": "5"}', '{}', false, '3f2b8c1e-ffff-4000-8000-000000000002'),
      (3, null, null, null, null, null, null, null, null, null, null),
      (4, '50% off_', (now() at time zone 'UTC') + interval '2 hours', now() + interval '2 hours', (now() at time zone 'UTC')::date + 1, 'NaN', '{b,NULL}', '[1, 2]', 'null', true, '4f2b8c1e-0000-4000-8000-000000000003'),
      (5, 'ANNA \\ ü', '2026-03-09 23:59:59.999999', '2026-03-09 23:59:59.999999+00', '2026-03-09', 1.5, '{"a,b"}', '{}', '[]', false, null),
      (6, ' ', '2026-03-10', '2026-03-10 00:00+00', '2026-03-10', -1, '{A}', '{"score": 50, "tags": ["x", {"deep": null}]}', '""', null, null);`);
});

async function found(where: string, search = ""): Promise<string> {
  const table = await tableNamed("base_filtered");
  const { filter, notices } = parseFilter(table.resource, where);
  expect(notices).toEqual([]);
  return keys(table, where === "" ? everything : filter, search);
}

async function keys(table: Registered, where: typeof everything, search: string) {
  const query = {
    where,
    search,
    sort: [{ field: "n", descending: false }],
    position: { at: "first" as const },
    limit: 50,
  };
  return keysOf(table, await listRecords(viewer, table, query)).join(" ");
}

describe("a filter", () => {
  const note = '"Note, \\"x\\""';
  it.each([
    ["", "1 2 3 4 5 6"],
    [`is(${note},"")`, "2"],
    [`is(${note}, )`, "6"],
    [`isNot(${note},"")`, "1 3 4 5 6"],
    [`in(${note},"",Anna's)`, "1 2"],
    [`notIn(${note},"",Anna's)`, "3 4 5 6"],
    [`contains(${note},anna)`, "1 5"],
    [`contains(${note},%)`, "4"],
    [`contains(${note},_)`, "4"],
    [`contains(${note},"\\\\")`, "5"],
    [`contains(${note},Ü)`, "5"],
    [`notContains(${note},anna)`, "2 3 4 6"],
    [`startsWith(${note},ANNA')`, "1"],
    [`endsWith(${note},off_)`, "4"],
    [`null(${note})`, "3"],
    [`notNull(${note})`, "1 2 4 5 6"],
    [`empty(${note})`, "2"],
    [`notEmpty(${note})`, "1 4 5 6"],
    ["is(amount,1.5)", "1 5"],
    ["isNot(amount,1.5)", "2 3 4 6"],
    ["lt(amount,2)", "1 5 6"],
    ["gte(amount,2)", "2 4"],
    ["between(amount,-1,1.50)", "1 5 6"],
    ["is(amount,NaN)", "4"],
    ["is(open,true)", "1 4"],
    ["isNot(open,true)", "2 3 5 6"],
    ["is(at,2026-03-10)", "6"],
    ["on(at,2026-03-09)", "5"],
    ["on(zoned,2026-03-09)", "5"],
    ["between(at,2026-03-09,2026-03-10)", "5 6"],
    ["lte(day,2026-03-09)", "5"],
    ["last(at,7d)", "1 2"],
    ["last(zoned,7d)", "1 2"],
    ["last(day,7d)", "1 2"],
    ["last(at,6d)", "1"],
    ["next(at,3h)", "4"],
    ["next(zoned,3h)", "4"],
    ["next(day,2d)", "1 4"],
    ["future(zoned)", "4"],
    ["is(id,3f2b8c1e-0000-4000-8000-000000000001)", "1"],
    ["startsWith(id,3f2b8c1e)", "1 2"],
    ["startsWith(id,3F2B8C1E-FFFF)", "2"],
    ["has(tags,b)", "1 4"],
    ['has(tags,"a,b")', "5"],
    ["hasAny(tags,a,A)", "1 6"],
    ["hasAll(tags,a,b)", "1"],
    ["empty(tags)", "2"],
    ["notEmpty(tags)", "1 4 5 6"],
    ["hasKey(value,score)", "1 2 6"],
    ['holds(value,"{""score"": 5}")'.replaceAll('""', '\\"'), "1"],
    ["is(value/score,5)", "1 2"],
    ["gt(value/score,4.5)", "1 6"],
    ["between(value/score,5,5.0)", "1"],
    ["is(value/a~1b,x)", "1"],
    ["contains(value/a~1b,X)", "1"],
    ["null(value/score)", "3 4 5"],
    ["notNull(value/1)", "4"],
    ["null(value/tags/1/deep)", "1 2 3 4 5 6"],
    ["hasKey(value/tags/1,deep)", "6"],
    ["empty(value)", "5"],
    ["notEmpty(value)", "1 2 4 6"],
    ["null(value)", "3"],
    ["gt(raw/score,1)", "1"],
    ["empty(raw)", "2 5 6"],
    ["null(raw)", "3"],
    ["is(n,1),is(n,2)", ""],
    ["any(is(n,1),is(n,2))", "1 2"],
    ["any(all(is(open,true),gt(n,1)),null(open))", "3 4 6"],
    ["gt(n,1),any(is(n,1),is(n,2),all(gt(n,4),lt(n,6)))", "2 5"],
  ])("%s finds %s", async (where, expected) => {
    expect(await found(where)).toBe(expected);
  });

  it.each(["day", "week", "month", "quarter", "year"])("this %s holds now", async (period) => {
    for (const field of ["at", "zoned", "day"]) {
      expect((await found(`this(${field},${period})`)).split(" ")).toContain("1");
      expect((await found(`this(${field},${period})`)).split(" ")).not.toContain("3");
    }
  });

  it("past and future hold what is before and after now", async () => {
    expect(await found("past(at)")).toBe("1 2 5 6");
    expect(await found("future(at)")).toBe("4");
    expect(await found("past(day)")).toBe("2 5 6");
    expect(await found("future(day)")).toBe("4");
  });

  it("A11: is a statement that Postgres can read, for every operator on every kind of field", async () => {
    const table = await tableNamed("base_kinds");
    const values: Partial<Record<Operator, string[]>> = {
      last: ["7d"],
      next: ["3mo"],
      this: ["quarter"],
      on: ["2026-03-09"],
      holds: ["{}"],
    };
    const literals: Record<string, string> = {
      text: "a",
      uuid: "3f2b8c1e-0000-4000-8000-000000000001",
      integer: "1",
      decimal: "1.5",
      float: "1.5",
      boolean: "true",
      enum: "so, so",
      timestamp: "2026-03-09 10:00",
      timestamptz: "2026-03-09 10:00+02",
      date: "2026-03-09",
      time: "10:00",
      interval: "1 day",
      bytea: "\\x00",
    };
    const others: Record<string, string> = {
      address: "10.0.0.1",
      range: "[1,5)",
      span: "[2026-03-09,2026-03-10)",
      money: "$1.00",
      bits: "101",
      someBits: "1",
      words: "a",
      domain: "1.50",
      email: "a",
    };
    const tried: string[] = [];
    const refused: string[] = [];
    for (const field of table.resource.fields) {
      for (const operator of operatorsFor(field)) {
        const element = field.kind === "array" ? elementOf(field.name) : undefined;
        const literal = element ?? literals[field.kind] ?? others[field.name] ?? "a";
        const given =
          values[operator] ?? (operator === "startsWith" ? ["3f2b"] : [literal, literal]);
        for (const count of [0, 1, 2]) {
          const condition = {
            field: field.name,
            path: [],
            operator,
            values: given.slice(0, count),
          };
          const { filter, notices } = parseFilter(table.resource, textOf(condition));
          if (notices.length > 0) continue;
          const query = { where: filter, sort: [], position: { at: "first" as const }, limit: 50 };
          const refusal = await listRecords(viewer, table, query).then(
            () => [],
            (error: { code?: string }) => [`${textOf(condition)} ${error.code}`],
          );
          refused.push(...refusal);
          tried.push(`${field.name} ${operator}`);
        }
      }
    }
    expect(refused).toEqual([]);
    expect(new Set(tried).size).toBeGreaterThan(250);
  });
});

const elements: Record<string, string> = {
  integers: "1",
  prices: "1.50",
  reals: "1.5",
  enums: "fine",
  jsonbs: "{}",
  timestamps: "2026-03-09 10:00",
  booleans: "true",
};

function elementOf(name: string): string {
  return elements[name] ?? "a";
}

function textOf({
  field,
  operator,
  values,
}: {
  field: string;
  operator: string;
  values: string[];
}) {
  const args = [field, ...values].map((value) => JSON.stringify(value));
  return `${operator}(${args.join(",")})`;
}

describe("a search", () => {
  it("finds each of its words in one of the search fields, or the record by its key", async () => {
    const table = await tableNamed("base_filtered");
    expect(table.resource.list.search).toEqual(['Note, "x"']);
    expect(await found("", "anna")).toBe("1 5");
    expect(await found("", "ü ANNA")).toBe("5");
    expect(await found("", "%")).toBe("4");
    expect(await found("", "3")).toBe("3");
    expect(await found("", "nobody")).toBe("");
    expect(await found("is(open,true)", "anna")).toBe("1");
  });
});
