import { expect, test } from "vitest";
import { excerptOf, firstLineOf, placeOf } from "@/lib/model/migrations/statement-excerpt";

test("a place is counted in characters as Postgres does, not in UTF-16 units", () => {
  const statement = "select '🙂🙂', x";
  expect(placeOf(statement, 14)).toEqual({ line: 1, column: 14 });
  expect(placeOf("a\nb\ncd", 6)).toEqual({ line: 3, column: 2 });
});

test("a long statement is cut to the lines round its place", () => {
  const lines = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`);
  const statement = lines.join("\n");
  const excerpt = excerptOf(statement, statement.indexOf("line 50") + 6);
  expect(excerpt).toHaveLength(13);
  expect(excerpt[excerpt.indexOf("line 50") + 1]).toBe("     ^");
});

test("the last lines of a long statement are shown as a whole", () => {
  const statement = `${"line\n".repeat(40)}last`;
  expect(excerptOf(statement, statement.length).slice(-2)).toEqual(["last", "   ^"]);
});

test.each([
  ["\n  CREATE TABLE x (\n id int)", "CREATE TABLE x ("],
  ["-- why\n/* and\nhow */\nALTER TABLE x\n  ADD y int", "ALTER TABLE x"],
  ["-- nothing but a comment", ""],
  ["drop\ttable   x", "drop table x"],
])("the first line of %j", (statement, line) => {
  expect(firstLineOf(statement)).toBe(line);
});

test("a first line without end is cut", () => {
  expect(firstLineOf(`select ${"x".repeat(500)}`)).toBe(`select ${"x".repeat(113)}…`);
});
