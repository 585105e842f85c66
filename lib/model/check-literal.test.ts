import { customType, type PgColumnBuilderBase, pgEnum, pgTable } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkLiteral } from "@/lib/model/check-literal";
import { deriveResource } from "@/lib/model/define-resource";
import { type Field, fieldOf } from "@/lib/model/resource";
import { anyText } from "@/lib/model/testing/any-text";

const mood = pgEnum("Mood", ["so, so", "great", ""]);

function fieldOfColumn(column: PgColumnBuilderBase): Field {
  const field = fieldOf(deriveResource(pgTable("t", { value: column }), { prefix: "" }), "value");
  if (!field) throw new Error("A table of one column has one field.");
  return field;
}

const fieldOfType = (type: string) =>
  type === "Mood" ? fieldOfColumn(mood()) : fieldOfColumn(customType({ dataType: () => type })());

const check = (type: string, literal: string) => checkLiteral(fieldOfType(type), literal);

const accepted: [type: string, literals: string[]][] = [
  [
    "text",
    ["", " ", "\uffff", "\u{10FFFF}", "O'Brien", "\\", "\r\n", "NULL", "x".repeat(1_000_000)],
  ],
  ["varchar(3)", ["", "abc", "äöü", "😀😀😀"]],
  [
    "uuid",
    [
      "3f2b8c1e-0000-4000-8000-000000000000",
      "3F2B8C1E000040008000000000000000",
      "{3f2b8c1e-0000-4000-8000-000000000000}",
    ],
  ],
  ["smallint", ["-32768", "32767", "+1", " 7 ", "007", "-0"]],
  ["integer", ["-2147483648", "2147483647", `${"0".repeat(100)}1`]],
  ["bigint", ["-9223372036854775808", "9223372036854775807"]],
  ["numeric", ["NaN", "-Infinity", "1e400", ".5", "5.", "-0.00", "9".repeat(1000)]],
  ["numeric(10,2)", ["99999999.99", "-99999999.99", "1.50000", "00000000000.1", "1.5e3"]],
  ["numeric(3,-2)", ["12300", "99900"]],
  ["numeric(3,5)", ["0.00123"]],
  ["real", ["NaN", "Infinity", "-Infinity", "-0", "1e-45", "3.4028235e+38"]],
  ["boolean", ["true", "FALSE", "t", "f", "yes", "0", "off"]],
  ["Mood", ["so, so", "great", ""]],
  [
    "timestamp",
    [
      "2026-03-09 14:30:00.123456",
      "2026-03-09T14:30",
      "2026-03-09",
      "infinity",
      "-infinity",
      "0044-03-15 00:00:00 BC",
      "294276-12-31 23:59:59.999999",
      "2026-03-09 14:30:00.1234560",
    ],
  ],
  [
    "timestamptz",
    [
      "2026-03-09 14:30:00+00",
      "2026-03-09 14:30:00.5-05:30",
      "2026-03-09T14:30:00Z",
      "2026-03-09 14:30",
      "4713-11-24 00:00:00+00 BC",
    ],
  ],
  ["date", ["2026-03-09", "infinity", "5874897-12-31", "0001-01-01 BC"]],
  ["time", ["00:00", "24:00:00", "23:59:59.999999"]],
  ["timetz", ["14:30:00+02", "14:30:00-15:59:59", "14:30"]],
  ["interval", ["1 year 2 mons -3 days +04:05:06.789", "P1Y2M", "-00:00:01"]],
  ["jsonb", ["{}", "null", "0", '"x"', "[1e400, 12345678901234567890]", '{"a":1,"a":2}', " [ ] "]],
  ["bytea", ["\\x", "\\x00ff", "\\xABCDEF", `\\x${"ab".repeat(1_000_000)}`]],
  ["text[]", ["{}", '{"a,b",NULL}', "{{1,2},{3,4}}"]],
  ["inet", ["10.0.0.1/8", "", "whatever Postgres says"]],
];

