// Server: which metrics there are, without reading all entries: from value to value of an index, counts from statistics.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { ChartSource } from "@/lib/charts/source";
import { read } from "@/lib/db/client";
import { isQueryCanceled } from "@/lib/db/errors";
import { earliest, latest } from "@/lib/model/charts/range";
import { type Span, wallLiteral } from "@/lib/model/charts/wall-time";
import { requestSignal } from "@/lib/request-signal";

export type Metric = {
  literal: string;
  /** Wall time of the newest entry that a chart can show. */
  newest?: number;
  /** From the database's statistics; absent for rare ones and before the table was analysed. */
  estimate?: number;
};

export const maxMetrics = 200;
const metricsDeadlineMs = 2_500;

/** @returns `undefined` when it took too long: then no index begins with the metric */
export async function listMetrics(source: ChartSource): Promise<Metric[] | undefined> {
  const { registered, metric } = source;
  const { table, resource } = registered;
  const next = (condition: SQL) =>
    sql`(select ${metric} as name from ${table} where ${condition} order by ${metric} limit 1)`;
  try {
    const rows = await read(
      (tx) =>
        tx.execute<{ literal: string; newest: number | null; estimate: number | null }>(sql`
          with recursive known(name) as (
            ${next(sql`${metric} is not null`)}
            union all
            select ${next(sql`${metric} > known.name`)} from known where known.name is not null
          ), frequent as (
            select unnest(stats.most_common_vals::text::text[]) as literal,
              unnest(stats.most_common_freqs) * class.reltuples as estimate
            from pg_stats as stats
            join pg_class as class on class.oid = to_regclass(format('%I.%I', stats.schemaname, stats.tablename))
            where stats.schemaname = ${resource.schema} and stats.tablename = ${resource.table}
              and stats.attname = ${metric.name} and not stats.inherited
          )
          select known.name::text as literal, frequent.estimate::float8 as estimate,
            ${epochMs(newest(source))} as newest
          from known left join frequent on frequent.literal = known.name::text
          where known.name is not null limit ${sql.raw(String(maxMetrics))}`),
      { deadlineMs: metricsDeadlineMs, signal: requestSignal() },
    );
    const metrics = rows.map(({ literal, newest, estimate }) => ({
      literal,
      ...(newest !== null && { newest: Number(newest) }),
      ...(estimate !== null && { estimate: Math.round(Number(estimate)) }),
    }));
    return metrics.sort((a, b) => a.literal.localeCompare(b.literal, "en"));
  } catch (error) {
    if (isQueryCanceled(error)) return undefined;
    throw error;
  }
}

/** The one to begin with: the most frequent, else the one that was measured last. */
export function firstMetric(metrics: Metric[]): Metric | undefined {
  const byRank = [...metrics].sort(
    (a, b) =>
      (b.estimate ?? 0) - (a.estimate ?? 0) || (b.newest ?? -Infinity) - (a.newest ?? -Infinity),
  );
  return byRank[0];
}

/** From the first entry of a metric to the last. */
export async function metricExtent(
  source: ChartSource,
  literal: string,
): Promise<Span | undefined> {
  const { registered, metric, wallAt } = source;
  const [row] = await read(
    (tx) =>
      tx.execute<{ from: number | null; to: number | null }>(sql`
        select ${epochMs(sql`min(${wallAt})`)} as "from", ${epochMs(sql`max(${wallAt})`)} as "to"
        from ${registered.table} where ${metric} = ${literal} and ${drawableTime(source)}`),
    { deadlineMs: metricsDeadlineMs, signal: requestSignal() },
  );
  if (!row || row.from === null || row.to === null) return undefined;
  return { from: Number(row.from), to: Number(row.to) };
}

function newest(source: ChartSource): SQL {
  const { registered, metric, wallAt } = source;
  return sql`(select max(${wallAt}) from ${registered.table}
    where ${metric} = known.name and ${drawableTime(source)})`;
}

function drawableTime({ at }: ChartSource): SQL {
  return sql`${at} >= ${wallLiteral(earliest)} and ${at} < ${wallLiteral(latest)}`;
}

export function epochMs(wall: SQL): SQL {
  return sql`(extract(epoch from ${wall}) * 1000)::float8`;
}
