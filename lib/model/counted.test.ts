import { expect, it } from "vitest";
import { counted } from "@/lib/model/counted";

it.each([
  [1, "statement", "1 statement"],
  [1200, "statement", "1,200 statements"],
  [2, "progress entry", "2 progress entries"],
  [0, "day", "0 days"],
])("%d %s", (count, noun, words) => {
  expect(counted(count, noun)).toBe(words);
});
