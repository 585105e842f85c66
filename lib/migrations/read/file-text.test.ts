import { expect, test } from "vitest";
import { statementsOf, tablesMadeBy } from "@/lib/migrations/read/file-text";

test("statements are what drizzle's breakpoints part; blank parts do not count", () => {
  expect(statementsOf("a;--> statement-breakpoint\nb;\n--> statement-breakpoint\n")).toEqual([
    "a;",
    "\nb;\n",
  ]);
  expect(statementsOf("")).toEqual([]);
});

test.each([
  ['CREATE TABLE "shop_a" (', ["shop_a"]],
  ["create table if not exists shop.shop_a (id int)", ["shop.shop_a"]],
  ['CREATE TABLE IF NOT EXISTS "shop"."shop_a"(', ["shop.shop_a"]],
  ['ALTER TABLE "shop_a" RENAME TO "shop_b";', ["shop_b"]],
  ['ALTER TABLE "shop_a" RENAME COLUMN "a" TO "b";', []],
  ["-- create table shop_a (\n/* create table shop_b */", []],
  ["CREATE TEMP VIEW shop_v AS SELECT 1", []],
])("%s makes %j", (text, tables) => {
  expect(tablesMadeBy(text)).toEqual(tables);
});
