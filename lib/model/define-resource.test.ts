import { sql } from "drizzle-orm";
import {
  bigint,
  bigserial,
  boolean,
  customType,
  integer,
  jsonb,
  type PgColumnBuilderBase,
  type PgTable,
  pgEnum,
  pgSchema,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource, hasSecretName, type ResourceOptions } from "@/lib/model/define-resource";
import { type Field, fieldOf, qualifiedName, type Resource } from "@/lib/model/resource";

const derive = (table: PgTable, options?: ResourceOptions) =>
  deriveResource(table, { prefix: "t_" }, options);

function field(resource: Resource, name: string): Field {
  const found = fieldOf(resource, name);
  if (!found) throw new Error(`There is no field ${name}.`);
  return found;
}

const column = (name: string, builder: PgColumnBuilderBase) =>
  field(derive(pgTable("t_one", { [name]: builder })), name);

describe("a resource without a declaration", () => {
  const bookings = derive(
    pgTable("t_room_bookings", {
      id: uuid("id").primaryKey().defaultRandom(),
      roomName: varchar("room_name", { length: 80 }).notNull(),
      createdAt: timestamp("created_at").notNull().defaultNow(),
    }),
  );

  it("takes its names from the table", () => {
    expect(bookings).toMatchObject({
      slug: "t_room_bookings",
      table: "t_room_bookings",
      schema: "public",
      prefix: "t_",
      label: "Room bookings",
      singular: "record",
    });
  });

  it("is for editors to write, in UTC, newest first", () => {
    expect(bookings).toMatchObject({ writers: "editor", zone: "UTC" });
    expect(bookings.list.sort).toEqual([{ field: "createdAt", descending: true }]);
    expect(bookings.list.columns).toEqual(["id", "roomName", "createdAt"]);
  });

  it("takes zone and writers from its prefix", () => {
    const table = pgTable("t_a", { id: integer("id").primaryKey() });
    const facts = { prefix: "t_", zone: "Europe/Berlin", writers: "owner" } as const;
    expect(deriveResource(table, facts)).toMatchObject({ zone: "Europe/Berlin", writers: "owner" });
  });

  it("keeps the schema of a table elsewhere in its name", () => {
    const table = pgSchema("other").table("t_a", { id: integer("id").primaryKey() });
    expect(qualifiedName(derive(table))).toBe("other.t_a");
    expect(qualifiedName(bookings)).toBe("t_room_bookings");
  });
});

describe("labels", () => {
  it.each([
    ["session_type", "Session type"],
    ["user_id", "User"],
    ["id", "ID"],
    ["image_url", "Image URL"],
    ["json", "JSON"],
    ["createdAt", "Created at"],
    ["_id", "ID"],
    ["straße", "Straße"],
  ])("%s is %s", (name, label) => expect(column(name, text(name)).label).toBe(label));
});

describe("the key", () => {
  const key = (columns: Record<string, PgColumnBuilderBase>) => derive(pgTable("t_k", columns)).key;

  it("is the primary key, of one column or of several in their order", () => {
    expect(
      key({ name: text("name").primaryKey(), other: text("other").notNull().unique() }),
    ).toEqual(["name"]);
    const table = pgTable("t_k", { a: text("a"), b: text("b"), c: text("c") }, (columns) => [
      primaryKey({ columns: [columns.c, columns.a] }),
    ]);
    expect(derive(table).key).toEqual(["c", "a"]);
    expect(
      derive(table)
        .fields.filter(({ isKey }) => isKey)
        .map(({ name }) => name),
    ).toEqual(["a", "c"]);
  });

  it("is named by the fields, not by the columns", () => {
    expect(key({ theId: uuid("id").primaryKey() })).toEqual(["theId"]);
  });

  it("is a unique column or constraint without NULLs where there is no primary key", () => {
    expect(key({ a: text("a"), b: text("b").unique(), c: text("c").notNull().unique() })).toEqual([
      "c",
    ]);
    const table = pgTable("t_k", { a: text("a").notNull(), b: text("b").notNull() }, (columns) => [
      unique().on(columns.a, columns.b),
    ]);
    expect(derive(table).key).toEqual(["a", "b"]);
  });

  it("is empty where nothing tells records apart", () => {
    expect(key({ a: text("a").unique(), b: text("b").notNull() })).toEqual([]);
  });

  it("A17: is never a secret, which would stand in addresses", () => {
    expect(key({ token: text("token").primaryKey(), at: timestamp("at") })).toEqual([]);
    expect(key({ token: text("token").primaryKey(), id: text("id").notNull().unique() })).toEqual([
      "id",
    ]);
  });
});

