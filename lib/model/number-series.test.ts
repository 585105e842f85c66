import { expect, it } from "vitest";
import { numberSeries } from "@/lib/model/number-series";

it.each([
  ["[1, 2.50, -3e2]", ["$"], ["1", "2.50", "-3e2"]],
  ["[9007199254740993,9007199254740994]", ["$"], ["9007199254740993", "9007199254740994"]],
  ['{"a": {"b": [1, 2]}}', ["$", "$.a.b"], ["1", "2"]],
  ['{"a": [0, 1], "b": [2, 3]}', ["$.b", "$.a"], ["2", "3"]],
  ["[1]", ["$"], undefined],
  ["[]", ["$"], undefined],
  ['[1, "2"]', ["$"], undefined],
  ["[1, null]", ["$"], undefined],
  ["[[1, 2], 3]", ["$"], undefined],
  ["[1, 2", ["$"], undefined],
  ["[1,,2]", ["$"], undefined],
  ['{"a": 1}', ["$", "$.a"], undefined],
  ['{"a": 1}', ["$.__proto__"], undefined],
  ["12", ["$"], undefined],
])("in %s at %j are %j", (json, paths, texts) => {
  expect(numberSeries(json, paths)).toEqual(texts);
});
