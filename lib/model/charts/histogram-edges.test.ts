import { describe, expect, it } from "vitest";
import { histogramEdges } from "@/lib/model/charts/histogram-edges";

const numbers = (...given: Parameters<typeof histogramEdges>) =>
  histogramEdges(...given)?.map(Number);

describe("the edges of bars", () => {
  it.each([
    ["scores", 1, 4, 1, [1, 2, 3, 4, 5]],
    ["one value alone", 7, 7, 1, [7, 8]],
    ["one value alone, of a quarter", 0.25, 0.25, 0.25, [0.25, 0.5]],
    ["quarters of hours", 5.25, 6, 0.25, [5.25, 5.5, 5.75, 6, 6.25]],
    ["below zero", -2, 1, 1, [-2, -1, 0, 1, 2]],
  ])("%s", (_, min, max, grain, edges) => {
    expect(numbers(min, max, grain)).toEqual(edges);
  });

  it.each([
    [0, 1],
    [0.1, 9],
    [-1e-9, 1e-9],
    [3, 1e18],
    [0, 299],
    [1e-7, 2e-7],
  ])("of %d to %d hold all numbers in at most 42 bars, the last edge beyond", (min, max) => {
    const edges = numbers(min, max) ?? [];
    expect(edges.length).toBeGreaterThan(10);
    expect(edges.length).toBeLessThanOrEqual(43);
    expect(edges[0]).toBeLessThanOrEqual(min);
    expect(edges.at(-1)).toBeGreaterThan(max);
    expect(new Set(edges).size).toBe(edges.length);
  });

  it("are none where doubles cannot divide", () => {
    expect(histogramEdges(0, Number.POSITIVE_INFINITY)).toBeUndefined();
    expect(histogramEdges(1e300, 1e300 + 1e284)).toBeUndefined();
  });
});
