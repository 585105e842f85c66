import {
  boolean,
  integer,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { conditionText, partText } from "@/lib/model/filter/describe";
import { conditionsOf, parseFilter } from "@/lib/model/filter/filter";

const resource = deriveResource(
  pgTable("visits", {
    id: uuid().primaryKey(),
    userId: uuid("user_id"),
    status: varchar({ length: 20 }),
    note: text(),
    length: integer(),
    isOpen: boolean("is_open"),
    createdAt: timestamp("created_at"),
    value: jsonb(),
  }),
  { prefix: "" },
);
const ada = "3f2b8c1e-0000-4000-8000-000000000001";
const people = { [ada]: { name: "Ada Lovelace", email: "ada@example.com" } };

function read(where: string) {
  const { filter, notices } = parseFilter(resource, where);
  expect(notices).toEqual([]);
  return filter;
}

function textOf(where: string): string {
  const [condition] = conditionsOf(read(where));
  if (!condition) throw new Error(`There is no condition in ${where}.`);
  return conditionText(resource, condition, people);
}

describe("a condition", () => {
  it.each([
    ["is(status,scheduled)", "Status is scheduled"],
    ["isNot(status,scheduled)", "Status is not scheduled"],
    ["gte(length,5)", "Length ≥ 5"],
    ["between(length,5,10)", "Length is between 5 and 10"],
    ["is(isOpen,true)", "Is open is true"],
    ["null(note)", "Note is null"],
    ["notEmpty(note)", "Note is not empty"],
    ["last(createdAt,7d)", "Created at is in the last 7 days"],
    ["last(createdAt,1d)", "Created at is in the last day"],
    ["this(createdAt,day)", "Created at is today"],
    ["this(createdAt,week)", "Created at is this week"],
    ["past(createdAt)", "Created at is in the past"],
    ["on(createdAt,2026-03-09)", "Created at is on 9 Mar 2026"],
    ["gt(createdAt,2026-03-09 14:30:00)", "Created at is after 9 Mar 2026, 14:30"],
    ["lt(createdAt,2026-03-09 14:30:05.25)", "Created at is before 9 Mar 2026, 14:30:05.25"],
    ["lt(createdAt,infinity)", "Created at is before infinity"],
    ["gte(value/score,5)", "Value › score ≥ 5"],
    ["is(value/items/0/na~1me,x)", "Value › items › 0 › na/me is x"],
    [`is(userId,${ada})`, "User is Ada Lovelace"],
    ["is(userId,00000000-1111-4000-8000-000000000001)", "User is 00000000"],
    ["startsWith(id,3f2b)", "ID starts with 3f2b"],
  ])("%s reads %s", (where, words) => {
    expect(textOf(where)).toBe(words);
  });

  it("names its values as far as they are few", () => {
    expect(textOf("in(status,a)")).toBe("Status is one of a");
    expect(textOf("in(status,a,b)")).toBe("Status is one of a and b");
    expect(textOf("in(status,a,b,c)")).toBe("Status is one of a, b and c");
    expect(textOf("in(status,a,b,c,d,e)")).toBe("Status is one of a, b and 3 more");
  });

  it("shows what could not be seen, and cuts what is long", () => {
    expect(textOf('is(note,"")')).toBe('Note is ""');
    expect(textOf("is(note, a )")).toBe('Note is " a "');
    expect(textOf(`is(note,${"😀".repeat(50)})`)).toBe(`Note is ${"😀".repeat(40)}…`);
    expect(textOf("is(note,a\n\nb)")).toBe("Note is a b");
    expect(textOf("is(note,null)")).toBe("Note is null");
  });
});

describe("a group", () => {
  it("is joined by what joins it, and nests in brackets", () => {
    const where = "any(is(status,a),all(null(note),any(gt(length,1),lt(length,0))))";
    const [part] = read(where).parts;
    expect(part && partText(resource, part)).toBe(
      "Status is a or (Note is null and (Length > 1 or Length < 0))",
    );
  });
});
