// Server: how often which numbers occur.
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/lib/charts/ask";
import { type Subject, subjectCondition } from "@/lib/charts/lines";
import { type ChartSource, within } from "@/lib/charts/source";
import { histogramEdges } from "@/lib/model/charts/histogram-edges";
import type { Span } from "@/lib/model/charts/wall-time";

type Bar = { from: string; to: string; count: number };

export type Distribution = {
  entries: number;
  numbers: number;
  min: string;
  avg: string;
  max: string;
  bars: Bar[];
};

type Facts = {
  entries: string;
  numbers: string;
  min: string | null;
  avg: string;
  max: string;
  grain: number | null;
};

/** The steps of most scales: scores, half points, quarters of hours. */
const grain = sql`case
  when bool_and(number % 1 = 0) then 1
  when bool_and(number % 0.5 = 0) then 0.5
  when bool_and(number % 0.25 = 0) then 0.25
end::float8`;

/** Without numbers only how many entries there are. */
export async function distribution(
  source: ChartSource,
  subject: Subject,
  span: Span,
): Promise<Distribution | { entries: number; numbers: 0 }> {
  const measured = sql`
    select ${source.number} as number from ${source.registered.table}
    where ${subjectCondition(source, subject)} and ${within(source, span)}`;
  return ask(async (tx) => {
    const [facts] = await tx.execute<Facts>(sql`
      select count(*) as entries, count(number) as numbers, min(number)::text as min,
        avg(number)::text as avg, max(number)::text as max, ${grain} as grain
      from (${measured}) as measured`);
    const entries = Number(facts?.entries ?? 0);
    if (!facts || facts.min === null) return { entries, numbers: 0 };
    const { min, avg, max } = facts;
    const edges = histogramEdges(Number(min), Number(max), Number(facts.grain ?? 0));
    if (!edges) return { entries, numbers: Number(facts.numbers), min, avg, max, bars: [] };
    const rows = await tx.execute<{ bar: number; count: string }>(sql`
      select width_bucket(number, ${edges.at(0)}::numeric, ${edges.at(-1)}::numeric, ${edges.length - 1}::int) as bar,
        count(*) as count
      from (${measured}) as measured where number is not null group by bar`);
    const counts = new Map(rows.map(({ bar, count }) => [Number(bar), Number(count)]));
    const bars = edges.slice(1).map((to, index) => ({
      from: edges[index] ?? to,
      to,
      count: counts.get(index + 1) ?? 0,
    }));
    return { entries, numbers: Number(facts.numbers), min, avg, max, bars };
  });
}
