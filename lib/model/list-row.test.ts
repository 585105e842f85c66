import { describe, expect, it } from "vitest";
import { rowId, rowLiterals, withRows } from "@/lib/model/list-row";
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
    const [one, two] = page.rows.map((row) => rowLiterals(page, row));
    expect(rowId(resource, one ?? {})).toBe("1,a%2Cb");
    expect(rowId(resource, two ?? {})).toBe("1,a");
    expect(rowId({ key: [] }, one ?? {})).toBe("");
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
