import { describe, expect, it } from "vitest";
import { moveColumn, pinUpTo, resizeColumn, toggleColumn } from "@/lib/model/layout-changes";
import { type Layout, maxWidth, minWidth } from "@/lib/model/list-layout";

const layout = (fields: string, pinned = 1): Layout => ({
  columns: fields.split("").map((field) => ({ field })),
  pinned,
  density: "regular",
  isWrapped: false,
});
const fieldsOf = ({ columns }: Layout) => columns.map(({ field }) => field).join("");

describe("a column", () => {
  it("is hidden, and comes back last", () => {
    const without = toggleColumn(layout("abc"), "b");
    expect(fieldsOf(without)).toBe("ac");
    expect(fieldsOf(toggleColumn(without, "b"))).toBe("acb");
  });

  it("takes its pin with it, and none else's", () => {
    expect(toggleColumn(layout("abc", 2), "a").pinned).toBe(1);
    expect(toggleColumn(layout("abc", 2), "c").pinned).toBe(2);
  });

  it("cannot be hidden when it is the last", () => {
    expect(toggleColumn(layout("a"), "a")).toEqual(layout("a"));
  });

  it.each([
    ["a", 2, "bca"],
    ["c", 0, "cab"],
    ["b", 1, "abc"],
    ["x", 0, "abc"],
  ])("%s moves to place %i: %s", (field, to, fields) => {
    expect(fieldsOf(moveColumn(layout("abc"), field, to))).toBe(fields);
  });

  it("is as wide as asked, within bounds, or as its kind is", () => {
    const widthOf = (width: number | undefined) =>
      resizeColumn(resizeColumn(layout("ab"), "a", 200), "a", width).columns[0]?.width;
    expect([widthOf(1), widthOf(99_999), widthOf(120.4), widthOf(undefined)]).toEqual([
      minWidth,
      maxWidth,
      120,
      undefined,
    ]);
  });

  it("is pinned with those before it", () => {
    expect(pinUpTo(layout("abc"), "c").pinned).toBe(3);
    expect(pinUpTo(layout("abc"), "x").pinned).toBe(1);
  });
});
