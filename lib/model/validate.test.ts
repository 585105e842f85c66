import { bigint, integer, pgTable, text, uuid, varchar } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { fieldOf } from "@/lib/model/resource";
import { isRequired, isWritable, validate } from "@/lib/model/validate";

const people = deriveResource(
  pgTable("t_people", {
    id: uuid("id").primaryKey().defaultRandom(),
    name: varchar("name", { length: 5 }).notNull(),
    nickname: text("nickname"),
    visits: integer("visits").notNull().default(0),
    number: bigint("number", { mode: "bigint" }).generatedAlwaysAsIdentity(),
    initial: text("initial").generatedAlwaysAs("left(name, 1)"),
  }),
  { prefix: "t_" },
);

const id = "3f2b8c1e-0000-4000-8000-000000000000";

describe("validating a record to create", () => {
  it("asks for what the database cannot fill in, and for no more", () => {
    expect(Object.keys(validate(people, {}, "create"))).toEqual(["name"]);
    expect(people.fields.filter(isRequired).map(({ name }) => name)).toEqual(["name"]);
  });

  it("takes the key, NULL where it is allowed, and empty text", () => {
    expect(validate(people, { id, name: "", nickname: null }, "create")).toEqual({});
  });

  it("keeps NULL, empty and left out apart", () => {
    expect(validate(people, { name: "Ada", visits: null }, "create")).toHaveProperty("visits");
    expect(validate(people, { name: "Ada", visits: "" }, "create")).toHaveProperty("visits");
    expect(validate(people, { name: "Ada" }, "create")).toEqual({});
    expect(validate(people, { name: null }, "create")).toHaveProperty("name");
    expect(validate(people, { name: "" }, "create")).toEqual({});
  });

  it.each(["initial", "number"])("A13: refuses the generated %s", (name) => {
    expect(validate(people, { name: "Ada", [name]: "1" }, "create")).toHaveProperty(name);
  });
});

describe("validating a record to update", () => {
  it("asks for nothing", () => expect(validate(people, {}, "update")).toEqual({}));

  it.each(["id", "initial", "number"])("A13: refuses %s", (name) => {
    expect(Object.keys(validate(people, { [name]: id }, "update"))).toEqual([name]);
  });

  it("answers beside each field that is wrong", () => {
    const values = { name: "Augusta", visits: "many", nickname: "fine" };
    expect(Object.keys(validate(people, values, "update"))).toEqual(["name", "visits"]);
  });
});

describe("fields that are none", () => {
  it.each(["role", "constructor", "toString", "Name", "created_at", ""])(
    "A13: reports %j",
    (name) => {
      expect(validate(people, { [name]: "x" }, "update")).toEqual({
        [name]: "There is no such field.",
      });
    },
  );

  it("A16: reports __proto__ instead of losing it", () => {
    const values = JSON.parse('{ "__proto__": "x" }');
    expect(Object.keys(validate(people, values, "update"))).toEqual(["__proto__"]);
  });
});

describe("what may be written", () => {
  it.each([
    ["id", true, false],
    ["name", true, true],
    ["number", false, false],
    ["initial", false, false],
  ])("%s: by create %s, by update %s", (name, byCreate, byUpdate) => {
    const field = fieldOf(people, name);
    expect(field && isWritable(field, "create")).toBe(byCreate);
    expect(field && isWritable(field, "update")).toBe(byUpdate);
  });
});
