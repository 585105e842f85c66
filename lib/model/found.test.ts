import { describe, expect, it } from "vitest";
import { searchText, stillMatching, unfinishedSentence } from "@/lib/model/found";

describe("what is searched for", () => {
  it("is trimmed, short and storable", () => {
    expect(searchText("  ada ")).toBe("ada");
    expect(searchText("%".repeat(100_000))).toHaveLength(100);
    expect(searchText("a\0b")).toBe("ab");
    expect(searchText(`${"a".repeat(99)}😀`).isWellFormed()).toBe(true);
  });

  it("is nothing where nothing or many things are given", () => {
    for (const given of [null, undefined, [], ["a", "b"]]) expect(searchText(given)).toBe("");
  });
});

it("an earlier answer is kept as far as it answers what was typed since", () => {
  const found = (title: string, href = "/x/1") => ({ title, href, detail: "" });
  const earlier = {
    groups: [
      {
        label: "Sessions",
        found: [found("Check-in"), found("Chat", "/sessions/3f2b8c1e")],
        hasMore: false,
      },
      { label: "Codes", found: [found("chess")], hasMore: true },
    ],
    unfinished: ["Progress"],
  };
  expect(stillMatching(earlier, "chec")).toEqual({
    groups: [{ label: "Sessions", found: [found("Check-in")], hasMore: false }],
    unfinished: ["Progress"],
  });
  expect(stillMatching(earlier, "3F2B").groups[0]?.found).toHaveLength(1);
});

it("what was not searched to the end is named", () => {
  expect(unfinishedSentence([])).toBeUndefined();
  expect(unfinishedSentence(["Sessions", "Progress"])).toMatch(/^Sessions and Progress could not/);
});
