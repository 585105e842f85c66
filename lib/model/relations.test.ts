import {
  foreignKey,
  integer,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  uuid,
} from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource, type ResourceOptions } from "@/lib/model/define-resource";
import { fieldsReferringTo, withRelations } from "@/lib/model/relations";

const users = pgTable("base_users", { id: uuid("id").primaryKey(), code: text("code").unique() });
const pairs = pgTable("t_pairs", { a: integer("a"), b: integer("b") }, (table) => [
  primaryKey({ columns: [table.a, table.b] }),
]);
const named = pgTable("t_Named", { theKey: text("The Key") }, (table) => [
  primaryKey({ columns: [table.theKey] }),
]);
const tokens = pgTable("t_tokens", { token: text("token").primaryKey() });
const away = pgSchema("away").table("t_named", { id: integer("id").primaryKey() });

const table = pgTable(
  "t_things",
  {
    id: uuid("id").primaryKey(),
    userId: uuid("user_id"),
    authorId: uuid("author").references(() => users.id),
    accountUserId: text("account_user_id").references(() => named.theKey),
    code: text("code").references(() => users.code),
    a: integer("a"),
    b: integer("b"),
    token: text("its").references(() => tokens.token),
    away: integer("away").references(() => away.id),
    soft: uuid("soft_id"),
  },
  ({ a, b }) => [foreignKey({ columns: [a, b], foreignColumns: [pairs.a, pairs.b] })],
);

const slugs: Record<string, string> = {
  base_users: "people",
  people: "people",
  t_Named: "named",
  named: "named",
};
const surroundings = {
  slugOf: (name: string) => slugs[name],
  people: { table: "base_users" },
};

function fields(declared: ResourceOptions["fields"] = {}, known = surroundings) {
  const derived = deriveResource(table, { prefix: "t_" }, { fields: declared });
  return withRelations(derived, table, declared, known).fields;
}

function relations(...given: Parameters<typeof fields>) {
  return Object.fromEntries(
    fields(...given).flatMap(({ name, refersTo, isPerson }) =>
      refersTo || isPerson ? [[name, [refersTo, isPerson]]] : [],
    ),
  );
}

describe("a field", () => {
  it("refers to what its own foreign key holds the whole key of, and to people by its name", () => {
    expect(relations()).toEqual({
      userId: ["people", true],
      authorId: ["people", true],
      accountUserId: ["named", false],
    });
  });

  it("refers to what is declared, by slug or by table", () => {
    const declared = { soft: { refersTo: "t_Named" }, userId: { refersTo: "named" } };
    expect(relations(declared)).toMatchObject({
      soft: ["named", false],
      userId: ["named", false],
    });
    expect(relations({ soft: { refersTo: "base_users" } })).toMatchObject({
      soft: ["people", true],
    });
  });

  it("keeps what is declared of people", () => {
    const declared = { userId: { isPerson: false }, authorId: { isPerson: false } };
    expect(relations(declared)).toEqual({
      authorId: ["people", false],
      accountUserId: ["named", false],
    });
    expect(relations({ soft: { isPerson: true } })).toMatchObject({ soft: ["people", true] });
  });

  it("holds a person's id also where people have no pages, or nobody knows them", () => {
    const noPages = { slugOf: () => undefined, people: { table: "base_users" } };
    expect(relations({}, noPages)).toEqual({
      userId: [undefined, true],
      authorId: [undefined, true],
    });
    const nobody = { slugOf: () => undefined } as unknown as typeof surroundings;
    expect(relations({}, nobody)).toEqual({ userId: [undefined, true] });
  });

  it("keeps a declaration that leads nowhere, to be refused", () => {
    expect(relations({ soft: { refersTo: "nothing" } })).toMatchObject({
      soft: ["nothing", false],
    });
  });
});

it("all fields that refer to a resource are found", () => {
  const resource = { ...deriveResource(table, { prefix: "t_" }), fields: fields() };
  const names = (slug: string) => fieldsReferringTo(resource, { slug }).map(({ name }) => name);
  expect(names("people")).toEqual(["userId", "authorId"]);
  expect(names("things")).toEqual([]);
});
