import { describe, expect, it } from "vitest";
import { column, factsOf, foundBy, table } from "@/lib/advisor/facts.fixture";
import {
  descriptiveNames,
  prefixedNames,
  reservedWords,
  snakeCaseNames,
} from "@/lib/advisor/rules/names";

function withColumns(...names: string[]) {
  return [table("app_notes", { columns: names.map((name) => column(name)) })];
}

describe("snake_case", () => {
  it.each(["user_id", "a1", "_private", "größe", "line__2"])("accepts %s", (name) => {
    expect(foundBy(snakeCaseNames, withColumns(name))).toEqual([]);
  });

  it.each([
    ["userId", 'userId: text("user_id"),'],
    ["HTMLBody", 'htmlBody: text("html_body"),'],
    ["first name", 'firstName: text("first_name"),'],
    ["2fa", '2fa: text("_2fa"),'],
  ])("renames %s", (name, line) => {
    const [found] = snakeCaseNames.find(factsOf(withColumns(name)));
    expect(found?.object).toBe(`public.app_notes.${name}`);
    expect(found?.fix.drizzle.replaceAll('"2fa":', "2fa:")).toBe(line);
    expect(found?.fix.sql).toContain(`RENAME COLUMN "${name}" TO`);
  });

  it("judges tables too", () => {
    const [found] = snakeCaseNames.find(factsOf([table("app_userNotes")]));
    expect(found?.fix.drizzle).toBe('export const userNotes = pgTable("app_user_notes", { … });');
  });
});

it("finds words of SQL, and names what would serve", () => {
  const [found, ...others] = reservedWords.find(factsOf(withColumns("order", "ordering")));
  expect(others).toEqual([]);
  expect(found?.fix.drizzle).toBe('noteOrder: text("note_order"),');
});

describe("descriptive names", () => {
  it.each(["a", "data1", "field_2", "tmp", "tbl_users", "fld_name"])("do not include %s", (name) =>
    expect(foundBy(descriptiveNames, withColumns(name))).toEqual([`info app_notes.${name}`]),
  );

  it.each(["x", "y", "address1", "data", "value", "temperature", "test_result", "at"])(
    "include %s",
    (name) => expect(foundBy(descriptiveNames, withColumns(name))).toEqual([]),
  );

  it("judge tables without their prefix", () => {
    expect(foundBy(descriptiveNames, [table("app_tbl_notes"), table("app_data1")])).toEqual([
      "info app_tbl_notes",
      "info app_data1",
    ]);
  });
});

it("tells tables that no prefix covers", () => {
  const strays = [table("loose", { prefix: null, rows: 12 })];
  expect(prefixedNames.find(factsOf([], { strays }))).toMatchObject([
    {
      prefix: null,
      object: "public.loose",
      sentence: "It holds 12 rows and belongs to none of app_.",
    },
  ]);
});
