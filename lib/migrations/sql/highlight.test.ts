import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { highlight } from "@/lib/migrations/sql/highlight";
import { loadParser } from "@/lib/migrations/sql/parse";

beforeAll(loadParser);

const pieces = fc.constantFrom(
  "select",
  "SELECT",
  " ",
  "\n",
  "\r\n",
  "\t",
  "'é😀'",
  '"ü"',
  "-- note\n",
  "/* a /* b */ */",
  "12",
  "1.5e3",
  "$$body$$",
  "E'\\n'",
  "'",
  '"',
  "/*",
  "$1",
  "\\x",
  "\u0001",
  "\f",
  "\uFEFF",
  ";",
  "--> statement-breakpoint",
  "::jsonb",
);

test("the tokens together are the text, whatever it is", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string({ unit: "binary" }))), (parts) => {
      const text = parts.join("");
      expect(
        highlight(text)
          .map((token) => token.text)
          .join(""),
      ).toBe(text);
    }),
  );
});

test("keywords, names, strings, numbers and comments look different", () => {
  expect(highlight(`SELECT "naïve", 'ü', 1 -- wörds\nFROM t;`)).toEqual([
    { class: "keyword", text: "SELECT" },
    { class: "plain", text: " " },
    { class: "identifier", text: '"naïve"' },
    { class: "plain", text: ", " },
    { class: "string", text: "'ü'" },
    { class: "plain", text: ", " },
    { class: "number", text: "1" },
    { class: "plain", text: " " },
    { class: "comment", text: "-- wörds" },
    { class: "plain", text: "\n" },
    { class: "keyword", text: "FROM" },
    { class: "plain", text: " " },
    { class: "identifier", text: "t" },
    { class: "plain", text: ";" },
  ]);
});

test("what the scanner refuses is plain", () => {
  expect(highlight("select 'open")).toEqual([{ class: "plain", text: "select 'open" }]);
  expect(highlight("")).toEqual([]);
});