const refused: [type: string, literals: string[]][] = [
  ["varchar(3)", ["abcd", "abc ", "😀😀😀😀"]],
  ["char(3)", ["abcd"]],
  [
    "uuid",
    [
      "",
      "x",
      "3f2b8c1e-0000-4000-8000-00000000000",
      "3f2-b8c1e-0000-4000-8000-000000000000",
      "{3f2b8c1e-0000-4000-8000-000000000000",
    ],
  ],
  ["smallint", ["-32769", "32768"]],
  [
    "integer",
    ["-2147483649", "2147483648", "", " ", "1.0", "1e3", "1,000", "1_000", "0x10", "--1"],
  ],
  ["bigint", ["-9223372036854775809", "9223372036854775808", "9".repeat(1_000_000)]],
  ["numeric", ["", "1,5", "one", "1.2.3", "e5", "."]],
  ["numeric(10,2)", ["1.005", "100000000", "-100000000.00"]],
  ["numeric(3,-2)", ["100000", "100.5"]],
  ["double precision", ["", "1,5", "0x1p3"]],
  ["boolean", ["", "o", "2", "maybe"]],
  ["Mood", ["Great", "so", "great "]],
  [
    "timestamp",
    [
      "",
      "yesterday",
      "now",
      "2026-03-09 14:30:00+00",
      "2026-03-09T14:30:00Z",
      "09.03.2026",
      "2026-03-09 14:30:00.1234567",
    ],
  ],
  ["timestamptz", ["", "2026-03-09 14:30 Europe/Berlin", "2026-03-09 14:30:00.1234567+00"]],
  ["date", ["", "2026-03-09 14:30", "26-03-09"]],
  ["time", ["", "14", "14:30+02", "14:30Z", "14:30:00.0000001"]],
  ["interval", ["0.1234567 seconds"]],
  ["timestamp[]", ['{"2026-03-09 14:30:00.1234567"}']],
  ["tstzrange", ['["2026-03-09 14:30:00.1234567+00",)']],
  ["json", ["", "{", "{'a':1}", "undefined", "NaN", "[1,]"]],
  ["bytea", ["", "ff", "\\xf", "\\xgg", "\\Xff"]],
  ["text[]", [""]],
];

const cases = (table: typeof accepted) =>
  table.flatMap(([type, literals]) => literals.map((literal) => [type, literal] as const));

const shown = (literal: string) => (literal.length > 60 ? `${literal.slice(0, 60)}…` : literal);

describe("what a type takes", () => {
  for (const [type, literal] of cases(accepted)) {
    it(`${type}: ${JSON.stringify(shown(literal))}`, () =>
      expect(check(type, literal)).toBeUndefined());
  }
});

describe("what a type does not take, or not as it is", () => {
  for (const [type, literal] of cases(refused)) {
    it(`${type}: ${JSON.stringify(shown(literal))}`, () =>
      expect(check(type, literal)).toMatch(/\.$/));
  }
});

describe("what no type takes", () => {
  const types = [...new Set(cases(accepted).map(([type]) => type))];

  it.each(types)("%s: U+0000 and halves of surrogate pairs", (type) => {
    for (const broken of ["\0", "a\0b", "\ud800", "\udc00\ud800"]) {
      expect(check(type, broken)).toBeDefined();
    }
  });

  it.each(types)("%s: answers to anything, however long, without throwing", (type) => {
    const field = fieldOfType(type);
    fc.assert(fc.property(anyText(), (literal) => void checkLiteral(field, literal)));
    for (const character of ["1", " ", ".", "a", "[", "f", "-", "0."]) {
      checkLiteral(field, `${character.repeat(200_000)}!`);
    }
  });
});

describe("what it says", () => {
  it("offers the way out of an empty field", () => {
    const column = () => customType({ dataType: () => "integer" })();
    expect(checkLiteral(fieldOfColumn(column()), "")).toBe("Enter a value, or choose NULL.");
    expect(checkLiteral(fieldOfColumn(column().notNull().default(1)), "")).toBe(
      "Enter a value, or choose the default.",
    );
    expect(checkLiteral(fieldOfColumn(column().notNull()), "")).toBe("Enter a value.");
  });

  it("counts characters as Postgres does", () => {
    expect(check("varchar(3)", "😀😀😀😀😀")).toBe(
      "5 characters are 2 too many: varchar(3) holds 3.",
    );
  });

  it("names the place where JSON breaks", () => {
    expect(check("json", '{\n  "a": x\n}')).toBe("This is not valid JSON: line 2, column 8.");
  });

  it("says why an offset is refused", () => {
    expect(check("timestamp", "2026-03-09 14:30:00+02")).toContain("an offset would be dropped");
  });
});
