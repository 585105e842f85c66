// Pure: the curves people's progress follows, one number per moment.
import { DAY } from "./calendar";
import type { Random } from "./random";

export type NumericMetric =
  | "mood_score"
  | "focus_minutes"
  | "goal_completion"
  | "sleep_hours"
  | "confidence"
  | "stress";

type Metric = {
  min: number;
  max: number;
  /** Smallest difference that is noted down. */
  step: number;
  /** Where people begin and where coaching leads. */
  from: number;
  to: number;
  /** How far weekends lift, and how much days differ. */
  weekend: number;
  noise: number;
};

export const METRICS: Record<NumericMetric, Metric> = {
  mood_score: { min: 1, max: 10, step: 1, from: 5.5, to: 7.5, weekend: 1.2, noise: 0.9 },
  focus_minutes: { min: 0, max: 300, step: 5, from: 90, to: 170, weekend: -55, noise: 20 },
  goal_completion: { min: 0, max: 100, step: 1, from: 8, to: 92, weekend: 0, noise: 3 },
  sleep_hours: { min: 3, max: 11, step: 0.25, from: 6.3, to: 7.3, weekend: 1.1, noise: 0.5 },
  confidence: { min: 1, max: 10, step: 0.5, from: 4, to: 7.5, weekend: 0, noise: 0.6 },
  stress: { min: 1, max: 10, step: 1, from: 7.5, to: 4.5, weekend: -1.5, noise: 0.9 },
};

/**
 * The value at a moment of a span of time: a slow S-shaped trend, the weekend's season and noise that
 * lasts some days. Moments must be asked for in order.
 */
export function createCurve(metric: Metric, span: { from: number; to: number }, random: Random) {
  const range = metric.max - metric.min;
  const start = metric.from + random.normal() * range * 0.05;
  const gain = (metric.to - metric.from) * (0.6 + random.next() * 0.7);
  const turningPoint = 0.3 + random.next() * 0.4;
  let drift = 0;

  return (moment: number): number => {
    const done = (moment - span.from) / (span.to - span.from);
    const trend = start + gain / (1 + Math.exp(-8 * (done - turningPoint)));
    const season = isWeekend(moment) ? metric.weekend : 0;
    drift = 0.6 * drift + metric.noise * random.normal() * 0.8;
    const value = Math.min(metric.max, Math.max(metric.min, trend + season + drift));
    return Math.round(value / metric.step) * metric.step;
  };
}

function isWeekend(moment: number): boolean {
  return [0, 6].includes(new Date(moment - (moment % DAY)).getUTCDay());
}
