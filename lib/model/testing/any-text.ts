// Test support: texts of any characters that Postgres can hold.
import fc from "fast-check";

const codePoint = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0x20, max: 0x7e }) },
  { weight: 1, arbitrary: fc.integer({ min: 0x1, max: 0xd7ff }) },
  { weight: 1, arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }) },
);

export const character = codePoint.map((code) => String.fromCodePoint(code));

/** @param maxLength in characters as Postgres counts them */
export function anyText(maxLength?: number): fc.Arbitrary<string> {
  return fc.string({ unit: character, maxLength });
}
