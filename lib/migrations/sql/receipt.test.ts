import { beforeAll, expect, test } from "vitest";
import { batch, live } from "@/lib/migrations/sql/lint.fixture";
import { loadParser } from "@/lib/migrations/sql/parse";
import { receiptOf } from "@/lib/migrations/sql/receipt";

beforeAll(loadParser);

const orders = "public.app_orders";

test("new tables keep nobody waiting", () => {
  const sql = 'CREATE TABLE "app_a" ("id" int); CREATE INDEX "i" ON "app_a" ("id");';
  expect(receiptOf(batch(sql), live())).toMatchObject({
    severity: "ok",
    sentence: "Nobody has to wait: no table that exists is locked against reads or writes.",
    tables: [{ table: "public.app_a", isNew: true, severity: "ok", heldMs: 0, estimateMs: 0 }],
    findings: [],
    blastRadius: [],
    totalEstimateMs: 0,
  });
});

test("a lock taken early is held while later statements run", () => {
  const quick = 'ALTER TABLE "app_settings" ADD COLUMN "a" int;';
  const slow = 'ALTER TABLE "app_orders" ADD COLUMN "k" uuid DEFAULT gen_random_uuid();';
  const early = receiptOf(batch(quick, slow), live());
  expect(early.tables).toMatchObject([
    { table: orders, estimateMs: 8_000, heldMs: 8_000, severity: "high" },
    { table: "public.app_settings", estimateMs: 0, heldMs: 8_000, severity: "high" },
  ]);
  expect(early.sentence).toBe(
    "Locks 2 tables against writing and reading, for about 8 s at most by estimate.",
  );
  const late = receiptOf(batch(slow, quick), live());
  expect(late.tables.at(-1)).toMatchObject({
    table: "public.app_settings",
    heldMs: 0,
    severity: "info",
  });
});

test.each([
  [9_000, "info"],
  [500_000, "warn"],
  [2_000_000, "high"],
])("a check of %i rows: %s", (rows, severity) => {
  const sizes = [{ table: orders, rows, bytes: 0 }];
  const sql = 'ALTER TABLE "app_orders" ALTER COLUMN "a" SET NOT NULL;';
  expect(receiptOf(batch(sql), live({ sizes })).tables).toMatchObject([{ severity, rows }]);
});

test("several changes in one statement are one pass, under the strongest lock", () => {
  const sql =
    'ALTER TABLE "app_orders" ADD CONSTRAINT "k" FOREIGN KEY ("a") REFERENCES "base_users"("id"), ALTER COLUMN "b" SET NOT NULL;';
  const [table] = receiptOf(batch(sql), live()).tables;
  expect(table).toMatchObject({ lock: "AccessExclusiveLock", blocks: "reads and writes" });
  expect(receiptOf(batch(sql), live()).totalEstimateMs).toBe(200);
});

test("what the database knows makes a cost certain", () => {
  const sql = 'ALTER TABLE "app_orders" ALTER COLUMN "note" SET DATA TYPE varchar(20);';
  expect(receiptOf(batch(sql), live()).tables).toMatchObject([{ cost: "none", severity: "info" }]);
});

test("a renamed table is the table it was", () => {
  const sql = 'ALTER TABLE "app_orders" RENAME TO "app_old"; CREATE INDEX "i" ON "app_old" ("a");';
  expect(receiptOf(batch(sql), live()).tables).toMatchObject([
    { table: orders, cost: "index build", rows: 5_000_000, isNew: false },
  ]);
});

test("the blast radius: other prefixes' tables that are locked or dropped", () => {
  const key = 'CREATE TABLE "app_a" ("user_id" int REFERENCES "base_users"("id"));';
  expect(receiptOf(batch(key), live()).blastRadius).toMatchObject([
    {
      by: "app_",
      table: "public.base_users",
      prefix: "base_",
      isDropped: false,
      lock: "ShareRowExclusiveLock",
    },
  ]);
  const drop = 'DROP TABLE "base_users" CASCADE;';
  expect(receiptOf(batch(drop), live()).blastRadius).toMatchObject([
    { table: "public.base_users", isDropped: true },
  ]);
  expect(receiptOf(batch("SELECT * FROM base_users;"), live()).blastRadius).toEqual([]);
});

test("a batch that fails says so first", () => {
  const sql = 'CREATE INDEX CONCURRENTLY "i" ON "app_orders" ("a");';
  const { sentence, severity } = receiptOf(batch(sql), live());
  expect(severity).toBe("critical");
  expect(sentence).toBe(
    "The batch fails as it is: CREATE INDEX CONCURRENTLY cannot run in a migration.",
  );
});

test("each prefix is a transaction of its own", () => {
  const [first] = batch('ALTER TABLE "app_settings" ADD COLUMN "a" int;');
  const [second] = batch('ALTER TABLE "app_orders" ALTER COLUMN "a" SET DATA TYPE bigint;');
  if (!first || !second) throw new Error("A batch has an item for each text.");
  const { tables } = receiptOf([first, { ...second, prefix: "base_" }], live());
  expect(tables.find(({ table }) => table === "public.app_settings")?.heldMs).toBe(0);
});
