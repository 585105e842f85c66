import { describe, expect, it } from "vitest";
import { type FieldKind, typeFacts } from "@/lib/model/field-kinds";

const spellings: Record<FieldKind, string[]> = {
  text: [
    "text",
    "varchar",
    "varchar(10)",
    "character varying",
    "character varying(10)",
    "char",
    "char(3)",
    "character(3)",
    "bpchar",
    "citext",
    "name",
    "TEXT",
    "VARCHAR(10)",
  ],
  uuid: ["uuid"],
  integer: [
    "smallint",
    "int2",
    "integer",
    "int",
    "int4",
    "bigint",
    "int8",
    "smallserial",
    "serial",
    "bigserial",
  ],
  decimal: [
    "numeric",
    "decimal",
    "numeric(10)",
    "numeric(10,2)",
    "numeric(10, 2)",
    "decimal(3,-2)",
  ],
  float: ["real", "float4", "double precision", "float8"],
  boolean: ["boolean", "bool"],
  enum: [],
  timestamp: [
    "timestamp",
    "timestamp without time zone",
    "timestamp(3)",
    "timestamp (3)",
    "timestamp(3) without time zone",
  ],
  timestamptz: [
    "timestamptz",
    "timestamptz(3)",
    "timestamp with time zone",
    "timestamp (3) with time zone",
    "timestamp(3) with time zone",
  ],
  date: ["date"],
  time: [
    "time",
    "time without time zone",
    "time(3)",
    "timetz",
    "time with time zone",
    "time (3) with time zone",
  ],
  interval: ["interval", "interval(3)", "interval year to month", "interval day to second(3)"],
  json: ["json", "jsonb"],
  bytea: ["bytea"],
  array: [
    "text[]",
    "integer[][]",
    "numeric(10,2)[]",
    "varchar(3)[4]",
    '"Mood"[]',
    "timestamp (3) with time zone[]",
  ],
  other: [
    "inet",
    "point",
    "xml",
    "int4range",
    "money",
    "bit(3)",
    "bit varying(5)",
    "tsvector",
    '"char"',
    '"Text"',
    "mood",
    "public.text2",
    "constructor",
    "toString",
    "__proto__",
    "",
  ],
};

const cases = Object.entries(spellings).flatMap(([kind, types]) =>
  types.map((type) => [type, kind] as const),
);

describe("the kind of a type", () => {
  it.each(cases)("%s is %s", (type, kind) => expect(typeFacts(type).kind).toBe(kind));
});

describe("the limits of a type", () => {
  it.each([
    ["varchar(100)", 100],
    ["character varying(7)", 7],
    ["char", 1],
    ["character", 1],
    ["char(3)", 3],
    ["bpchar", undefined],
    ["varchar", undefined],
    ["text", undefined],
  ])("%s holds %s characters", (type, length) => expect(typeFacts(type).length).toBe(length));

  it.each([
    ["smallint", -32768n, 32767n],
    ["smallserial", -32768n, 32767n],
    ["integer", -2147483648n, 2147483647n],
    ["serial", -2147483648n, 2147483647n],
    ["bigint", -9223372036854775808n, 9223372036854775807n],
  ])("%s holds %i to %i", (type, min, max) => expect(typeFacts(type).range).toEqual([min, max]));

  it.each([
    ["numeric(10,2)", 10, 2],
    ["numeric(10, 2)", 10, 2],
    ["numeric(5)", 5, 0],
    ["numeric(3,-2)", 3, -2],
    ["numeric", undefined, undefined],
  ])("%s has %s digits, %s of them after the point", (type, precision, scale) => {
    expect(typeFacts(type)).toMatchObject(precision === undefined ? {} : { precision, scale });
    expect(typeFacts(type).precision).toBe(precision);
  });
});

describe("types that bend values silently", () => {
  it.each([
    "varchar(3)",
    "char",
    "char(3)",
    "numeric(10,2)",
    "timestamp(3)",
    "time(0)",
    "interval(3)",
    "interval year to month",
    "bit(3)",
    "numeric(10,2)[]",
  ])("%s is one", (type) => expect(typeFacts(type).inexact).toBe(true));

  it.each([
    "text",
    "varchar",
    "numeric",
    "integer",
    "timestamp",
    "interval",
    "jsonb",
    "text[]",
    "inet",
    "mood",
  ])("%s is none", (type) => expect(typeFacts(type).inexact).toBe(false));
});

describe("types with an order", () => {
  it.each([
    "text",
    "uuid",
    "jsonb",
    "bytea",
    "boolean",
    "inet",
    "int4range",
    "tstzrange",
    "datemultirange",
    "money",
    "tsvector",
    "integer[]",
    "jsonb[]",
  ])("%s has one", (type) => expect(typeFacts(type).sortable).toBe(true));

  it.each(["json", "json[]", "point", "xml", "point[]", "polygon", "unknown_type"])(
    "%s has none",
    (type) => expect(typeFacts(type).sortable).toBe(false),
  );
});
