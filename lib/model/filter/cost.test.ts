import { integer, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { askedWords, costWarning, missingIndexes, waysOut } from "@/lib/model/filter/cost";
import { formatFilter } from "@/lib/model/filter/filter";
import { formatSort, parseListParams } from "@/lib/model/list-params";
import type { Index, TableFacts } from "@/lib/model/table-facts";

const visits = deriveResource(
  pgTable("visits", {
    id: integer().primaryKey(),
    createdAt: timestamp("created_at"),
    length: integer(),
    note: text(),
  }),
  { prefix: "" },
  { list: { columns: ["createdAt", "length", "note"], sort: "-createdAt", search: ["note"] } },
);
const btree = (...columns: string[]): Index => ({
  columns,
  method: "btree",
  operatorClass: "ops",
  options: columns.map(() => 0),
});
const trigrams: Index = {
  columns: ["note"],
  method: "gin",
  operatorClass: "gin_trgm_ops",
  options: [0],
};
const big: TableFacts = { rows: 5_012_345, indexes: [btree("id"), btree("created_at", "id")] };

const asked = (params: Record<string, string>) => parseListParams(visits, params).query;

describe("the warning", () => {
  it("tells what is looked through, or that it may not finish", () => {
    const unserved = asked({ where: "gt(length,5)" });
    expect(costWarning(big, visits, unserved)).toBe(
      "No index serves this on ≈ 5.0 M rows: 200,000 at a time are looked through, newest first.",
    );
    const unsorted = asked({ where: "gt(length,5)", sort: "length" });
    expect(costWarning(big, visits, unsorted)).toBe(
      "No index serves this on ≈ 5.0 M rows: it may take too long and be stopped.",
    );
  });

  it.each<[string, TableFacts, Record<string, string>]>([
    ["for everything", big, {}],
    ["for a small table", { ...big, rows: 1_000 }, { where: "gt(length,5)" }],
    ["where one of all is found by an index", big, { where: "gt(length,5),last(createdAt,7d)" }],
    [
      "for a search that trigrams serve",
      { ...big, indexes: [...big.indexes, trigrams] },
      { q: "anna" },
    ],
  ])("is none %s", (_, facts, params) => {
    expect(costWarning(facts, visits, asked(params))).toBeUndefined();
  });

  it("comes where one of any is not found by an index", () => {
    const either = asked({ where: "any(gt(length,5),last(createdAt,7d))" });
    expect(costWarning(big, visits, either)).toContain("No index serves this");
  });
});

describe("what a slow list offers", () => {
  const slow = asked({
    where: "last(createdAt,7d),contains(note,ab c),any(is(length,1),null(note))",
    q: "anna",
    sort: "length,-createdAt",
    after: "x",
  });

  it("is said in words", () => {
    expect(askedWords(visits, slow)).toBe(
      "sorted by Length, then Created at, where Created at is in the last 7 days and Note contains ab c and (Length is 1 or Note is null) and “anna” is found",
    );
  });

  it("gives up one unserved thing at a time, and all", () => {
    const ways = waysOut(big, visits, slow).map(({ label, query }) => [
      label,
      formatSort(query.sort),
      formatFilter(query.where),
      query.search,
    ]);
    const [last, contains, either] = [
      "last(createdAt,7d)",
      "contains(note,ab c)",
      "any(is(length,1),null(note))",
    ];
    expect(ways).toEqual([
      ["Use the usual order", "-createdAt", [last, contains, either].join(), "anna"],
      ["Without “Note contains ab c”", "length,-createdAt", [last, either].join(), "anna"],
      [
        "Without “Length is 1 or Note is null”",
        "length,-createdAt",
        [last, contains].join(),
        "anna",
      ],
      ["Without the search", "length,-createdAt", [last, contains, either].join(), ""],
      ["Clear filters", "length,-createdAt", "", ""],
    ]);
  });

  it("names the indexes that are missing, each once", () => {
    expect(missingIndexes(big, visits, slow)).toEqual([
      'index("visits_length_created_at_idx").on(table.length, table.createdAt.desc().nullsFirst(), table.id)',
      'index("visits_length_idx").on(table.length, table.id)',
      'index("visits_note_idx").on(table.note, table.id)',
      'index("visits_note_trgm_idx").using("gin", table.note.op("gin_trgm_ops"))',
    ]);
    expect(missingIndexes(big, visits, asked({}))).toEqual([]);
  });
});
