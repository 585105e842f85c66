import { boolean, pgTable, text, uuid } from "drizzle-orm/pg-core";
import { describe, expect, it } from "vitest";
import { deriveResource, type ResourceOptions } from "@/lib/model/define-resource";
import type { BoardView } from "@/lib/model/view";
import { checkDeclarations } from "@/lib/resources/check-declarations";

const table = pgTable("t_things", {
  id: uuid("id").primaryKey(),
  name: text("name").notNull(),
  state: text("state"),
  isOpen: boolean("is_open"),
  apiKey: text("api_key"),
});

const thing = (options: ResourceOptions) =>
  deriveResource(table, { prefix: "t_" }, { slug: "things", ...options });

function board(by: string, moves: BoardView["moves"], now: string[] = []): BoardView {
  return { kind: "board", by, card: [], moves, arrivals: { done: { now } } };
}

const state = { fields: { state: { options: ["open", "done"] } } };

describe("a declaration", () => {
  it("without mistakes passes", () => {
    const views = [board("state", { open: ["done"] }, ["isOpen"])];
    expect(() => checkDeclarations([thing({ ...state, views })])).not.toThrow();
  });

  const mistakes: [string, ResourceOptions, string][] = [
    ["an unknown column", { list: { columns: ["nothing"] } }, 'a field "nothing"'],
    ["an unknown title", { title: "nothing" }, 'a field "nothing"'],
    [
      "an unknown field of a view",
      { views: [{ kind: "calendar", at: "nothing" }] },
      'a field "nothing"',
    ],
    ["an unknown field of a panel", { panels: [{ kind: "text", field: "no" }] }, 'a field "no"'],
    ["a secret title", { title: "apiKey" }, "a secret"],
    [
      "a secret told by another field than the title",
      { title: "name", fields: { state: { secretWhen: { field: "id", is: [], isNot: [] } } } },
      "must be titled",
    ],
    ["the slug of a page", { slug: "history" }, "address of another page"],
    ["one view twice", { views: [{ kind: "list" }, { kind: "list" }] }, "two views"],
    ["a board by a field without options", { views: [board("name", {})] }, "no options"],
    [
      "a move to no option",
      { ...state, views: [board("state", { open: ["gone"] })] },
      '"gone", which is no option',
    ],
    [
      "an unknown field set on arrival",
      { ...state, views: [board("state", {}, ["finishedAt"])] },
      'a field "finishedAt"',
    ],
  ];

  it.each(mistakes)("with %s is refused by name", (_, options, sentence) => {
    expect(() => checkDeclarations([thing(options)])).toThrow(sentence);
  });

  it("with another one's slug is refused", () => {
    expect(() => checkDeclarations([thing({}), thing({})])).toThrow("things is there twice");
  });

  const refersTo = (field: string, slug: string) =>
    thing({ fields: { [field]: { refersTo: slug } } });

  it("may refer to any resource, itself too, and to what only the catalog knows", () => {
    const other = thing({ slug: "others" });
    expect(() => checkDeclarations([other, refersTo("id", "others")])).not.toThrow();
    expect(() => checkDeclarations([refersTo("id", "things")])).not.toThrow();
    expect(() => checkDeclarations([refersTo("name", "things")])).not.toThrow();
    expect(() => checkDeclarations([refersTo("id", "base_x")], ["base_"])).not.toThrow();
  });

  it.each([
    ["no resource", refersTo("name", "nothing"), 'by "name" to "nothing", which is no resource'],
    ["no known prefix", refersTo("name", "base"), 'by "name" to "base", which is no resource'],
    ["a key of several fields", refersTo("name", "pairs"), "whose key is not one field"],
    ["a key of another kind", refersTo("isOpen", "things"), 'by "isOpen" (boolean) to "things"'],
  ])("that refers to %s is refused by name", (_, resource, sentence) => {
    const pairs = { ...thing({ slug: "pairs" }), key: ["id", "name"] };
    expect(() => checkDeclarations([resource, pairs], ["base_"])).toThrow(sentence);
  });

  const timeline = { kind: "timeline", at: "id", title: "id", value: "id" } as const;
  const charts = { kind: "charts", at: "id", value: "id", metric: "id", person: "id" } as const;
  const through = { field: "id", group: "name" };

  it.each<[string, ResourceOptions, string]>([
    [
      "charts through a field that refers to nothing",
      { views: [{ ...charts, paths: [], through }] },
      'charts through "id"',
    ],
    [
      "a timeline of what does not refer to it",
      { panels: [{ ...timeline, resource: "others" }] },
      'a timeline of "others"',
    ],
  ])("with %s is refused", (_, options, sentence) => {
    const others = thing({ slug: "others" });
    expect(() => checkDeclarations([thing(options), others])).toThrow(sentence);
  });
});
