import { describe, expect, it } from "vitest";
import {
  type Bucket,
  columnsOf,
  entriesOf,
  movingAverage,
  undrawable,
} from "@/lib/model/charts/data";

const bucket = (
  at: number,
  avg: string | null,
  entries = 2,
  numbers = avg === null ? 0 : 2,
): Bucket => ({
  at,
  entries,
  numbers,
  min: avg,
  avg,
  max: avg,
});

describe("columns", () => {
  const drawing = {
    span: { from: 100, to: 140 },
    width: 10,
    lines: [
      { key: "=a", label: "A", buckets: [bucket(100, "1"), bucket(120, "3", 5)] },
      { key: "=b", label: "B", buckets: [bucket(130, null, 4), bucket(110, "1e400")] },
    ],
  };

  it("have a place for every bucket, a gap where nothing is or nothing can be drawn", () => {
    expect(columnsOf(drawing, 0)).toMatchObject({
      at: [100, 110, 120, 130],
      lines: [
        { avg: [1, null, 3, null], min: [1, null, 3, null], smooth: [] },
        { avg: [null, null, null, null] },
      ],
      events: [0, 0, 3, 4],
    });
    expect(columnsOf(drawing, 3).lines[0]?.smooth).toEqual([1, 1, 2, 3]);
  });

  it("leave nothing out unsaid", () => {
    expect(undrawable(drawing.lines)).toBe(1);
    expect(entriesOf(drawing.lines)).toEqual({ entries: 13, events: 7 });
  });
});

describe("a moving average", () => {
  it("is of all entries, so a bucket weighs as many as it holds", () => {
    expect(movingAverage([1, 4, null, 4], [2, 1, 0, 1], 2)).toEqual([1, 2, 4, 4]);
  });

  it("is none where its window is empty", () => {
    expect(movingAverage([null, 5, null, null], [0, 1, 0, 0], 2)).toEqual([null, 5, 5, null]);
    expect(movingAverage([], [], 7)).toEqual([]);
  });
});