describe("what the database fills in", () => {
  it.each<[string, PgColumnBuilderBase, Partial<Field>]>([
    ["a constant", text("x").default("pending"), { hasDefault: true, defaultText: "pending" }],
    ["an empty text", text("x").default(""), { hasDefault: true, defaultText: "" }],
    ["false", boolean("x").default(false), { hasDefault: true, defaultText: "false" }],
    ["an object", jsonb("x").default({}), { hasDefault: true, defaultText: "{}" }],
    ["an expression", timestamp("x").defaultNow(), { hasDefault: true, defaultText: "now()" }],
    [
      "a literal of the catalog",
      text("x").default(sql.raw("'it''s'::character varying")),
      { defaultText: "it's" },
    ],
    [
      "a serial",
      bigserial("x", { mode: "bigint" }),
      { hasDefault: true, defaultText: "next number", isGenerated: false },
    ],
    [
      "an identity by default",
      bigint("x", { mode: "bigint" }).generatedByDefaultAsIdentity(),
      { hasDefault: true, isGenerated: false, defaultText: "next number" },
    ],
    [
      "an identity always",
      bigint("x", { mode: "bigint" }).generatedAlwaysAsIdentity(),
      { hasDefault: true, isGenerated: true },
    ],
    ["a generated column", text("x").generatedAlwaysAs("upper(y)"), { isGenerated: true }],
    [
      "the app",
      text("x").$defaultFn(() => "made"),
      { hasDefault: true, defaultText: "set by the app" },
    ],
    ["nothing", text("x"), { hasDefault: false, defaultText: undefined, nullable: true }],
    ["nothing, and must not be NULL", text("x").notNull(), { hasDefault: false, nullable: false }],
  ])("%s", (_, builder, facts) => expect(column("x", builder)).toMatchObject(facts));
});

describe("enums", () => {
  it("offer their labels, in their order", () => {
    const mood = pgEnum("Mood", ["so, so", "great"]);
    expect(column("x", mood())).toMatchObject({
      kind: "enum",
      options: ["so, so", "great"],
      sortable: true,
    });
  });

  it("of a text column are options, not a type", () => {
    expect(column("x", text("x", { enum: ["a", "b"] }))).toMatchObject({
      kind: "text",
      options: ["a", "b"],
    });
  });

  it("in arrays are arrays", () => {
    expect(column("x", pgEnum("mood", ["a"])().array()).kind).toBe("array");
  });
});

describe("what a column's name says", () => {
  it.each([
    "password",
    "password_hash",
    "salt",
    "api_key",
    "apikey",
    "access_token",
    "client_secret",
    "private_key",
    "passwordHash",
    "apiKey",
    "TOKEN",
  ])("%s is secret", (name) => expect(hasSecretName(name)).toBe(true));

  it.each(["id", "hash_count", "tokens", "key", "secretary", "passwords_changed_at"])(
    "%s is not",
    (name) => {
      expect(hasSecretName(name)).toBe(false);
    },
  );

  it("user_id names a person", () => {
    expect(column("userId", uuid("user_id")).isPerson).toBe(true);
    expect(column("x", uuid("created_by_user_id")).isPerson).toBe(true);
    expect(column("x", uuid("ext_user_ids")).isPerson).toBe(false);
    expect(column("x", text("ext_user_id")).isPerson).toBe(false);
  });

  it("updated_at is touched by an update, unless Drizzle does that", () => {
    expect(column("x", timestamp("updated_at")).touches).toBe(true);
    expect(column("x", timestamp("modified_on", { withTimezone: true })).touches).toBe(true);
    expect(column("x", text("updated_at")).touches).toBe(false);
    expect(
      column(
        "x",
        timestamp("updated_at").$onUpdate(() => new Date()),
      ).touches,
    ).toBe(false);
  });
});

describe("a declaration", () => {
  const table = pgTable("t_notes", {
    id: uuid("id").primaryKey(),
    key: text("key"),
    name: text("name"),
    body: text("body"),
    blob: customType({ dataType: () => "bytea" })("blob"),
    password: text("password"),
  });

  it("overrides what is derived, and only that", () => {
    const resource = derive(table, {
      slug: "notes",
      label: "Our notes",
      singular: "note",
      title: "body",
      list: { columns: ["body"], sort: "-body" },
      fields: {
        body: { label: "Text", options: ["a"], display: "badge" },
        key: { isSecret: true },
      },
    });
    expect(resource).toMatchObject({
      slug: "notes",
      label: "Our notes",
      singular: "note",
      title: "body",
    });
    expect(resource.list).toEqual({
      columns: ["body"],
      sort: [{ field: "body", descending: true }],
      search: ["body"],
    });
    expect(field(resource, "body")).toMatchObject({
      label: "Text",
      options: ["a"],
      kind: "text",
      column: "body",
    });
    expect(field(resource, "key").isSecret).toBe(true);
  });

  it("left out, records are named by the likeliest text, never by a secret", () => {
    expect(derive(table).title).toBe("name");
    expect(derive(table, { fields: { name: { isSecret: true } } }).title).toBe("key");
  });

  it("left out, the list shows neither secrets nor bytes", () => {
    expect(derive(table).list.columns).toEqual(["id", "key", "name", "body"]);
  });

  it("can say that a name is no secret after all", () => {
    const options = { fields: { password: { isSecret: false } } };
    expect(field(derive(table, options), "password").isSecret).toBe(false);
  });
});
