import { integer, pgTable, varchar } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import {
  type PartPath,
  partAt,
  withAlternative,
  withChanged,
  withCondition,
  withoutPart,
} from "@/lib/model/filter/edit";
import { type Condition, formatFilter, parseFilter } from "@/lib/model/filter/filter";

const resource = deriveResource(
  pgTable("visits", { id: integer().primaryKey(), status: varchar() }),
  { prefix: "" },
);
const read = (where: string) => parseFilter(resource, where).filter;
const isDone: Condition = { field: "status", path: [], operator: "is", values: ["done"] };

it("finds what a path leads to, and nothing elsewhere", () => {
  const filter = read("is(id,1),any(is(id,2),is(id,3))");
  expect(partAt(filter, [1, 0])).toMatchObject({ values: ["2"] });
  expect(partAt(filter, [0, 0])).toBeUndefined();
  expect(partAt(filter, [7])).toBeUndefined();
});

it("adds beside all the others", () => {
  expect(formatFilter(withCondition(read("is(id,1)"), isDone))).toBe("is(id,1),is(status,done)");
});

it("says of one value that it is that value", () => {
  const among = { ...isDone, operator: "in" as const };
  expect(formatFilter(withCondition(read(""), among))).toBe("is(status,done)");
  expect(formatFilter(withCondition(read(""), { ...among, operator: "notIn" }))).toBe(
    "isNot(status,done)",
  );
  const two = { ...among, values: ["done", ""] };
  expect(formatFilter(withCondition(read(""), two))).toBe('in(status,done,"")');
});

it.each<[string, PartPath, string]>([
  ["is(id,1),is(id,2)", [0], "is(id,2)"],
  ["any(is(id,1),is(id,2),is(id,3)),null(id)", [0, 1], "any(is(id,1),is(id,3)),null(id)"],
  ["any(is(id,1),is(id,2)),null(id)", [0, 0], "is(id,2),null(id)"],
  ["any(is(id,1),is(id,2)),null(id)", [0], "null(id)"],
  ["any(all(is(id,1),is(id,2)),is(id,3))", [0, 0, 1], "any(is(id,1),is(id,3))"],
  ["is(id,1)", [4], "is(id,1)"],
])("%s without %j is %s", (where, path, left) => {
  expect(formatFilter(withoutPart(read(where), path))).toBe(left);
});

it("changes a condition where it stands", () => {
  expect(formatFilter(withChanged(read("any(is(id,1),is(id,2))"), [0, 1], isDone))).toBe(
    "any(is(id,1),is(status,done))",
  );
});

it.each<[string, PartPath, string]>([
  ["is(id,1),is(id,2)", [1], "is(id,1),any(is(id,2),is(status,done))"],
  ["any(is(id,1),is(id,2))", [0, 0], "any(is(id,1),is(id,2),is(status,done))"],
  ["all(is(id,1),is(id,2))", [0, 0], "all(any(is(id,1),is(status,done)),is(id,2))"],
])("%s: an alternative to %j gives %s", (where, path, widened) => {
  expect(formatFilter(withAlternative(read(where), path, isDone))).toBe(widened);
});
