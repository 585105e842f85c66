import { describe, expect, it } from "vitest";
import {
  bareTable,
  column,
  factsOf,
  foundBy,
  index,
  key,
  table,
} from "@/lib/advisor/facts.fixture";
import { exhaustedKeys, keysCalledId, primaryKeys, uuidKeys } from "@/lib/advisor/rules/keys";

const code = column("code", "integer", { notNull: true });
const name = column("name");

describe("a primary key", () => {
  const remedy = (given: Parameters<typeof bareTable>[1]) =>
    primaryKeys.find(factsOf([bareTable("app_notes", given)]))[0]?.fix;

  it("is there", () => {
    expect(foundBy(primaryKeys, [table("app_notes")])).toEqual([]);
  });

  it("is new where nothing serves", () => {
    const unique = index(["name"], { isUnique: true });
    expect(remedy({ columns: [name], indexes: [unique] })).toEqual({
      drizzle: 'id: uuid("id").primaryKey().defaultRandom(),',
      sql: 'ALTER TABLE "app_notes" ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid();',
    });
  });

  it("is what is unique and never NULL", () => {
    const unique = index(["code"], { isUnique: true });
    expect(remedy({ columns: [code], indexes: [unique] })).toEqual({
      drizzle: 'code: integer("code").notNull().primaryKey(),',
      sql: 'ALTER TABLE "app_notes" ADD PRIMARY KEY ("code");',
    });
  });

  it("is none where only some rows are unique", () => {
    const partial = index(["code"], { isUnique: true, predicate: "(code > 0)" });
    expect(remedy({ columns: [code], indexes: [partial] })?.drizzle).toContain('uuid("id")');
  });
});

describe("a key's name and type", () => {
  const numbered = (keyName: string, given: object = {}) =>
    bareTable("app_notes", {
      columns: [column(keyName, "integer", { notNull: true })],
      indexes: [key(keyName)],
      ...given,
    });

  it("is id, and a uuid", () => {
    expect(foundBy(keysCalledId, [numbered("note_id"), table("app_others")])).toEqual([
      "info app_notes",
    ]);
    expect(foundBy(uuidKeys, [numbered("id"), table("app_others")])).toEqual(["info app_notes.id"]);
  });

  it("may be another's key, a word, or several columns", () => {
    const words = bareTable("app_countries", {
      columns: [column("code", "character(2)")],
      indexes: [key("code")],
    });
    const joining = bareTable("app_members", {
      columns: [column("user_id", "integer"), column("team_id", "integer")],
      indexes: [key("user_id", "team_id")],
    });
    const foreignKeys = [
      { name: "fk", columns: ["user_id"], target: "public.app_users", targetColumns: ["id"] },
    ];
    const extending = numbered("user_id", { foreignKeys });
    expect(foundBy(keysCalledId, [words, joining, extending])).toEqual([]);
    expect(foundBy(uuidKeys, [words, joining, extending])).toEqual([]);
  });

  it("may be a number in a journal", () => {
    expect(foundBy(uuidKeys, [numbered("id", { isAppendOnly: true })])).toEqual([]);
  });

  it.each([
    [0.49, []],
    [0.5, ["warn app_notes.id"]],
    [0.8, ["high app_notes.id"]],
  ])("may run out: %d", (keyUse, found) => {
    expect(foundBy(exhaustedKeys, [numbered("id", { keyUse })])).toEqual(found);
  });

  it("is widened together with its sequence", () => {
    const serial = column("id", "integer", {
      notNull: true,
      default: "nextval('app_notes_id_seq'::regclass)",
    });
    const notes = bareTable("app_notes", { columns: [serial], indexes: [key("id")], keyUse: 0.9 });
    expect(exhaustedKeys.find(factsOf([notes]))[0]?.fix).toEqual({
      drizzle: 'id: bigserial("id", { mode: "bigint" }).primaryKey(),',
      sql: 'ALTER TABLE "app_notes" ALTER COLUMN "id" TYPE bigint;\nALTER SEQUENCE app_notes_id_seq AS bigint;',
    });
  });
});
