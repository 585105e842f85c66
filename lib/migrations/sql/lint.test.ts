import { readdir, readFile } from "node:fs/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { blockersOf } from "@/lib/migrations/sql/lint";
import { batch, findings, live, rules } from "@/lib/migrations/sql/lint.fixture";
import { loadParser } from "@/lib/migrations/sql/parse";

beforeAll(loadParser);

/** One statement, what is found, whether the batch fails, and what the words have to name. */
const found: [sql: string, rule: string, severity: string, blocks: boolean, words: string][] = [
  [
    'CREATE INDEX CONCURRENTLY "i" ON "app_orders" ("note");',
    "outside-transaction",
    "critical",
    true,
    "CREATE INDEX CONCURRENTLY",
  ],
  ["VACUUM app_orders;", "outside-transaction", "critical", true, "VACUUM"],
  ["SELCT 1;", "not-understood", "critical", true, 'syntax error at or near "SELCT"'],
  ["\\connect x\n", "not-understood", "critical", true, "\\connect is a command of psql"],
  ["COPY app_settings FROM STDIN;", "copy-from-stdin", "critical", true, "STDIN"],
  ["COMMIT;", "transaction-control", "critical", false, "COMMIT"],
  ["BEGIN;", "transaction-control", "warn", false, "BEGIN"],
  ['CREATE TABLE "app_a" ("v" vector(3));', "missing-extension", "critical", true, "vector"],
  [
    'CREATE INDEX "i" ON "app_settings" USING gin ("value" gin_trgm_ops);',
    "missing-extension",
    "critical",
    true,
    "pg_trgm",
  ],
  [
    'CREATE TABLE "app_a" ("id" uuid DEFAULT uuid_generate_v4());',
    "missing-extension",
    "critical",
    true,
    "uuid-ossp",
  ],
  ["CREATE EXTENSION postgis;", "missing-extension", "critical", true, "postgis"],
  ['CREATE TABLE "auth"."app_a" ("id" int);', "missing-schema", "critical", true, "auth"],
  ['ALTER TABLE "app_gone" ADD COLUMN "a" int;', "missing-table", "critical", true, "app_gone"],
  [
    'ALTER TABLE "app_orders" ALTER COLUMN "note" SET DATA TYPE integer;',
    "cast-without-using",
    "critical",
    true,
    "note of app_orders",
  ],
  ['DROP TYPE "public"."status";', "dropped-type-in-use", "critical", true, "status"],
  [
    'DROP TYPE "public"."status" CASCADE;',
    "dropped-type-in-use",
    "critical",
    false,
    "drops columns",
  ],
  ['DROP TABLE "app_orders" CASCADE;', "drop-table", "high", false, "app_orders"],
  ['DROP TABLE "base_users";', "drop-table", "critical", false, "a table of base_"],
  [
    'ALTER TABLE "app_orders" DROP COLUMN "note";',
    "drop-column",
    "high",
    false,
    "note of app_orders",
  ],
  ["TRUNCATE app_settings;", "empty-table", "high", false, "app_settings"],
  ["DELETE FROM app_orders;", "empty-table", "high", false, "app_orders"],
  ["DROP VIEW app_v CASCADE;", "cascade", "high", false, "app_v"],
  [
    "SELECT pg_catalog.set_config('search_path', '', false);",
    "session-setting",
    "warn",
    false,
    "search_path",
  ],
  [
    'ALTER TABLE "app_orders" RENAME COLUMN "a" TO "b";',
    "rename",
    "warn",
    false,
    "a of app_orders to b",
  ],
  [
    `ALTER TABLE "app_settings" ADD COLUMN "${"x".repeat(64)}" int;`,
    "long-name",
    "info",
    false,
    "longer than 63 bytes",
  ],
  [
    'ALTER TABLE "app_settings" ADD COLUMN "a" int NOT NULL;',
    "not-null-without-default",
    "critical",
    false,
    "app_settings",
  ],
  [
    'ALTER TABLE "app_orders" ALTER COLUMN "a" SET NOT NULL;',
    "set-not-null",
    "high",
    false,
    "from reads and writes for about 0.2 s",
  ],
  [
    'ALTER TABLE "app_orders" ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "base_users"("id");',
    "add-foreign-key",
    "high",
    false,
    "app_orders from writes",
  ],
  [
    'CREATE INDEX "i" ON "app_orders" USING btree ("a");',
    "create-index",
    "high",
    false,
    "from writes for about 1 s",
  ],
  [
    'ALTER TABLE "app_orders" ADD COLUMN "k" uuid DEFAULT gen_random_uuid() NOT NULL;',
    "add-column",
    "high",
    false,
    "about 8 s",
  ],
  [
    'ALTER TABLE "app_orders" ALTER COLUMN "a" SET DATA TYPE bigint;',
    "change-type",
    "high",
    false,
    "about 2 s",
  ],
  ["UPDATE app_orders SET a = 1;", "update", "warn", false, "5.0 million rows"],
];

test.each(found)("%s", (sql, rule, severity, blocks, words) => {
  const all = findings(batch(sql)).filter((each) => each.rule === rule);
  expect(all).toMatchObject([{ severity, blocks, headline: expect.stringContaining(words) }]);
  expect(all[0]?.where).toHaveLength(1);
  expect(blockersOf(batch(sql), live()).some((each) => each.rule === rule)).toBe(blocks);
});

