import { expect, it } from "vitest";
import { cutText } from "@/lib/model/cut-text";

it.each([
  ["", ""],
  ["abc", "abc"],
  ["abcd", "abc…"],
  ["😀😀😀", "😀😀😀"],
  ["😀😀😀😀", "😀😀😀…"],
  ["ab😀d", "ab😀…"],
  ["a".repeat(1_000_000), "aaa…"],
])("%.8s", (text, cut) => {
  expect(cutText(text, 3)).toBe(cut);
});
