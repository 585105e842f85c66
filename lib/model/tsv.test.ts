import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyText } from "@/lib/model/testing/any-text";
import { formatTsv, parseTsv } from "@/lib/model/tsv";

const special = ["", '"', '""', "\t", "\n", "\r", "\r\n", 'a"b', '"a"', ' "', "a\tb", "\u{10FFFF}"];
const literal = fc.oneof(anyText(), fc.constantFrom(...special), fc.constant(null));
const cells = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.array(fc.array(literal, { minLength: width, maxLength: width }), {
    minLength: 1,
    maxLength: 5,
  }),
);

describe("cells as text", () => {
  it("lead back to the same literals, whatever they are", () => {
    fc.assert(
      fc.property(cells, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });

  it.each([
    [[["a", "b"]], "a\tb"],
    [[[null]], ""],
    [[[""]], '""'],
    [[["two\nlines", "x"]], '"two\nlines"\tx'],
    [[['{"a": 1}']], '{"a": 1}'],
    [[['"text"']], '"""text"""'],
    [[["a"], [null]], "a\n\n"],
  ])("%j is %j", (rows, text) => expect(formatTsv(rows)).toBe(text));

  it.each([
    [
      "a\tb\r\nc\td\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    ["a\n", [["a"]]],
    ['"say ""x"""\t', [['say "x"', null]]],
    ['"never ends\tb', [['"never ends', "b"]]],
    ['"a" b', [['"a" b']]],
    ["a\rb", [["a"], ["b"]]],
    ["\n\n", [[null], [null]]],
  ])("%j, as other programs copy it, is %j", (text, rows) => expect(parseTsv(text)).toEqual(rows));
});