test.each([
  ['CREATE SCHEMA "auth";', 'CREATE TABLE "auth"."app_a" ("id" int);'],
  ["CREATE EXTENSION pg_trgm;", 'CREATE INDEX "i" ON "app_settings" USING gin ("v" gin_trgm_ops);'],
  [
    'CREATE TABLE "app_a" ("id" int);',
    'ALTER TABLE "app_a" ADD COLUMN "b" uuid DEFAULT gen_random_uuid() NOT NULL;',
  ],
  ['CREATE TABLE "app_a" ("id" int);', 'DROP TABLE "app_a";'],
  ['ALTER TABLE "app_settings" ALTER COLUMN "a" SET NOT NULL;'],
  ['ALTER TABLE "app_orders" ADD COLUMN "a" int DEFAULT 0 NOT NULL;'],
  ['DROP TABLE IF EXISTS "app_gone";', 'ALTER TABLE IF EXISTS "app_gone" ADD COLUMN "a" int;'],
  ["DROP INDEX app_orders_idx;"],
  ["SELECT * FROM pg_catalog.pg_class, information_schema.tables, pg_type;"],
  [
    "DO $$ BEGIN EXECUTE format('CREATE TABLE %I (id int)', 'app_b'); END $$;",
    "CREATE INDEX i ON app_b (id);",
  ],
  ['ALTER TABLE "app_settings" RENAME CONSTRAINT "a" TO "b";'],
])("nothing to say about %s %s", (...texts) => {
  expect(rules(batch(...texts))).toEqual([]);
});

describe("enum values", () => {
  const add = `ALTER TYPE "public"."status" ADD VALUE 'archived';`;

  test.each([
    `ALTER TABLE "app_orders" ALTER COLUMN "status" SET DEFAULT 'archived';`,
    `CREATE TABLE "app_a" ("s" "status" DEFAULT 'archived' NOT NULL);`,
    `ALTER TABLE "app_orders" ALTER COLUMN "x" SET DEFAULT 'archived'::"public"."status";`,
  ])("used at once: %s", (use) => {
    const all = findings(batch(add, use), live({ serverVersion: 180_000 }));
    expect(all).toMatchObject([{ rule: "enum-value-too-early", blocks: true }]);
    expect(all[0]?.where.map(({ tag }) => tag)).toEqual(["0001", "0002"]);
  });

  test("an untyped constant may be the value", () => {
    const use = "UPDATE app_settings SET value = 'archived' WHERE id = 1;";
    expect(findings(batch(add, use))).toMatchObject([{ severity: "high", blocks: false }]);
  });

  test("the same word of another type is another word", () => {
    const use = `ALTER TABLE "app_orders" ALTER COLUMN "note" SET DEFAULT 'archived';`;
    expect(rules(batch(add, use))).toEqual([]);
  });

  test("a type of the same batch: refused before version 17", () => {
    const made = `CREATE TYPE "status" AS ENUM ('a'); ${add} CREATE TABLE "app_a" ("s" "status" DEFAULT 'archived');`;
    expect(rules(batch(made), live({ serverVersion: 160_000 }))).toEqual(["enum-value-too-early"]);
    expect(rules(batch(made), live({ serverVersion: 170_000 }))).toEqual([]);
  });

  test("recreated as drizzle-kit does it, the old type is not in use", () => {
    const recreated = `
      ALTER TABLE "app_orders" ALTER COLUMN "status" SET DATA TYPE text;--> statement-breakpoint
      DROP TYPE "public"."status";--> statement-breakpoint
      CREATE TYPE "public"."status" AS ENUM('a', 'b');--> statement-breakpoint
      ALTER TABLE "app_orders" ALTER COLUMN "status" SET DATA TYPE "public"."status" USING "status"::"public"."status";`;
    expect(rules(batch(recreated))).toEqual(["change-type"]);
  });
});

test("one finding for a rule and a table, however many statements", () => {
  const sql = "ALTER TABLE app_orders DROP COLUMN a; ALTER TABLE app_orders DROP COLUMN b;";
  expect(findings(batch(sql))).toMatchObject([
    { rule: "drop-column", headline: "a, b of app_orders are dropped", where: [{}, {}] },
  ]);
});

test("a type that was changed earlier in the batch is judged by its new type", () => {
  const changes = `ALTER TABLE app_orders ALTER note TYPE int USING note::int; ALTER TABLE app_orders ALTER note TYPE bigint;`;
  expect(rules(batch(changes))).toEqual(["change-type"]);
});

test("names that become the same name when they are cut", () => {
  const long = "x".repeat(63);
  const sql = `CREATE INDEX "${long}1" ON app_settings (a); CREATE INDEX "${long}2" ON app_settings (b);`;
  expect(findings(batch(sql))).toMatchObject([{ rule: "long-name", severity: "high" }]);
});

test("no lock_timeout is told only where somebody would wait for long", () => {
  const sql = 'ALTER TABLE "app_orders" ADD COLUMN "a" int;';
  const without = live({ hasLockTimeout: false });
  expect(rules(batch(sql), without)).toEqual(["no-lock-timeout"]);
  expect(rules(batch(`SET LOCAL lock_timeout = '5s'; ${sql}`), without)).toEqual([]);
  expect(rules(batch('ALTER TABLE "app_settings" ADD COLUMN "a" int;'), without)).toEqual([]);
});

test.each(["drizzle-sql", "lib/fastapp/drizzle-sql", "lib/store/drizzle-sql"])(
  "nothing is wrong with the history in %s on an empty database",
  async (folder) => {
    const files = (await readdir(folder)).filter((name) => name.endsWith(".sql")).sort();
    const texts = await Promise.all(files.map((name) => readFile(`${folder}/${name}`, "utf8")));
    const empty = live({ sizes: [], columns: [], foreignKeys: [] });
    const wrong = findings(batch(...texts), empty).filter(({ severity }) => severity !== "info");
    expect(wrong).toEqual([]);
  },
);
