import { generateDrizzleJson } from "drizzle-kit/api";
import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
  numeric,
  pgEnum,
  pgPolicy,
  pgSchema,
  pgSequence,
  pgTable,
  pgView,
  primaryKey,
  serial,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  varchar,
  vector,
} from "drizzle-orm/pg-core";
import { expect, test } from "vitest";
import { compareShapes } from "@/lib/migrations/schema/compare-shapes";
import { declaredSnapshot } from "@/lib/migrations/schema/declared-snapshot";
import { shapeOfSnapshot } from "@/lib/migrations/schema/snapshot-shape";

const mood = pgEnum("mood", ["sad", "it's ok", "happy"]);
const billing = pgSchema("billing");
const plan = billing.enum("plan", ["free", "paid"]);
const people = pgTable(
  "people",
  {
    id: serial().primaryKey(),
    tag: uuid("tag").defaultRandom().notNull().unique(),
    name: varchar("name", { length: 255 }).notNull().default("it's"),
    mood: mood("mood").default("sad"),
    moods: mood("moods").array().default(["sad"]),
    score: numeric("score", { precision: 10, scale: 2 }).default("1.50"),
    count: bigint("count", { mode: "number" }).default(0),
    big: bigserial("big", { mode: "bigint" }),
    on: boolean("on").default(false).notNull(),
    day: date("day").default("2026-01-01"),
    at: timestamp("at", { withTimezone: true, precision: 3 }).defaultNow(),
    born: timestamp("born").default(new Date(0)),
    tags: text("tags").array().default(["a", "b"]),
    data: jsonb("data").default({ a: [1] }),
    raw: json("raw").default([]),
    upper: text("upper").generatedAlwaysAs(sql`upper(name)`),
    number: integer("number").generatedAlwaysAsIdentity({ startWith: 10 }),
    embedding: vector("embedding", { dimensions: 3 }),
  },
  (table) => [
    index("people_name_idx").on(table.name.desc(), table.id),
    index("people_lower_idx").on(sql`lower(${table.name})`),
    index().on(table.day),
    uniqueIndex("people_partial_idx").on(table.name).where(sql`${table.on}`),
    index("people_data_idx").using("gin", table.data.op("jsonb_path_ops")),
    unique().on(table.name, table.day),
    unique("people_nulls").on(table.mood, table.at).nullsNotDistinct(),
    check("people_count_check", sql`${table.count} >= 0`),
    pgPolicy("people_policy", { for: "select", using: sql`true` }),
  ],
);
const memberships = billing.table(
  "memberships",
  {
    person: integer("person_id")
      .notNull()
      .references(() => people.id, { onDelete: "cascade", onUpdate: "set null" }),
    plan: plan("plan").notNull().default("free"),
    other: integer("other"),
  },
  (table) => [
    primaryKey({ columns: [table.person, table.plan] }),
    foreignKey({ columns: [table.other], foreignColumns: [people.id], name: "other_fk" }),
  ],
);
const adults = pgView("adults").as((query) => query.select().from(people));
const numbers = pgSequence("numbers", { startWith: 5 });
const rich = { mood, billing, plan, people, memberships, adults, numbers };

function differences(module: Record<string, unknown>, snapshot: unknown) {
  const before = shapeOfSnapshot(snapshot);
  const after = shapeOfSnapshot(declaredSnapshot(module, snapshot));
  if (!before || !after) throw new Error("A snapshot of this version is read.");
  return compareShapes(before, after);
}

test("what drizzle-kit has just written down differs in nothing", () => {
  expect(differences(rich, generateDrizzleJson(rich))).toEqual([]);
});

test.each([
  ["custom tables", "@/lib/db/schema", "drizzle-sql/meta"],
  ["the dashboard's", "@/lib/store/schema", "lib/store/drizzle-sql/meta"],
  ["the framework's stand-in", "@/lib/fastapp/schema", "lib/fastapp/drizzle-sql/meta"],
])("%s: schema and last snapshot are one", async (_, module, folder) => {
  const { readdir, readFile } = await import("node:fs/promises");
  const last = (await readdir(folder))
    .filter((name) => name.endsWith("_snapshot.json"))
    .sort()
    .at(-1);
  const snapshot: unknown = JSON.parse(await readFile(`${folder}/${last}`, "utf8"));
  expect(differences(await import(module), snapshot)).toEqual([]);
});

test("every kind of change is found", () => {
  const snapshot = generateDrizzleJson(rich);
  const changed = {
    ...rich,
    mood: pgEnum("mood", ["sad", "happy", "angry"]),
    people: pgTable("people", {
      id: serial().primaryKey(),
      name: varchar("name", { length: 100 }).default("new"),
      on: boolean("on").notNull(),
      born: timestamp("born"),
      note: text("note"),
    }),
    fresh: pgTable("fresh", { id: integer("id") }),
  };
  const found = differences(changed, snapshot).map(
    ({ change, kind, name }) => `${change} ${kind} ${name}`,
  );
  expect(found).toEqual(
    expect.arrayContaining([
      "added table fresh",
      "changed enum mood",
      "changed column name",
      "changed column on",
      "changed column born",
      "added column note",
      "removed column data",
      "removed index people_name_idx",
      "removed check people_count_check",
      "removed unique constraint people_nulls",
    ]),
  );
});

test("a snapshot of an unknown form is not read", () => {
  expect(shapeOfSnapshot({ tables: [1] })).toBeUndefined();
  expect(shapeOfSnapshot(null)).toBeUndefined();
});
