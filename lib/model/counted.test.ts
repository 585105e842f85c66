import { expect, it } from "vitest";
import { counted, roughly } from "@/lib/model/counted";

it.each([
  [1, "statement", "1 statement"],
  [1200, "statement", "1,200 statements"],
  [2, "progress entry", "2 progress entries"],
  [0, "day", "0 days"],
])("%d %s", (count, noun, words) => {
  expect(counted(count, noun)).toBe(words);
});

it.each([
  [0, "0"],
  [41.6, "42"],
  [9_999, "9,999"],
  [12_345, "12.3 K"],
  [99_960, "100 K"],
  [214_400, "214 K"],
  [999_499, "999 K"],
  [999_500, "1.0 M"],
  [5_012_345, "5.0 M"],
  [12_000_000_000, "12.0 G"],
])("roughly %d is %s", (count, words) => {
  expect(roughly(count)).toBe(words);
});
