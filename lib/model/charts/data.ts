// Pure: what a chart draws, as it comes from the database, and the columns that a canvas takes.

import type { Span } from "@/lib/model/charts/wall-time";
import type { Literal } from "@/lib/model/literal";

/** The entries of one line within one bucket. Numbers are literals, so that none is rounded. */
export type Bucket = {
  /** Wall time of its beginning. */
  at: number;
  entries: number;
  /** How many of the entries are numbers; the others are events. */
  numbers: number;
  min: Literal;
  avg: Literal;
  max: Literal;
};

export type Line = { key: string; label: string; buckets: Bucket[] };

/** Keys of lines that stand for no single value. */
export const lineKeys = { all: "all", none: "none", others: "others" } as const;

/** @param literal the value that the line's entries share; NULL is a line too */
export function lineKey(literal: Literal): string {
  return literal === null ? lineKeys.none : `=${literal}`;
}

export type Drawing = { span: Span; width: number; lines: Line[] };

type LineColumns = {
  avg: (number | null)[];
  min: (number | null)[];
  max: (number | null)[];
  smooth: (number | null)[];
};

export type Columns = { at: number[]; lines: LineColumns[]; events: number[] };

/** A column for each line over all buckets of the span; what a canvas cannot hold is a gap. */
export function columnsOf({ span, width, lines }: Drawing, smooth: number): Columns {
  const count = Math.round((span.to - span.from) / width);
  const at = Array.from({ length: count }, (_, index) => span.from + index * width);
  const events = at.map(() => 0);
  const columns = lines.map(({ buckets }) => {
    const placed: (Bucket | undefined)[] = at.map(() => undefined);
    for (const bucket of buckets) {
      const index = Math.round((bucket.at - span.from) / width);
      placed[index] = bucket;
      events[index] = (events[index] ?? 0) + bucket.entries - bucket.numbers;
    }
    const drawn = (name: "avg" | "min" | "max") =>
      placed.map((bucket) => drawable(bucket?.[name] ?? null));
    const avg = drawn("avg");
    const weights = placed.map((bucket) => bucket?.numbers ?? 0);
    return {
      avg,
      min: drawn("min"),
      max: drawn("max"),
      smooth: smooth > 0 ? movingAverage(avg, weights, smooth) : [],
    };
  });
  return { at, lines: columns, events };
}

/** The mean of all entries in a bucket and the `window - 1` before it. */
export function movingAverage(
  values: (number | null)[],
  weights: number[],
  window: number,
): (number | null)[] {
  return values.map((_, end) => {
    let [sum, weight] = [0, 0];
    for (let index = Math.max(0, end - window + 1); index <= end; index++) {
      const value = values[index] ?? null;
      if (value === null) continue;
      sum += value * (weights[index] ?? 0);
      weight += weights[index] ?? 0;
    }
    return weight > 0 ? sum / weight : null;
  });
}

/** Beyond these a canvas loses its bearings: differences of doubles overflow. */
const maxDrawable = 1e290;

function drawable(literal: Literal): number | null {
  const number = literal === null ? Number.NaN : Number(literal);
  return Math.abs(number) <= maxDrawable ? number : null;
}

/** How many buckets hold a number that no canvas can show. */
export function undrawable(lines: Line[]): number {
  const isBeyond = (literal: Literal) => literal !== null && drawable(literal) === null;
  return lines
    .flatMap(({ buckets }) => buckets)
    .filter(({ min, avg, max }) => [min, avg, max].some(isBeyond)).length;
}

export function entriesOf(lines: Line[]): { entries: number; events: number } {
  let [entries, numbers] = [0, 0];
  for (const bucket of lines.flatMap(({ buckets }) => buckets)) {
    entries += bucket.entries;
    numbers += bucket.numbers;
  }
  return { entries, events: entries - numbers };
}
