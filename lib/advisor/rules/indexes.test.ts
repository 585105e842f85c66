import { describe, expect, it } from "vitest";
import { column, factsOf, foundBy, index, table } from "@/lib/advisor/facts.fixture";
import { indexedForeignKeys } from "@/lib/advisor/rules/foreign-keys";
import {
  duplicateIndexes,
  indexesForUse,
  usedIndexes,
  validIndexes,
} from "@/lib/advisor/rules/indexes";

type Indexes = ReturnType<typeof index>[];
const megabytes = 2 ** 20;

describe("duplicates", () => {
  const judge = (...indexes: Indexes) =>
    foundBy(duplicateIndexes, [table("app_notes", { indexes })]);

  it("are the same columns in the same order: the younger goes", () => {
    const [a, b] = [index(["status"], { name: "a" }), index(["status"], { name: "b" })];
    expect(judge(a, b)).toEqual(["warn app_notes.b"]);
  });

  it("go in favour of what more hangs on", () => {
    const plain = index(["status"], { name: "plain" });
    const unique = index(["status"], { name: "unique", isUnique: true });
    const constraint = index(["status"], { name: "con", isUnique: true, isConstraint: true });
    expect(judge(plain, unique)).toEqual(["warn app_notes.plain"]);
    expect(judge(unique, constraint)).toEqual(["warn app_notes.unique"]);
    const again = index(["id"], { name: "id_unique", isUnique: true, isConstraint: true });
    expect(judge(again)).toEqual(["warn app_notes.id_unique"]);
    expect(judge({ ...again, isReliedOn: true })).toEqual([]);
  });

  it("may be the beginning of a longer one, unless they are unique", () => {
    const long = index(["status", "kind"], { name: "long" });
    expect(judge(index(["status"], { name: "short" }), long)).toEqual(["info app_notes.short"]);
    expect(judge(index(["kind"], { name: "short" }), long)).toEqual([]);
    expect(judge(index(["status"], { name: "short", isUnique: true }), long)).toEqual([]);
    const big = index(["status"], { name: "short", bytes: 200 * megabytes });
    expect(judge(big, long)).toEqual(["warn app_notes.short"]);
  });

  it.each<[string, Partial<Indexes[number]>]>([
    ["method", { method: "gin" }],
    ["condition", { predicate: "(kind IS NULL)" }],
    ["operator class", { parts: ["status 1979 0 0"] }],
    ["direction", { parts: ["status 1978 0 3"] }],
  ])("are not those of another %s", (_, other) => {
    expect(judge(index(["status"]), index(["status"], { name: "other", ...other }))).toEqual([]);
  });

  it("with more carried along stay", () => {
    const bare = index(["status"], { name: "bare" });
    const covering = index(["status"], { name: "covering", included: ["kind"] });
    expect(judge(bare, covering)).toEqual(["warn app_notes.bare"]);
  });
});

describe("use", () => {
  const idle = index(["status"], { name: "idle", bytes: 2 * megabytes });
  const judge = (given: Partial<Indexes[number]>, around: object = {}, facts: object = {}) =>
    foundBy(
      usedIndexes,
      [table("app_notes", { indexes: [{ ...idle, ...given }], reads: 9, ...around })],
      facts,
    );

  it("is missed only of indexes that nothing else needs", () => {
    expect(judge({})).toEqual(["info app_notes.idle"]);
    expect(judge({ bytes: 200 * megabytes })).toEqual(["warn app_notes.idle"]);
    expect(judge({ scans: 1 })).toEqual([]);
    expect(judge({ isUnique: true })).toEqual([]);
    expect(judge({ isReliedOn: true })).toEqual([]);
    expect(judge({ bytes: 8192 })).toEqual([]);
    expect(judge({}, { reads: 0 })).toEqual([]);
    const foreignKeys = [
      { name: "fk", columns: ["status"], target: "public.app_states", targetColumns: ["id"] },
    ];
    expect(judge({}, { foreignKeys })).toEqual([]);
  });

  it("is not judged by counters that are too young", () => {
    expect(judge({}, {}, { countedSince: new Date("2026-02-20") })).toEqual([]);
  });
});

it("finds what is not valid, and builds it again", () => {
  const indexes = [index(["status"]), index(["kind"], { name: "broken", isValid: false })];
  const facts = factsOf([table("app_notes", { indexes })]);
  expect(validIndexes.find(facts)).toMatchObject([
    { object: "public.app_notes.broken", fix: { sql: 'REINDEX INDEX CONCURRENTLY "broken";' } },
  ]);
});

describe("a foreign key", () => {
  const foreignKeys = [
    { name: "fk", columns: ["user_id"], target: "public.app_users", targetColumns: ["id"] },
  ];
  const judge = (indexes: Indexes, rows = 0) =>
    foundBy(indexedForeignKeys, [table("app_notes", { foreignKeys, indexes, rows })]);

  it.each([
    [9_999, "info"],
    [1_000_000, "warn"],
    [1_000_001, "high"],
  ])("without an index weighs by the rows: %d", (rows, severity) => {
    expect(judge([], rows)).toEqual([`${severity} app_notes.user_id`]);
  });

  it("is served by an index that begins with it", () => {
    expect(judge([index(["user_id", "status"])])).toEqual([]);
    expect(judge([index(["user_id"], { predicate: "(user_id IS NOT NULL)" })])).toEqual([]);
    expect(judge([index(["user_id"], { predicate: "(status IS NULL)" })])).toHaveLength(1);
    expect(judge([index(["status", "user_id"])])).toHaveLength(1);
    expect(judge([index(["user_id"], { isValid: false })])).toHaveLength(1);
    expect(judge([index(["user_id"], { method: "brin" })])).toHaveLength(1);
  });
});

describe("a column that people use", () => {
  const uses = (count: number, use = "sort") => [
    { table: "public.app_notes", column: "status", use, count },
  ];
  const notes = (given: object = {}) =>
    table("app_notes", { columns: [column("status")], rows: 5_000, ...given });

  it("needs an index once it is used often in a table that is not small", () => {
    expect(foundBy(indexesForUse, [notes()], { uses: uses(20) })).toEqual([
      "info app_notes.status",
    ]);
    expect(foundBy(indexesForUse, [notes()], { uses: uses(19) })).toEqual([]);
    expect(foundBy(indexesForUse, [notes({ rows: 999 })], { uses: uses(99) })).toEqual([]);
    expect(foundBy(indexesForUse, [notes({ rows: 200_000 })], { uses: uses(99) })).toEqual([
      "warn app_notes.status",
    ]);
    expect(foundBy(indexesForUse, [notes()], { uses: uses(99, "search") })).toEqual([]);
  });

  it("has one that begins with it", () => {
    const served = notes({ indexes: [index(["status", "id"])] });
    expect(foundBy(indexesForUse, [served], { uses: uses(99) })).toEqual([]);
  });

  it("gets one that keeps the order total", () => {
    const [found] = indexesForUse.find(factsOf([notes()], { uses: uses(50) }));
    expect(found?.sentence).toBe("5,000 rows were sorted by it 50 times here.");
    expect(found?.fix.drizzle).toBe('index("app_notes_status_id_idx").on(table.status, table.id),');
  });
});
