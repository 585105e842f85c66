import { pgTable, primaryKey, text, timestamp, uuid } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Cursor, encodeCursor } from "@/lib/model/cursor";
import { deriveResource } from "@/lib/model/define-resource";
import { type ListQuery, limits, listHref, parseListParams } from "@/lib/model/list-params";
import { anyText } from "@/lib/model/testing/any-text";

const notesTable = pgTable(
  "t_notes",
  {
    room: text("room").notNull(),
    id: uuid("id").notNull(),
    body: text("body"),
    password: text("password"),
    createdAt: timestamp("created_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.room, table.id] })],
);
const notes = deriveResource(notesTable, { prefix: "t_" });
const id = "3f2b8c1e-0000-4000-8000-000000000000";

const params = (query: ListQuery) =>
  Object.fromEntries(new URL(listHref(notes, query), "http://localhost").searchParams);
const byDefault = parseListParams(notes, {}).query;
const sortOf = (sort: string) => parseListParams(notes, { sort }).query.sort;

const instant = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) })
  .map((date) => date.toISOString().slice(0, -1));

describe("the sort of a list", () => {
  it("is the resource's own when the address names none", () => {
    const { query, notices } = parseListParams(notes, {});
    expect(query).toMatchObject({
      where: { any: false, parts: [] },
      search: "",
      sort: [{ field: "createdAt", descending: true }],
      position: { at: "first" },
      limit: 50,
      layout: {
        columns: [{ field: "room" }, { field: "id" }, { field: "body" }, { field: "createdAt" }],
      },
    });
    expect(notices).toEqual([]);
  });

  it("reads several keys, in order", () => {
    expect(sortOf("-body,room")).toEqual([
      { field: "body", descending: true },
      { field: "room", descending: false },
    ]);
  });

  it.each([
    "nothing",
    "constructor",
    "__proto__",
    "created_at",
    "1;drop table x",
    "--body",
    "room desc",
  ])("A11: leaves %s out, with a notice", (name) => {
    const { query, notices } = parseListParams(notes, { sort: `${name},room` });
    expect(query.sort).toEqual([{ field: "room", descending: false }]);
    expect(notices).toHaveLength(1);
  });

  it("A12: refuses to order by a secret", () => {
    const { query, notices } = parseListParams(notes, { sort: "password" });
    expect(query.sort).toEqual(notes.list.sort);
    expect(notices).toHaveLength(1);
  });

  it("takes the first of a repeated field and four fields at the most", () => {
    expect(sortOf("room,-room")).toEqual([{ field: "room", descending: false }]);
    expect(sortOf("room,id,body,createdAt")).toHaveLength(4);
  });
});

describe("the size of a page", () => {
  it.each(limits)("may be %i", (limit) => {
    expect(parseListParams(notes, { limit: String(limit) }).query.limit).toBe(limit);
  });

  it.each(["-1", "0", "51", "1e9", "50.5", "NaN", "", "0x32 ", "Infinity"])(
    "A27: is 50 for %s",
    (limit) => {
      expect(parseListParams(notes, { limit }).query.limit).toBe(50);
    },
  );
});

describe("the address of a list", () => {
  it("is bare for the default list", () => {
    expect(listHref(notes, parseListParams(notes, {}).query)).toBe("/t_notes");
  });

  it("is short for the last page", () => {
    const query = { ...parseListParams(notes, {}).query, position: { at: "last" } } as const;
    expect(listHref(notes, query)).toBe("/t_notes?last");
    expect(parseListParams(notes, { last: "" }).query.position).toEqual({ at: "last" });
  });

  it("leads back to the query, with any literals in its cursor", () => {
    const position = fc
      .tuple(
        fc.constantFrom("after" as const, "before" as const),
        fc.option(anyText()),
        instant,
        anyText(),
      )
      .map(([at, body, createdAt, room]) => ({
        at,
        cursor: { sort: [body, createdAt], key: [room, id] },
      }));
    const sort = [
      { field: "body", descending: true },
      { field: "createdAt", descending: false },
    ];
    fc.assert(
      fc.property(position, fc.constantFrom(...limits), (place, limit) => {
        const query = { ...byDefault, sort, position: place, limit };
        expect(parseListParams(notes, params(query))).toEqual({ query, notices: [] });
      }),
    );
  });

  it("leads back to a cursor that carries its key alone", () => {
    const query: ListQuery = {
      ...byDefault,
      sort: [{ field: "body", descending: false }],
      position: { at: "after", cursor: { sort: null, key: ["", id] } },
      limit: 50,
    };
    expect(parseListParams(notes, params(query))).toEqual({ query, notices: [] });
  });
});

describe("a cursor that is not of this list", () => {
  const place: Cursor = { sort: ["2026-03-09 14:30:00"], key: ["hall", id] };

  it.each<[string, Cursor]>([
    ["a key too short", { ...place, key: ["hall"] }],
    ["a key that its type cannot read", { ...place, key: ["hall", "'; drop table x"] }],
    [
      "too many sort literals",
      { ...place, sort: ["2026-03-09 14:30:00", "a", "b", "c", "d", "e"] },
    ],
    ["a sort literal that its type cannot read", { ...place, sort: ["yesterday"] }],
    ["the character U+0000", { ...place, key: ["\0", id] }],
    ["half of a surrogate pair", { ...place, key: ["\ud800", id] }],
  ])("gives the first page and a notice: %s", (_, cursor) => {
    const { query, notices } = parseListParams(notes, { after: encodeCursor(cursor) });
    expect(query.position).toEqual({ at: "first" });
    expect(notices).toHaveLength(1);
  });

  it("A11: no input throws, and every query stays within the grammar", () => {
    const value = fc.option(fc.oneof(anyText(), fc.array(fc.string()), fc.base64String()), {
      nil: undefined,
    });
    const input = fc.record({
      sort: value,
      limit: value,
      after: value,
      before: value,
      last: value,
    });
    fc.assert(
      fc.property(input, (hostile) => {
        const { query } = parseListParams(notes, hostile);
        expect(limits).toContain(query.limit);
        for (const { field } of query.sort) {
          expect(["room", "id", "body", "createdAt"]).toContain(field);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("A11: nor does any JSON where a cursor is expected", () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        const after = btoa(String.fromCharCode(...new TextEncoder().encode(json)));
        expect(parseListParams(notes, { after }).query.position).toEqual({ at: "first" });
      }),
    );
  });
});
