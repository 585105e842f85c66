import { integer, jsonb, pgTable, text, varchar } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { names } from "@/lib/model/form-names";
import { editState, newState, readForm } from "@/lib/model/form-values";

const table = pgTable("t_notes", {
  id: integer("id").primaryKey(),
  title: varchar("title", { length: 20 }).notNull(),
  body: text("body"),
  rank: integer("rank").default(3),
  data: jsonb("data"),
});
const resource = deriveResource(table, { prefix: "t_" });

/** What a browser sends for a form in that state: line breaks become CRLF on the way. */
function submit(state: ReturnType<typeof editState>, typed: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, entry] of Object.entries(state.entries)) {
    form.set(names.choice(name), entry.choice);
    form.set(names.text(name), (typed[name] ?? entry.text).replace(/\r\n?|\n/g, "\r\n"));
  }
  return form;
}

describe("a form sent back as it came", () => {
  test("changes nothing, whatever stands in it", () => {
    const literal = fc.option(fc.string({ unit: "binary" }), { nil: null });
    const breaks = fc
      .array(fc.constantFrom("a", "\r", "\n", "\r\n", " "))
      .map((parts) => parts.join(""));
    const json = fc.json().map((value) => JSON.stringify(JSON.parse(value)));
    fc.assert(
      fc.property(literal, fc.oneof(literal, breaks), json, (title, body, data) => {
        const record = { id: "1", title: title ?? "", body, rank: "7", data };
        const state = editState(resource, record);
        expect(readForm(resource, submit(state), state.seen).values).toEqual({});
      }),
    );
  });
});

describe("what was entered", () => {
  const record = {
    id: "1",
    title: "a",
    body: "x\r\ny",
    rank: null,
    data: '{"n": 12345678901234567890}',
  };
  const state = editState(resource, record);
  const read = (typed: Record<string, string>) =>
    readForm(resource, submit(state, typed), state.seen).values;

  test("is a value, even where the choice still says NULL", () => {
    expect(read({ rank: "5" })).toEqual({ rank: "5" });
  });

  test("keeps the line breaks that the literal had", () => {
    expect(read({ body: "x\ny\nz" })).toEqual({ body: "x\r\ny\r\nz" });
  });

  test("may be the empty text", () => {
    expect(read({ body: "" })).toEqual({ body: "" });
  });

  test("JSON is laid out to be read, and no number is touched", () => {
    expect(state.entries.data?.text).toBe('{\n  "n": 12345678901234567890\n}');
  });

  test("fields that do not exist are kept, to be refused by name", () => {
    const form = submit(state);
    form.set("text:__proto__", "x");
    form.set("text:role", "owner");
    expect(Object.keys(readForm(resource, form, state.seen).values).sort()).toEqual([
      "__proto__",
      "role",
    ]);
  });
});

describe("a new record", () => {
  const state = newState(resource);

  test("leaves defaults to the database, and says NULL where nothing else was said", () => {
    const { values } = readForm(resource, submit(state, { title: "a", id: "1" }), {});
    expect(values).toEqual({ id: "1", title: "a", body: null, data: null });
  });

  test("an empty control is no value; the empty text is chosen", () => {
    expect(readForm(resource, submit(state), {}).values).not.toHaveProperty("title");
    const form = submit(state);
    form.set(names.choice("title"), "empty");
    expect(readForm(resource, form, {}).values.title).toBe("");
  });
});
