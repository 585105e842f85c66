// Server: progress measurements by the million, over three years up to today.
import { getTableName } from "drizzle-orm";
import type postgres from "postgres";
import { coachingSessions, progressTracking } from "@/lib/db/schema";
import { bulkId, bulkUserIds, bulkUserIndex, countRows, fillUp, type InsertChunk } from "./bulk";
import { METRICS } from "./metrics";
import { sessionRows } from "./sessions";

/**
 * About every sixth row belongs to a generated session and its user, where there are such sessions.
 *
 * @returns How many rows were added to reach `rows`.
 */
export async function fillProgress(sql: postgres.Sql, rows: number, today: Date): Promise<number> {
  const userIds = await bulkUserIds(sql);
  const firstSession = sessionRows(today).length + 1;
  const lastSession = await countRows(sql, coachingSessions);
  const sessions = Math.max(0, lastSession - firstSession + 1);
  const metrics = JSON.stringify(
    Object.entries(METRICS).map(([name, metric], position) => ({ ...metric, name, position })),
  );
  const now = today.toISOString();

  const insert: InsertChunk = (sql, from, to) => sql`
    insert into ${sql(getTableName(progressTracking))} (
      id, user_id, coaching_session_id, metric_type, value, timestamp, metadata
    )
    with draw as (
      select n, random() as kind, random() + random() + random() - 1.5 as luck,
        random() as source, least(1, n / ${rows}::float8) as done
      from generate_series(${from}::bigint, ${to}::bigint) as n
    ), linked as (
      select *, ${now}::timestamp - interval '3 years' * (1 - done) as moment,
        case when ${sessions}::int > 0 and source < 0.17
          then ${firstSession} + floor(done * (${sessions} - 1))::bigint
        end as session
      from draw
    ), measured as (
      select linked.*, metric.name, metric.max,
        least(metric.max, greatest(metric.min,
          metric.from + (metric.to - metric.from) * done + metric.noise * luck * 2
          + case when extract(isodow from moment) > 5 then metric.weekend else 0 end
        )) / metric.step as steps, metric.step
      from linked
      join jsonb_to_recordset(${metrics}::text::jsonb) as metric(
        position int, name text, "min" float8, "max" float8, step float8,
        "from" float8, "to" float8, weekend float8, noise float8
      ) on metric.position = floor(kind * ${Object.keys(METRICS).length})::int
    )
    select ${bulkId(sql, progressTracking, sql`n`)},
      (${userIds}::uuid[])[${bulkUserIndex(sql, sql`coalesce(session, n)`, userIds.length)}],
      case when session is not null then ${bulkId(sql, coachingSessions, sql`session`)} end,
      name,
      case when max = 10 and source < 0.4
        then jsonb_build_object('score', round(steps) * step, 'of', 10)
        else to_jsonb(round(steps) * step)
      end,
      moment,
      case when source > 0.8 then '{"source": "watch"}'::jsonb end
    from measured
    on conflict (id) do nothing`;

  return fillUp(sql, progressTracking, rows, insert);
}
