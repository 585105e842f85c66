import {
  bigint,
  boolean,
  doublePrecision,
  jsonb,
  pgTable,
  smallint,
  text,
  timestamp,
} from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { fromJson, recordJson } from "@/lib/model/record-json";
import { fieldOf } from "@/lib/model/resource";

const table = pgTable("base_things", {
  id: bigint({ mode: "bigint" }).primaryKey(),
  few: smallint(),
  ratio: doublePrecision(),
  on: boolean(),
  data: jsonb(),
  must: jsonb().notNull(),
  note: text(),
  at: timestamp(),
  token: text(),
});

const things = deriveResource(table, { prefix: "base_" });

function read(name: string, json: string, zone = "UTC") {
  const field = fieldOf(things, name);
  if (!field) throw new Error(`There is no field ${name}.`);
  const literal = fromJson(field, json, zone);
  return literal.ok ? literal.literal : literal;
}

describe("a record as JSON", () => {
  it("is JSON where that loses nothing, and literals elsewhere", () => {
    const record = {
      id: "9007199254740993",
      few: "-3",
      ratio: "1e-07",
      on: "true",
      data: '{"n": 1.10}',
      must: "null",
      note: 'a "b"',
      at: "2026-03-09 14:30:00",
      token: "••••••••",
    };
    expect(recordJson(things, record)).toBe(
      '{"id":"9007199254740993","few":-3,"ratio":1e-07,"on":true,"data":{"n": 1.10},"must":null,' +
        '"note":"a \\"b\\"","at":"2026-03-09 14:30:00","token":"••••••••"}',
    );
  });

  it.each(["NaN", "Infinity", "-Infinity"])("says %s as a string", (ratio) => {
    const record = { id: "1", must: "1", ratio };
    expect(JSON.parse(recordJson(things, record))).toMatchObject({ ratio, note: null });
  });
});

describe("JSON as a literal", () => {
  it.each([
    ["id", "12345678901234567890", "12345678901234567890"],
    ["id", '"5"', "5"],
    ["ratio", "1.10", "1.10"],
    ["on", "false", "false"],
    ["on", '"t"', "t"],
    ["note", '"\\u00e9\\n"', "é\n"],
    ["note", "null", null],
    ["data", '{"a":1,"a":1.10}', '{"a":1,"a":1.10}'],
    ["data", '"text"', '"text"'],
    ["data", "null", null],
    ["must", "null", "null"],
    ["at", '"2026-03-09T14:30:00.000Z"', "2026-03-09T14:30:00.000"],
  ])("%s: %s", (name, json, literal) => expect(read(name, json)).toBe(literal));

  it("drops no offset where the column's times are not in UTC", () => {
    const json = '"2026-03-09T14:30:00Z"';
    expect(read("at", json, "Europe/Berlin")).toBe("2026-03-09T14:30:00Z");
  });

  it.each([
    ["note", "5", "Send a string."],
    ["few", "true", "Send a number."],
    ["few", "[1]", "Send a number."],
    ["on", "1", "Send true or false."],
    ["note", '{"a":1}', "Send a string."],
  ])("%s does not take %s", (name, json, fault) =>
    expect(read(name, json)).toEqual({ ok: false, fault }),
  );
});
