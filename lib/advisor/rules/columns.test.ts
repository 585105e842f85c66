import { describe, expect, it } from "vitest";
import { bareTable, column, factsOf, foundBy, key, table } from "@/lib/advisor/facts.fixture";
import {
  boundedVarchar,
  jsonDefaults,
  timesOfRecords,
  timesWithZone,
} from "@/lib/advisor/rules/columns";

const id = column("id", "uuid");

describe("the times of a record", () => {
  const judge = (columns: ReturnType<typeof column>[], given: object = {}) =>
    foundBy(timesOfRecords, [
      bareTable("app_notes", { columns: [id, ...columns], indexes: [key("id")], ...given }),
    ]);

  it("are there", () => {
    expect(foundBy(timesOfRecords, [table("app_notes")])).toEqual([]);
  });

  it("are missing", () => {
    expect(judge([column("due_at", "timestamp with time zone")])).toEqual([
      "info app_notes.created_at",
      "info app_notes.updated_at",
    ]);
  });

  it("may be called otherwise", () => {
    const joined = column("joined_at", "date");
    const at = column("at", "timestamp with time zone", { default: "now()" });
    const modified = column("modifiedOn", "timestamp without time zone");
    expect(judge([joined, modified])).toEqual([]);
    expect(judge([at, modified])).toEqual([]);
    // A time that is filled at first and changes later is no time of creation.
    expect(judge([column("updated_at", "date", { default: "CURRENT_DATE" })])).toEqual([
      "info app_notes.created_at",
    ]);
  });

  it("of the last change is not missed where nothing changes", () => {
    const created = column("created_at", "timestamp with time zone");
    expect(judge([created], { isAppendOnly: true })).toEqual([]);
    expect(judge([created], { inserts: 10 })).toEqual([]);
    expect(judge([created], { inserts: 10, updates: 1 })).toEqual(["info app_notes.updated_at"]);
  });

  it("are not asked of tables that join others", () => {
    const columns = [column("user_id", "uuid"), column("team_id", "uuid")];
    const members = bareTable("app_members", { columns, indexes: [key("user_id", "team_id")] });
    expect(foundBy(timesOfRecords, [members])).toEqual([]);
  });
});

it("asks for a length of varchar alone", () => {
  const columns = [
    column("name", "character varying"),
    column("title", "character varying(80)"),
    column("notes", "text"),
  ];
  const facts = factsOf([table("app_notes", { columns })]);
  expect(boundedVarchar.find(facts)).toMatchObject([
    {
      object: "public.app_notes.name",
      fix: { drizzle: 'name: varchar("name", { length: 255 }),' },
    },
  ]);
});

it("asks for a default of JSON that may be NULL", () => {
  const columns = [
    column("meta", "jsonb"),
    column("payload", "jsonb", { notNull: true }),
    column("settings", "json", { default: "'{}'::json" }),
  ];
  expect(foundBy(jsonDefaults, [table("app_notes", { columns })])).toEqual(["info app_notes.meta"]);
  expect(foundBy(jsonDefaults, [table("app_log", { columns, isAppendOnly: true })])).toEqual([]);
});

it("names the zone that the dashboard takes a timestamp for", () => {
  const columns = [column("due", "timestamp(3) without time zone")];
  const [found] = timesWithZone.find(factsOf([table("app_notes", { columns })]));
  expect(found?.sentence).toContain("Europe/Berlin");
  expect(found?.fix).toEqual({
    drizzle: 'due: timestamp("due", { precision: 3, withTimezone: true }),',
    sql: `ALTER TABLE "app_notes" ALTER COLUMN "due" TYPE timestamp(3) with time zone USING "due" AT TIME ZONE 'Europe/Berlin';`,
  });
});
