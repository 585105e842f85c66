import { pgTable, text, timestamp, uuid } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveResource } from "@/lib/model/define-resource";
import { definitionText, listHref, parseListParams, plainView } from "@/lib/model/list-params";
import type { Params } from "@/lib/model/params";
import {
  explicitHref,
  goneNotice,
  needsNoViews,
  paramsOf,
  resolveList,
  rolesLiteral,
  type SavedView,
} from "@/lib/model/saved-views";
import { anyText } from "@/lib/model/testing/any-text";

const notes = deriveResource(
  pgTable("t_notes", {
    id: uuid("id").primaryKey(),
    body: text("body"),
    state: text("state"),
    password: text("password"),
    createdAt: timestamp("created_at").notNull(),
  }),
  { prefix: "t_" },
);

const view = (id: string, rest: Partial<SavedView> = {}): SavedView => ({
  id,
  name: `View ${id}`,
  definition: "where=is(state,open)&sort=body",
  isOwn: true,
  mayChange: true,
  ownerName: "Anna",
  isShared: false,
  defaultFor: [],
  ...rest,
});
const own = view("a");
const forViewers = view("b", { isShared: true, defaultFor: ["viewer"], definition: "sort=state" });
const views = [own, forViewers];

const resolve = (params: Params, role = "editor" as const, of = views) =>
  resolveList(notes, params, of, role);
const asViewer = (params: Params) => resolveList(notes, params, views, "viewer");
const textOf = ({ query }: { query: Parameters<typeof definitionText>[1] }) =>
  definitionText(notes, query);

describe("an address of a list", () => {
  it("with a saved view alone means what was saved", () => {
    const resolved = resolve({ saved: "a" });
    expect(textOf(resolved)).toBe(own.definition);
    expect(resolved).toMatchObject({ view: own, isChanged: false, notices: [] });
    expect(resolved.query.view).toBe("a");
  });

  it("with a place keeps what was saved", () => {
    const resolved = resolve({ saved: "a", last: "" });
    expect(textOf(resolved)).toBe(own.definition);
    expect(resolved.query.position).toEqual({ at: "last" });
    expect(resolved.isChanged).toBe(false);
  });

  it("with a definition beside the view means that alone", () => {
    const resolved = resolve({ saved: "a", sort: "state" });
    expect(textOf(resolved)).toBe("sort=state");
    expect(resolved).toMatchObject({ view: own, isChanged: true });
    expect(resolve({ saved: "a", ...paramsOf(own.definition) }).isChanged).toBe(false);
  });

  it("from which everything was taken out is a changed view too", () => {
    const { query } = parseListParams(notes, { saved: "a" });
    const href = new URL(listHref(notes, query), "http://localhost");
    const resolved = resolve(Object.fromEntries(href.searchParams));
    expect(textOf(resolved)).toBe("");
    expect(resolved).toMatchObject({ view: own, isChanged: true });
  });

  it("that asks for nothing shows the default of the role", () => {
    const resolved = asViewer({});
    expect(textOf(resolved)).toBe("sort=state");
    expect(resolved).toMatchObject({ view: forViewers, isChanged: false });
    expect(resolved.query.view).toBe("b");
    expect(asViewer({ did: "12", view: "list", count: "exact" }).view).toBe(forViewers);
    expect(resolve({}).view).toBeUndefined();
    expect(resolve({}).query).not.toHaveProperty("view");
  });

  it("can ask for the plain list, and stays there", () => {
    const resolved = asViewer({ saved: plainView });
    expect(resolved.view).toBeUndefined();
    expect(textOf(resolved)).toBe("");
    expect(listHref(notes, resolved.query)).toBe("/t_notes?saved=none");
    // Without a default there is nothing to keep away from.
    expect(listHref(notes, resolve({ saved: plainView }).query)).toBe("/t_notes");
  });

  it("with a filter of its own does not fall into the default when that is taken out", () => {
    const { query } = asViewer({ where: "is(state,open)" });
    const without = listHref(notes, { ...query, where: parseListParams(notes, {}).query.where });
    const params = Object.fromEntries(new URL(without, "http://localhost").searchParams);
    expect(textOf(asViewer(params))).toBe("");
    const next = asViewer({ after: "x" });
    expect(next.view).toBeUndefined();
    expect(next.query.view).toBe(plainView);
  });

  it("of a view that is gone, or somebody else's, is the plain list and says so", () => {
    const resolved = resolve({ saved: "3f2b8c1e-0000-4000-8000-000000000000" });
    expect(resolved.notices).toEqual([goneNotice]);
    expect(resolved.view).toBeUndefined();
    expect(textOf(resolved)).toBe("");
    expect(asViewer({ saved: "gone" }).view).toBeUndefined();
  });

  it("of a view with a column that has gone shows the rest, says so, and is unchanged", () => {
    const old = view("c", { definition: "sort=gone,body&columns=gone,body|state" });
    const resolved = resolve({ saved: "c" }, "editor", [old]);
    expect(resolved.query.sort).toEqual([{ field: "body", descending: false }]);
    expect(resolved.query.layout.columns.map(({ field }) => field)).toEqual(["body", "state"]);
    expect(resolved.notices).toHaveLength(2);
    expect(resolved.isChanged).toBe(false);
  });

  it("A16: finds nothing by a name that objects have", () => {
    for (const saved of ["__proto__", "constructor", "toString", "", "../a", "a,b"]) {
      expect(resolve({ saved }).view).toBeUndefined();
    }
    expect(resolve({ saved: ["a", "b"] }).view).toBe(own);
  });

  it("may be anything", () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.constantFrom("saved", "where", "q", "sort", "limit", "columns", "after", "wrap"),
          fc.oneof(anyText(), fc.array(anyText(), { maxLength: 2 })),
        ),
        (params) => {
          const { query } = asViewer(params);
          const href = new URL(listHref(notes, query), "http://localhost");
          const again = asViewer(Object.fromEntries(href.searchParams));
          expect(textOf(again)).toBe(textOf({ query }));
          expect(again.query.view).toBe(query.view);
          expect(explicitHref(notes, query)).not.toContain("saved=");
        },
      ),
    );
  });
});

describe("rows", () => {
  it("can be read before the views are known where the address says it all", () => {
    for (const params of [{ sort: "body" }, { saved: "a", q: "" }, { saved: plainView }]) {
      expect(needsNoViews(params)).toBe(true);
      expect(textOf(asViewer(params))).toBe(textOf(resolveList(notes, params, [], "viewer")));
    }
    for (const params of [{}, { saved: "a" }, { last: "" }])
      expect(needsNoViews(params)).toBe(false);
  });
});

it("the roles of a view are always written in the same order", () => {
  expect(rolesLiteral(["owner", "viewer"])).toBe("{viewer,owner}");
  expect(rolesLiteral([])).toBe("{}");
});
