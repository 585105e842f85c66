import { describe, expect, it } from "vitest";
import { bareTable, column, factsOf, key, table } from "@/lib/advisor/facts.fixture";
import { guessReferences, type Orphans } from "@/lib/advisor/references";
import { referencesHeld } from "@/lib/advisor/rules/references";

const uuid = (name: string, given: object = {}) => column(name, "uuid", given);
const notes = (...columns: ReturnType<typeof column>[]) => table("app_notes", { columns });

/** `column → table`, of the table called notes. */
function guessed(from: ReturnType<typeof table>, ...others: ReturnType<typeof table>[]): string[] {
  return guessReferences([from, ...others], ["admin_"])
    .filter((reference) => reference.table === from)
    .map(({ column: { name }, target }) => `${name} → ${target?.table.name ?? "?"}`);
}

const baseUsers = table("base_users", { prefix: "base_" });
const adminUsers = table("admin_users", { prefix: "admin_" });

describe("a column that is named like a reference", () => {
  it("points at the table of that name, of its own prefix first", () => {
    const users = table("app_users");
    expect(guessed(notes(uuid("user_id")), adminUsers, baseUsers, users)).toEqual([
      "user_id → app_users",
    ]);
    expect(guessed(notes(uuid("userId")), adminUsers, baseUsers)).toEqual(["userId → base_users"]);
  });

  it.each([
    ["category_id", "app_categories"],
    ["address_id", "app_addresses"],
    ["coaching_session_id", "app_some_sessions"],
    ["status_id", "app_status"],
    ["course_id", "app_courses"],
    ["person_id", "app_people"],
  ])("knows plurals and last words: %s", (name, target) => {
    expect(guessed(notes(uuid(name)), table(target))).toEqual([`${name} → ${target}`]);
  });

  it("may say more than the table's name", () => {
    expect(guessed(notes(uuid("last_edited_by_user_id")), baseUsers)).toEqual([
      "last_edited_by_user_id → base_users",
    ]);
    expect(guessed(notes(column("ext_user_id")), baseUsers)).toEqual([]);
  });

  it("points at its own table as a parent", () => {
    expect(guessed(notes(uuid("parent_id")))).toEqual(["parent_id → app_notes"]);
  });

  it("points at nothing known, if it must point somewhere", () => {
    expect(
      guessed(notes(uuid("mystery_id"), column("stripe_id"), column("shop_id", "bigint"))),
    ).toEqual(["mystery_id → ?", "shop_id → ?"]);
  });

  it.each([
    [
      "is the key itself",
      bareTable("app_notes", { columns: [uuid("note_id")], indexes: [key("note_id")] }),
    ],
    ["fills itself", notes(uuid("group_id", { default: "gen_random_uuid()" }))],
    ["says by another column where it points", notes(uuid("subject_id"), column("subject_type"))],
    [
      "has a constraint",
      {
        ...notes(uuid("user_id")),
        foreignKeys: [
          { name: "fk", columns: ["user_id"], target: "public.base_users", targetColumns: ["id"] },
        ],
      },
    ],
  ])("is none where it %s", (_, from) => {
    expect(guessed(from, baseUsers)).toEqual([]);
  });
});

describe("what is said of a reference", () => {
  const judge = (orphans?: Orphans, rows = 200_000) => {
    const from = { ...notes(uuid("user_id", { notNull: true })), rows };
    const tables = [from, baseUsers];
    const counts = new Map(orphans ? [["public.app_notes.user_id", orphans]] : []);
    return referencesHeld.find(factsOf(tables, { orphans: counts }))[0];
  };

  it("weighs by the rows that point at nothing", () => {
    expect(judge({ rows: 1, isMore: false })).toMatchObject({
      severity: "high",
      sentence: "1 row points at a row that does not exist.",
    });
    expect(judge({ rows: 1_000, isMore: true })?.sentence).toBe(
      "More than 1,000 rows point at a row that does not exist.",
    );
    expect(judge({ rows: 0, isMore: false })).not.toHaveProperty("severity");
    expect(judge({ rows: 0, isMore: false }, 0)?.sentence).toContain("empty");
  });

  it("says when they were not counted, and whether they can be", () => {
    expect(judge()).toMatchObject({ canCount: true });
    expect(judge({ notCounted: "late" })).not.toHaveProperty("canCount");
    expect(judge({ notCounted: "late" })?.sentence).toBe(
      "How many of its about 200 thousand rows point at nothing was not counted in time.",
    );
    expect(judge({ notCounted: "refused" })?.sentence).toContain("may not read");
  });

  it("comes with the foreign key", () => {
    expect(judge()?.fix.drizzle).toBe(
      '// users: base_users\nuserId: uuid("user_id").notNull().references(() => users.id),',
    );
    expect(judge()?.fix.sql).toContain(
      'ADD CONSTRAINT "app_notes_user_id_base_users_id_fk"\n  FOREIGN KEY ("user_id") REFERENCES "base_users" ("id") NOT VALID;',
    );
  });

  it("comes with a name of its own where Drizzle's would be cut", () => {
    const from = table("app_notes_of_people", { columns: [uuid("coaching_conversation_id")] });
    const [found] = referencesHeld.find(factsOf([from, table("app_coaching_conversations")]));
    expect(found?.fix.drizzle).toContain('name: "app_notes_of_people_coaching_conversation_id_fk"');
    expect(found?.fix.drizzle).toContain("foreignColumns: [coachingConversations.id]");
  });

  it("is about the type where that differs", () => {
    const from = notes(column("user_id"));
    const [found] = referencesHeld.find(factsOf([from, table("app_users")]));
    expect(found?.sentence).toContain("It is text and app_users.id is uuid");
    expect(found?.fix.drizzle).toBe('userId: uuid("user_id").references(() => users.id),');
  });
});
