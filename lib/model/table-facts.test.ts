import { integer, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { parseFilter } from "@/lib/model/filter/filter";
import { sortKeys } from "@/lib/model/list-params";
import {
  type Index,
  indexTail,
  isMatchingServed,
  servesSearch,
  sortedFields,
} from "@/lib/model/table-facts";

const things = deriveResource(
  pgTable("t_things", {
    id: uuid("id").primaryKey(),
    title: text("title"),
    note: text("note"),
    state: text("state"),
    count: integer("count"),
    apiKey: text("api_key"),
    createdAt: timestamp("created_at"),
  }),
  { prefix: "t_" },
  { list: { search: ["title", "note"] } },
);

const btree = (columns: (string | null)[], options = columns.map(() => 0)): Index => ({
  columns,
  options,
  method: "btree",
  operatorClass: "text_ops",
});
const gin = (column: string, operatorClass: string): Index => ({
  columns: [column],
  options: [0],
  method: "gin",
  operatorClass,
});
const facts = (...indexes: Index[]) => ({ rows: 5_000_000, indexes });
const tail = (sort: string, ...indexes: Index[]) =>
  indexTail(facts(...indexes), things, sortKeys(sort));

describe("the order of an index", () => {
  it.each<[string, Index, string[] | undefined]>([
    ["", btree(["state"]), []],
    ["state", btree(["state"]), []],
    ["-state", btree(["state"]), []],
    ["state", btree(["state", "created_at"]), ["createdAt"]],
    ["-state", btree(["state", "created_at", "id"]), ["createdAt"]],
    ["state,createdAt", btree(["state", "created_at"]), []],
    ["-state,-createdAt", btree(["state", "created_at"]), []],
    ["state,-createdAt", btree(["state", "created_at"]), undefined],
    ["state,-createdAt", btree(["state", "created_at"], [0, 3]), []],
    ["-state,createdAt", btree(["state", "created_at"], [0, 3]), []],
    ["state", btree(["state", "created_at"], [0, 3]), []],
    ["state", btree(["created_at", "state"]), undefined],
    ["state", btree([null, "state"]), undefined],
    ["state", btree(["state", null]), []],
    ["state", btree(["state", "api_key", "created_at"]), []],
    // NULLs stand elsewhere in it than in a list.
    ["-state", btree(["state"], [1]), undefined],
    ["state", btree(["state"], [2]), undefined],
    ["state", gin("state", "gin_trgm_ops"), undefined],
  ])("%s by %j goes on with %j", (sort, index, expected) => {
    expect(tail(sort, index)).toEqual(expected);
  });

  it("is the shortest of several", () => {
    expect(tail("state", btree(["state", "created_at"]), btree(["state"]))).toEqual([]);
  });

  it("serves its first field", () => {
    const indexes = [
      btree(["state", "count"]),
      gin("note", "gin_trgm_ops"),
      btree([null, "title"]),
    ];
    expect(sortedFields(facts(...indexes), things)).toEqual(["state"]);
  });
});

describe("a filter", () => {
  const served = (where: string, ...indexes: Index[]) =>
    isMatchingServed(facts(...indexes), things, {
      where: parseFilter(things, where).filter,
      search: "",
    });
  const state = btree(["state", "count"]);
  const note = gin("note", "gin_trgm_ops");

  it.each([
    ["is(state,open)", true],
    ["in(state,open,done)", true],
    ["null(state)", true],
    ["isNot(state,open)", false],
    ["notNull(state)", false],
    ["is(count,1)", false],
    ["is(count,1),is(state,open)", true],
    ["any(is(count,1),is(state,open))", false],
    ["any(is(state,done),is(state,open))", true],
    ["contains(note,abc)", true],
    ["contains(note,ab)", false],
    ["contains(note,a b c)", false],
    ["contains(note,…äöü…)", true],
    ["notContains(note,abc)", false],
    ["contains(state,abc)", false],
    ["is(note,abc)", false],
    ["", false],
  ])("%s is served: %s", (where, expected) => {
    expect(served(where, state, note)).toBe(expected);
  });

  it("is a search's too, where each of its fields has trigrams", () => {
    const title = gin("title", "gin_trgm_ops");
    expect(servesSearch(facts(note), things, "abc")).toBe(false);
    expect(servesSearch(facts(note, title), things, "abc")).toBe(true);
    expect(servesSearch(facts(note, title), things, "a abc")).toBe(true);
    expect(servesSearch(facts(note, title), things, "ab")).toBe(false);
  });
});
