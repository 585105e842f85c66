// Server: metrics whose average of the last days differs most from the days before.
import "server-only";
import { sql } from "drizzle-orm";
import { chartSource } from "@/lib/charts/source";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { ChartsView } from "@/lib/model/view";
import { nowAs } from "@/lib/overview/overdue";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

export type Moved = {
  metric: string;
  /** Averages. */
  before: number;
  now: number;
  /** Of the difference to what it was before; 0.1 is a tenth more. */
  ratio: number;
  /** How many numbers the later average is of. */
  entries: number;
};

/** Both spans. */
export const spanDays = 7;

const shown = 4;
const fewest = 3;
const deadlineMs = 2_000;

/** The furthest moved first. Metrics with few numbers in either span are left out: their averages say little. */
export async function movedMetrics(
  actor: Actor,
  registered: Registered,
  view: ChartsView,
): Promise<Moved[]> {
  const source = await chartSource(actor, registered, view);
  const now = nowAs(registered, view.at);
  const days = (count: number) => sql`${now} - ${`${count} days`}::interval`;
  const isLater = sql`${source.at} >= ${days(spanDays)}`;
  const rows = await read(
    (tx) =>
      tx.execute<{ metric: string; before: number; now: number; entries: string }>(sql`
        select metric::text, (avg(number) filter (where not later))::float8 as before,
          (avg(number) filter (where later))::float8 as now,
          count(number) filter (where later) as entries
        from (
          select ${source.metric} as metric, ${source.number} as number, ${isLater} as later
          from ${registered.table}
          where ${source.at} >= ${days(2 * spanDays)} and ${source.at} < ${now}
        ) as measured
        group by metric
        having count(number) filter (where later) >= ${sql.raw(String(fewest))}
          and count(number) filter (where not later) >= ${sql.raw(String(fewest))}`),
    { deadlineMs, signal: requestSignal() },
  );
  return rows
    .map((row) => ({ ...row, entries: Number(row.entries), ratio: ratioOf(row) }))
    .filter(({ ratio }) => ratio !== 0 && Number.isFinite(ratio))
    .sort((a, b) => Math.abs(b.ratio) - Math.abs(a.ratio))
    .slice(0, shown);
}

function ratioOf({ before, now }: Pick<Moved, "before" | "now">): number {
  return before === 0 ? Number.NaN : (now - before) / Math.abs(before);
}
