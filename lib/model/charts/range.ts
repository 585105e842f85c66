// Pure: the spans of time that a chart can show, and the buckets they are divided into.
import { type Span, widthLabel } from "@/lib/model/charts/wall-time";

export const presets = ["7d", "30d", "90d", "1y", "all"] as const;
export type Preset = (typeof presets)[number];

/** What a person asks for: an end that is left out is where the entries end. */
export type Range = { preset: Preset } | Partial<Span>;

/** When the first and the last entry were made; `undefined` where there are none. */
export type Extent = Span | undefined;

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
const week = 7 * day;

const presetDays: Record<Exclude<Preset, "all">, number> = {
  "7d": 7,
  "30d": 30,
  "90d": 90,
  "1y": 365,
};

export const presetLabels: Record<Preset, string> = {
  "7d": "7 days",
  "30d": "30 days",
  "90d": "90 days",
  "1y": "1 year",
  all: "All",
};

/** Beyond them is what nobody measured: zero values of other systems, and what no calendar widget can show. */
export const earliest = Date.UTC(1000, 0, 1);
export const latest = Date.UTC(9800, 0, 1);

/** A Monday, from which buckets are counted, so that weeks are weeks. */
export const origin = Date.UTC(2001, 0, 1);

/** What a screen can show of one line, and what a person can read. */
const [maxBuckets, readableBuckets] = [366, 180];
const minSpan = 5 * minute;

/** All of them divide or are divided by a day, so that a bucket never holds parts of days. */
const widths = {
  "1min": minute,
  "5min": 5 * minute,
  "15min": 15 * minute,
  "1h": hour,
  "3h": 3 * hour,
  "1d": day,
  "1w": week,
  "4w": 4 * week,
  "13w": 13 * week,
  "52w": 52 * week,
  "520w": 520 * week,
  "5200w": 5_200 * week,
};

/** How wide a person may want the buckets; `auto` for as wide as is readable. */
export const steps = ["auto", "1h", "1d", "1w", "4w", "13w"] as const;
export type Step = (typeof steps)[number];

/** As asked for where that is no more than a screen can show, else the narrowest that a person can read. */
export function bucketWidth({ from, to }: Span, step: Step = "auto"): number {
  const asked = step === "auto" ? undefined : widths[step];
  if (asked !== undefined && (to - from) / asked <= maxBuckets) return asked;
  const readable = (width: number) => (to - from) / width <= readableBuckets;
  return Object.values(widths).find(readable) ?? widths["5200w"];
}

export function stepLabel(step: Step): string {
  return step === "auto" ? "auto" : widthLabel(widths[step]);
}

/** Grown to whole buckets: a bucket that is cut would not be comparable with its neighbour. */
export function wholeBuckets({ from, to }: Span, width: number): Span {
  return {
    from: origin + Math.floor((from - origin) / width) * width,
    to: origin + Math.ceil((to - origin) / width) * width,
  };
}

/** @param now the wall time */
export function resolveRange(range: Range, now: number, extent: Extent): Span {
  const tomorrow = Math.floor(now / day) * day + day;
  if ("preset" in range && range.preset !== "all") {
    return { from: tomorrow - presetDays[range.preset] * day, to: tomorrow };
  }
  const { from, to }: Partial<Span> = "preset" in range ? {} : range;
  const end = to ?? Math.max(tomorrow, extent ? extent.to + 1 : 0);
  const start = from ?? extent?.from ?? end - presetDays["90d"] * day;
  return clamped(start < end ? { from: start, to: end } : openedAt(from, to, start, end));
}

/** Where nothing lies between the ends: a day at the end that was asked for. */
function openedAt(from: number | undefined, to: number | undefined, start: number, end: number) {
  if (from === undefined && to !== undefined) return { from: end - day, to: end };
  return { from: start, to: start + day };
}

/** @param factor below 1 comes closer */
export function zoomed({ from, to }: Span, factor: number): Span {
  const middle = (from + to) / 2;
  const half = Math.max(minSpan, (to - from) * factor) / 2;
  return clamped({ from: middle - half, to: middle + half });
}

/** @param share of the span, negative for earlier */
export function panned({ from, to }: Span, share: number): Span {
  const step = (to - from) * share;
  return clamped({ from: from + step, to: to + step });
}

/** Ordered, long enough to see something, on whole minutes. */
export function clamped({ from, to }: Span): Span {
  const start = Math.floor(Math.min(Math.max(from, earliest), latest - minSpan) / minute) * minute;
  const end = Math.ceil(Math.min(to, latest) / minute) * minute;
  return { from: start, to: Math.max(end, start + minSpan) };
}
