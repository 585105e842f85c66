import { boolean, integer, jsonb, pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { newDraft, withOperator, withPath } from "@/lib/model/filter/draft";
import { type Field, fieldOf } from "@/lib/model/resource";

const resource = deriveResource(
  pgTable("visits", {
    userId: uuid("user_id"),
    status: text(),
    note: text(),
    length: integer(),
    isOpen: boolean(),
    at: timestamp(),
    value: jsonb(),
    tags: text().array(),
  }),
  { prefix: "" },
  { fields: { status: { options: ["open", "done"] } } },
);
const field = (name: string): Field => {
  const found = fieldOf(resource, name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
};

it.each([
  ["userId", "in", []],
  ["status", "in", []],
  ["note", "contains", [""]],
  ["length", "is", [""]],
  ["isOpen", "is", ["true"]],
  ["at", "last", ["7d"]],
  ["value", "hasKey", [""]],
  ["tags", "has", [""]],
])("a condition on %s begins with %s", (name, operator, values) => {
  expect(newDraft(field(name))).toEqual({ field: name, path: [], operator, values });
});

it("keeps values that mean the same, as many as are taken", () => {
  const length = field("length");
  const one = { ...newDraft(length), values: ["5"] };
  const two = withOperator(one, length, "between");
  expect(two.values).toEqual(["5", ""]);
  expect(withOperator(two, length, "in").values).toEqual(["5"]);
  expect(withOperator({ ...two, values: ["5", "9"] }, length, "gt").values).toEqual(["5"]);
  expect(withOperator(two, length, "null").values).toEqual([]);
});

it("begins values anew that mean something else", () => {
  const at = field("at");
  const last = newDraft(at);
  expect(withOperator(last, at, "next").values).toEqual(["7d"]);
  expect(withOperator(last, at, "this").values).toEqual(["week"]);
  expect(withOperator(last, at, "gt").values).toEqual([""]);
});

it("works on a member of JSON with what works there", () => {
  const value = field("value");
  const inside = withPath(newDraft(value), value, ["score"]);
  expect(inside).toMatchObject({ path: ["score"], operator: "is", values: [""] });
  const bigger = withOperator({ ...inside, values: ["5"] }, value, "gte");
  expect(withPath(bigger, value, ["score", "0"])).toMatchObject({ operator: "gte" });
  expect(withPath(bigger, value, [])).toMatchObject({ operator: "hasKey", values: [""] });
});
