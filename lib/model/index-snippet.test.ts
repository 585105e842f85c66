import { integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { conditionsOf, parseFilter } from "@/lib/model/filter/filter";
import { conditionSnippet, orderSnippet, searchSnippet } from "@/lib/model/index-snippet";
import { sortKeys } from "@/lib/model/list-params";

const visits = deriveResource(
  pgTable("app_visits", {
    id: uuid().primaryKey(),
    createdAt: timestamp("created_at"),
    length: integer(),
    note: text(),
    tags: jsonb(),
    "Mixed case": text("Mixed case"),
  }),
  { prefix: "app_" },
);

function forCondition(where: string): string | undefined {
  const [condition] = conditionsOf(parseFilter(visits, where).filter);
  if (!condition) throw new Error(`${where} is no condition.`);
  return conditionSnippet(visits, condition);
}

describe("an order", () => {
  it.each([
    ["createdAt", 'index("app_visits_created_at_idx").on(table.createdAt, table.id)'],
    ["-createdAt", 'index("app_visits_created_at_idx").on(table.createdAt, table.id)'],
    ["id", 'index("app_visits_id_idx").on(table.id)'],
    [
      "-length,createdAt",
      'index("app_visits_length_created_at_idx").on(table.length, table.createdAt.desc().nullsFirst(), table.id)',
    ],
    ["Mixed case", 'index("app_visits_Mixed case_idx").on(table["Mixed case"], table.id)'],
  ])("by %s", (sort, line) => {
    expect(orderSnippet(visits, sortKeys(sort))).toBe(line);
  });
});

describe("a condition", () => {
  it.each([
    ["gt(length,5)", 'index("app_visits_length_idx").on(table.length, table.id)'],
    [
      "contains(note,anna)",
      'index("app_visits_note_trgm_idx").using("gin", table.note.op("gin_trgm_ops"))',
    ],
    ["hasKey(tags,a)", 'index("app_visits_tags_idx").using("gin", table.tags)'],
  ])("%s", (where, line) => {
    expect(forCondition(where)).toBe(line);
  });

  it("has none where no index could find it", () => {
    expect(forCondition("isNot(length,5)")).toBeUndefined();
    expect(forCondition("contains(note,ab)")).toBeUndefined();
    expect(forCondition("gt(tags/score,5)")).toBeUndefined();
  });
});

describe("a long name", () => {
  const long = (column: string) =>
    deriveResource(pgTable(`app_${"t".repeat(40)}`, { [column]: text() }), { prefix: "app_" });
  const name = (column: string) =>
    JSON.parse(/"[^"]+"/.exec(searchSnippet(long(column), column))?.[0] ?? "") as string;

  it("is no longer than Postgres keeps, and still another one for another column", () => {
    const names = ["a", "b"].map((end) => name(`${"é".repeat(20)}${end}`));
    for (const each of names) {
      expect(new TextEncoder().encode(each).length).toBeLessThanOrEqual(63);
      expect(each).toMatch(/^app_t+_é*_[0-9a-f]{6}_trgm_idx$/);
    }
    expect(new Set(names).size).toBe(2);
  });
});
