import {
  boolean,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import {
  type Condition,
  conditionsOf,
  type FilterPart,
  formatFilter,
  isGroup,
  parseFilter,
  pathOf,
  pointerOf,
} from "@/lib/model/filter/filter";
import {
  fits,
  isOperator,
  type Operator,
  operators,
  operatorsFor,
} from "@/lib/model/filter/operators";
import { fieldOf } from "@/lib/model/resource";
import { anyText } from "@/lib/model/testing/any-text";

const mood = pgEnum("mood", ["good", "bad"]);
const things = deriveResource(
  pgTable("t_things", {
    id: uuid("id").primaryKey(),
    title: text("title"),
    count: integer("count"),
    isOpen: boolean("is_open"),
    mood: mood("mood"),
    tags: text("tags").array(),
    value: jsonb("value"),
    password: text("password"),
    at: timestamp("at"),
    "a/b": jsonb("a_b"),
  }),
  { prefix: "t_" },
);

const read = (where: string) => parseFilter(things, where);
const only = (where: string) => {
  const { filter, notices } = read(where);
  expect(notices).toEqual([]);
  expect(filter.parts).toHaveLength(1);
  return filter.parts[0];
};

describe("a filter in an address", () => {
  it("is everything where there is none", () => {
    expect(read("")).toEqual({ filter: { any: false, parts: [] }, notices: [] });
  });

  it.each<[string, Condition]>([
    ["is(title,a)", { field: "title", path: [], operator: "is", values: ["a"] }],
    ['is(title,"")', { field: "title", path: [], operator: "is", values: [""] }],
    ["in(mood,good,bad)", { field: "mood", path: [], operator: "in", values: ["good", "bad"] }],
    ["null(title)", { field: "title", path: [], operator: "null", values: [] }],
    ["last(at,7d)", { field: "at", path: [], operator: "last", values: ["7d"] }],
    ["has(tags,a b)", { field: "tags", path: [], operator: "has", values: ["a b"] }],
    ["gt(value/score,5.5)", { field: "value", path: ["score"], operator: "gt", values: ["5.5"] }],
    [
      "is(value/a~1b/~0/0,x)",
      { field: "value", path: ["a/b", "~", "0"], operator: "is", values: ["x"] },
    ],
    ["is(value/,x)", { field: "value", path: [""], operator: "is", values: ["x"] }],
    ["null(a/b)", { field: "a/b", path: [], operator: "null", values: [] }],
    ["null(a/b/c)", { field: "a/b", path: ["c"], operator: "null", values: [] }],
  ])("reads %s", (where, condition) => {
    expect(only(where)).toEqual(condition);
  });

  it.each([
    ["is(nothing,a)", "This list cannot be filtered by “nothing”."],
    ["is(__proto__,a)", "This list cannot be filtered by “__proto__”."],
    ["is(constructor,a)", "This list cannot be filtered by “constructor”."],
    ["is(password,a)", "This list cannot be filtered by “password”."],
    ["like(title,a)", "“Title” cannot be filtered with “like”."],
    ["toString(title)", "“Title” cannot be filtered with “toString”."],
    ["contains(count,1)", "“Count” cannot be filtered with “contains”."],
    ["gt(value,1)", "“Value” cannot be filtered with “gt”."],
    ["is(count,many)", "Enter a whole number"],
    ["is(count,99999999999)", "“Count is” is left out"],
    ["is(mood,meh)", "Choose one of good, bad."],
    ["is(title)", "Enter a value."],
    ["null(title,a)", "It takes no value."],
    ["between(count,1)", "It takes two values."],
    ["last(at,7 days)", "Enter a length of time, such as 7d."],
    ["this(at,decade)", "Choose day, week, month, quarter or year."],
    ["on(at,tomorrow)", "“At is on” is left out"],
    ["gt(value/score,high)", "“Value >” is left out"],
    ["holds(value,{a})", "Enter JSON"],
    ["startsWith(id,xyz)", "Enter the first hexadecimal digits of a UUID."],
    ["is(is(a,b),c)", "cannot be read as a condition"],
    ["any(title)", "“title” is no condition."],
    ["is(title", "The filter in this address cannot be read."],
    [`is(title,${"a".repeat(1_001)})`, "A value has 1000 characters at the most."],
  ])("A11: says what it leaves out of %s", (where, sentence) => {
    const { filter, notices } = read(where);
    expect(conditionsOf(filter)).toEqual([]);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toContain(sentence);
  });

  it("keeps what it understands beside what it does not", () => {
    const { filter, notices } = read("is(title,a),is(nothing,b),any(gt(count,1),is(nothing,c))");
    expect(formatFilter(filter)).toBe("is(title,a),any(gt(count,1))");
    expect(notices).toHaveLength(2);
  });

  it("has 40 conditions at the most", () => {
    const { filter, notices } = read(Array.from({ length: 50 }, () => "is(count,1)").join());
    expect(filter.parts).toHaveLength(40);
    expect(notices).toEqual(["A filter has 40 conditions at the most."]);
  });

  it("A11: no text throws, and what is understood reads the same again", () => {
    const name = fc.constantFrom(
      "is",
      "in",
      "any",
      "all",
      "gt",
      "contains",
      "null",
      "between",
      "x",
    );
    const ref = fc.constantFrom("title", "count", "value/a", "mood", "password", "__proto__");
    const condition = fc
      .tuple(name, ref, fc.array(fc.oneof(anyText(), fc.constantFrom("1", "good", "{}"))))
      .map(([operator, field, values]) => `${operator}(${[field, ...values].join()})`);
    const text = fc.oneof(
      fc.array(condition).map((parts) => parts.join()),
      anyText(),
      fc.string(),
    );
    fc.assert(
      fc.property(text, (where) => {
        const { filter } = read(where);
        expect(read(formatFilter(filter))).toEqual({ filter, notices: [] });
      }),
      { numRuns: 500 },
    );
  });
});

describe("the table of operators", () => {
  it("offers for each field only what may be asked of it", () => {
    for (const field of things.fields) {
      for (const operator of operatorsFor(field)) expect(fits(operator, field, [])).toBe(true);
    }
    const offered = (name: string, path: string[] = []) => {
      const field = fieldOf(things, name);
      return field ? operatorsFor(field, path) : [];
    };
    expect(offered("isOpen")).toEqual(["is", "isNot", "null", "notNull"]);
    expect(offered("value")).toEqual(["hasKey", "holds", "null", "notNull", "empty", "notEmpty"]);
    expect(offered("value", ["a"])).toContain("between");
    expect(offered("title")).not.toContain("gt");
    expect(offered("at")).toContain("last");
  });

  it("names no operator by what every object has", () => {
    for (const name of ["constructor", "__proto__", "toString"])
      expect(isOperator(name)).toBe(false);
    expect(isOperator("is")).toBe(true);
    expect(Object.keys(operators) as Operator[]).not.toContain("like");
  });
});

describe("a path into JSON", () => {
  it("leads back to its members", () => {
    fc.assert(
      fc.property(fc.array(anyText(), { minLength: 1, maxLength: 4 }), (path) => {
        fc.pre(path.join("") !== "" || path.length > 1);
        expect(pathOf(pointerOf(path))).toEqual(path);
      }),
    );
  });
});

describe("the conditions of a filter", () => {
  it("are those of its groups too, in their order", () => {
    const { filter } = read("is(title,a),any(gt(count,1),all(lt(count,9),null(mood)))");
    expect(conditionsOf(filter).map(({ operator }) => operator)).toEqual([
      "is",
      "gt",
      "lt",
      "null",
    ]);
    expect(filter.parts.map((part: FilterPart) => isGroup(part))).toEqual([false, true]);
  });
});
