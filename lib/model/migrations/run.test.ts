import { expect, test } from "vitest";
import { durationText } from "@/lib/model/migrations/run";

test.each([
  [0, "0 ms"],
  [999.4, "999 ms"],
  [1_000, "1 s"],
  [4_230, "4.2 s"],
  [9_960, "10 s"],
  [42_400, "42 s"],
  [59_700, "1 min 0 s"],
  [185_000, "3 min 5 s"],
])("%d ms are %j", (ms, text) => {
  expect(durationText(ms)).toBe(text);
});
