// Server: what an address asks for, made definite: a metric that there is, and a span with two ends.
import "server-only";
import type { Subject } from "@/lib/charts/lines";
import { firstMetric, type Metric, metricExtent } from "@/lib/charts/metrics";
import type { ChartSource } from "@/lib/charts/source";
import type { ChartQuery } from "@/lib/model/charts/params";
import { type Range, resolveRange } from "@/lib/model/charts/range";
import { type Span, wallTime } from "@/lib/model/charts/wall-time";

/** @param list asked only where the address names no metric. @returns `undefined` where there is none to choose */
export async function askedSubject(
  { metric, people, split, step }: ChartQuery,
  list: () => Promise<Metric[] | undefined>,
): Promise<Subject | undefined> {
  const chosen = metric ?? firstMetric((await list()) ?? [])?.literal;
  return chosen === undefined ? undefined : { metric: chosen, people, split, step };
}

export async function askedSpan(
  source: ChartSource,
  { metric }: Subject,
  range: Range,
): Promise<Span> {
  const extent = isOpen(range) ? await metricExtent(source, metric) : undefined;
  return resolveRange(range, wallTime(new Date(), source.registered.resource.zone), extent);
}

function isOpen(range: Range): boolean {
  if ("preset" in range) return range.preset === "all";
  return range.from === undefined || range.to === undefined;
}
