import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFaultAt } from "@/lib/model/json-fault";
import { anyText, character } from "@/lib/model/testing/any-text";

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe("where a text stops being JSON", () => {
  it.each([
    ["", 0],
    [" ", 1],
    ["{", 1],
    ["[1,]", 3],
    ["[,1]", 1],
    ['{"a":1,}', 7],
    ['{"a" 1}', 5],
    ["{a: 1}", 1],
    ["{'a': 1}", 1],
    ['{\n  "a": x\n}', 9],
    ["[1 2]", 3],
    ["[1}", 2],
    ["01", 1],
    ["1.", 1],
    ["nul", 0],
    ['"a', 2],
    ['"a\nb"', 2],
    ['"\\x"', 1],
    ['"\\u12"', 1],
    ["[] []", 3],
    ["\u00a0{}", 0],
  ])("%j: at %i", (text, index) => expect(jsonFaultAt(text)).toBe(index));

  it("is nowhere exactly when JavaScript reads it", () => {
    fc.assert(
      fc.property(fc.json({ stringUnit: character }), (json) => {
        expect(jsonFaultAt(json)).toBeUndefined();
      }),
    );
    const pieces = fc.constantFrom(
      ..."{}[],:\"'\\ \n-+.0123e",
      '"a"',
      "true",
      "null",
      "\\u00e9",
      "1e5",
      '"":',
    );
    const broken = fc.oneof(
      anyText(),
      fc.array(pieces, { maxLength: 9 }).map((all) => all.join("")),
    );
    fc.assert(
      fc.property(broken, (text) => {
        expect(jsonFaultAt(text) === undefined).toBe(isJson(text));
      }),
      { numRuns: 5_000 },
    );
  });

  it("is found in a cut or mangled JSON, not behind the place", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, cut) => {
        const text = `${json.slice(0, cut % json.length)}\u0001`;
        const at = jsonFaultAt(text);
        expect(at).toBeDefined();
        expect(at).toBeLessThan(text.length);
      }),
    );
  });

  it("is found however deep and long the text is", () => {
    const deep = 200_000;
    expect(jsonFaultAt("[".repeat(deep))).toBe(deep);
    expect(jsonFaultAt(`"${"x".repeat(2_000_000)}`)).toBe(2_000_001);
  });
});
