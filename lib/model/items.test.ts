import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Item, type ItemGroup, readItems } from "@/lib/model/items";

const read = (value: unknown) => readItems(JSON.stringify(value))?.groups;
const texts = (groups: ItemGroup[] | undefined) =>
  groups?.map(({ label, items }) => [label, ...items.map(({ text }) => text)]);

describe("a JSON value as lists", () => {
  it("reads what people write into goals", () => {
    expect(texts(read("Sleep more"))).toEqual([[undefined, "Sleep more"]]);
    expect(texts(read(["Sleep", 8, true]))).toEqual([[undefined, "Sleep", "8", "true"]]);
    expect(texts(read({ primary: "Sleep", secondary: ["Walk", "Read"], none: null }))).toEqual([
      ["Primary", "Sleep"],
      ["Secondary", "Walk", "Read"],
    ]);
    expect(texts(read({ thisWeek: { atWork: ["Delegate"] } }))).toEqual([
      ["This week · at work", "Delegate"],
    ]);
    for (const nothing of [null, "", [], {}, [null, ""], { a: [] }])
      expect(read(nothing)).toEqual([]);
  });

  it("reads objects: what is done, how far, and what else they say", () => {
    const goals = [
      { title: "Run", done: true, dueDate: "Friday" },
      { Text: "Swim", progress: 0.4, steps: [{ name: "Buy goggles", completed: false }] },
      { label: "Row", percent: "40 %" },
      { goal: "Ski", progress: 400 },
      { mood: "calm", score: 7 },
    ];
    expect(read(goals)?.[0]?.items).toEqual([
      { text: "Run", isDone: true, details: ["Due date: Friday"] },
      {
        text: "Swim",
        progress: 0.4,
        groups: [{ label: "Steps", items: [{ text: "Buy goggles", isDone: false }] }],
      },
      { text: "Row", progress: 0.4 },
      { text: "Ski", details: ["Progress: 400"] },
      { text: "Mood: calm · Score: 7" },
    ]);
  });

  it("A09: links only to the web", () => {
    const links = [
      "https://example.com/a?b=c",
      "javascript:alert(1)",
      "java\tscript:alert(1)",
      "data:text/html,x",
      "https://exa mple.com",
      "see https://example.com",
      "//example.com",
    ];
    const hrefs = read(links)?.[0]?.items.map(({ href }) => href);
    expect(hrefs).toEqual(["https://example.com/a?b=c", ...Array(6).fill(undefined)]);
    const [item] = read([{ title: "x", url: "javascript:alert(1)" }])?.[0]?.items ?? [];
    expect(item).toEqual({ text: "x", details: ["Url: javascript:alert(1)"] });
  });

  it("A16: keys that mean something to JavaScript are keys like others", () => {
    const groups = readItems('{"__proto__": ["a"], "constructor": "b"}')?.groups;
    expect(texts(groups)).toEqual([
      ["Proto", "a"],
      ["Constructor", "b"],
    ]);
  });

  it("keeps the rest as JSON, and bounds what there is of it", () => {
    expect(read([["a", "b"]])?.[0]?.items).toEqual([{ text: '["a","b"]', isJson: true }]);
    const many = readItems(JSON.stringify(Array(1_000).fill("x")));
    expect(many?.groups[0]?.items).toHaveLength(200);
    expect(many?.hidden).toBe(800);
    const [long] = read(["y".repeat(5_000)])?.[0]?.items ?? [];
    expect(long?.text).toHaveLength(2_001);
  });

  it("A25: leaves to the literal what it cannot tell better", () => {
    for (const literal of ["", "not JSON", "{", "[12345678901234567890]", "[1e400]"]) {
      expect(readItems(literal)).toBeUndefined();
    }
    expect(readItems(`"${"x".repeat(300_000)}"`)).toBeUndefined();
    const deep = readItems("[".repeat(50_000) + "]".repeat(50_000));
    expect(deep === undefined || deep.groups.length <= 1).toBe(true);
  });

  it("takes any JSON", () => {
    const check = ({ text, href, progress = 0, groups = [] }: Item): void => {
      expect(text.length).toBeLessThanOrEqual(2_001);
      expect(href ?? "https:").toMatch(/^https?:/);
      expect(progress).toBeLessThanOrEqual(1);
      for (const group of groups) group.items.forEach(check);
    };
    fc.assert(
      fc.property(fc.json({ maxDepth: 7 }), (literal) => {
        for (const group of readItems(literal)?.groups ?? []) group.items.forEach(check);
      }),
    );
  });
});
