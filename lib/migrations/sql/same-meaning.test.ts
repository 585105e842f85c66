import { beforeAll, expect, test } from "vitest";
import { loadParser } from "@/lib/migrations/sql/parse";
import { sameMeaning } from "@/lib/migrations/sql/same-meaning";

beforeAll(loadParser);

const table = 'CREATE TABLE "a" (\n\t"id" int NOT NULL\n);\n';

test.each([
  ["create table a (id integer not null)", true],
  [`-- remark\r\n${table.replaceAll("\n", "\r\n")}`, true],
  [`\uFEFF${table}`, true],
  [`${table}--> statement-breakpoint\n`, true],
  ['CREATE TABLE "A" ("id" int NOT NULL);', false],
  ['CREATE TABLE "a" ("id" int);', false],
  [`${table} SELECT 1;`, false],
  ["CREATE TABLE (", undefined],
])("%j", (text, expected) => {
  expect(sameMeaning(table, text)).toBe(expected);
  expect(sameMeaning(text, table)).toBe(expected);
});

test("the places of a list's elements are no meaning", () => {
  const spaced = "DELETE FROM a WHERE id IN (1,   2)";
  expect(sameMeaning("DELETE FROM a WHERE id IN (1, 2)", spaced)).toBe(true);
});
