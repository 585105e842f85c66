import fc from "fast-check";
import { expect, it } from "vitest";
import { isWithin, nextPlace, type Place, rangeOf } from "@/components/list/grid/next-place";

const size = { rows: 100, columns: 6, sight: 20 };
const held = { ctrlKey: false, metaKey: false, altKey: false };
const after = (keys: string, from: Place = { row: 10, column: 2 }) => {
  const key = keys.replace("Control+", "");
  const to = nextPlace({ ...held, key, ctrlKey: key !== keys }, from, size);
  return to && [to.row, to.column];
};

it.each([
  ["ArrowLeft", [10, 1]],
  ["ArrowRight", [10, 3]],
  ["ArrowUp", [9, 2]],
  ["ArrowDown", [11, 2]],
  ["Home", [10, 0]],
  ["End", [10, 5]],
  ["PageUp", [0, 2]],
  ["PageDown", [30, 2]],
  ["Control+Home", [0, 0]],
  ["Control+End", [99, 5]],
  ["Control+ArrowUp", [0, 2]],
  ["Control+ArrowDown", [99, 2]],
  ["Control+ArrowRight", [10, 5]],
  ["Enter", undefined],
  ["constructor", undefined],
])("%s from the middle leads to %j", (keys, place) => expect(after(keys)).toEqual(place));

it("goes up into the header, and no further", () => {
  expect(after("ArrowUp", { row: 0, column: 1 })).toEqual([-1, 1]);
  expect(after("ArrowUp", { row: -1, column: 1 })).toEqual([-1, 1]);
  expect(after("PageUp", { row: 3, column: 1 })).toEqual([0, 1]);
});

it("never leaves the grid", () => {
  const keys = [
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...keys),
      fc.boolean(),
      fc.integer({ min: -1, max: 99 }),
      fc.integer({ min: 0, max: 5 }),
      (key, ctrlKey, row, column) => {
        const to = nextPlace({ ...held, key, ctrlKey }, { row, column }, size);
        expect(to && isWithin({ top: -1, bottom: 99, left: 0, right: 5 }, to)).toBe(true);
      },
    ),
  );
});

it("leaves keys to the browser that it has its own use for", () => {
  for (const modifier of ["altKey", "metaKey"])
    expect(
      nextPlace({ ...held, key: "ArrowLeft", [modifier]: true }, { row: 1, column: 1 }, size),
    ).toBeUndefined();
});

it("knows the cells between two, whichever comes first", () => {
  const range = rangeOf({ row: 5, column: 1 }, { row: 2, column: 3 });
  expect(range).toEqual({ top: 2, bottom: 5, left: 1, right: 3 });
});
