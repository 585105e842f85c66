import { describe, expect, it } from "vitest";
import { rowId, withRows } from "@/lib/model/list-row";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";

const resource = { key: ["Id", "part"] } as Resource;

const page: Page = {
  columns: ["name", "note", "Id", "part"],
  rows: [
    ["one", ["beginn", 400], "1", "a,b"],
    [null, null, "1", "a"],
  ],
  people: { p: { name: "P", email: "p@example.com" } },
  related: { sessions: { s: "first" } },
};

describe("a row as a record", () => {
  it("is named by its key", () => {
    expect(page.rows.map((row) => rowId(resource, page, row))).toEqual(["1,a%2Cb", "1,a"]);
    expect(rowId({ key: [] }, page, page.rows[0] ?? [])).toBeUndefined();
  });

  it("gives way to a newer one of the same key, whatever its columns", () => {
    const fresh: Page = {
      columns: ["part", "Id", "note"],
      rows: [
        ["a", "1", ""],
        ["z", "9", "not on the page"],
      ],
      people: { q: { name: "Q", email: "q@example.com" } },
      related: { sessions: { t: "second" }, users: { u: "U" } },
    };
    expect(withRows(resource, page, fresh)).toEqual({
      ...page,
      rows: [page.rows[0], [null, "", "1", "a"]],
      people: { ...page.people, ...fresh.people },
      related: { sessions: { s: "first", t: "second" }, users: { u: "U" } },
    });
  });
});
