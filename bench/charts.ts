// Bench: what a chart costs over 10k, 1M or 5M entries, as ratios to the same aggregate asked raw through postgres.js.
// `npm run bench:charts -- --rows 1000000`. Needs a build. Uses the bench's own database.
import { parseArgs } from "node:util";
import { prepareBenchDatabase } from "./database";
import { startFloor } from "./floor";
import { type Job, measureInterleaved } from "./measure";
import { chartTable } from "./report-charts";
import { startDashboard } from "./server";

const { values: options } = parseArgs({
  options: { rows: { type: "string", default: "1000000" } },
});
const rows = Number(options.rows);
const metric = "mood_score";

const database = await prepareBenchDatabase({ sessions: 20_000, progress: rows });
const { sql } = database;
const busiest = await sql<{ user_id: string }[]>`
  select user_id from ai_coach_progress_tracking group by 1 order by count(*) desc limit 6`;
const people = busiest.map(({ user_id }) => user_id);

const number = `case when jsonb_typeof(value) = 'number' then value::numeric
  when jsonb_typeof(value->'score') = 'number' then (value->'score')::numeric end`;
const aggregate = (
  width: string,
  condition: string,
  line = "1",
  from = "ai_coach_progress_tracking p",
) => `
  select date_bin('${width}', p.timestamp, '2001-01-01') as bin, ${line} as line, count(*), count(number.n),
    min(number.n), avg(number.n), max(number.n)
  from ${from}, lateral (select ${number.replaceAll("value", "p.value")} as n) as number
  where metric_type = '${metric}' ${condition} group by 1, 2 order by 1`;
const since = (days: number) => `and p.timestamp >= current_date + 1 - ${days}`;

const jobs = [
  { name: "90 days", search: "", sql: aggregate("1 day", since(90)) },
  { name: "1 year", search: "&range=1y", sql: aggregate("7 days", since(365)) },
  { name: "all time", search: "&range=all", sql: aggregate("7 days", "") },
  {
    name: "all, six people",
    search: `&range=all&${people.map((id) => `person=${id}`).join("&")}`,
    sql: aggregate("7 days", `and p.user_id in ('${people.join("', '")}')`, "p.user_id"),
  },
  {
    name: "all, by group",
    search: "&range=all&split=group",
    sql: aggregate(
      "7 days",
      "",
      "session_type",
      "ai_coach_progress_tracking p left join ai_coach_some_sessions s on s.id = p.coaching_session_id",
    ),
  },
];

const floor = await startFloor(sql);
const dashboard = await startDashboard(database);
try {
  const measured = await measureInterleaved(
    jobs.flatMap(({ name, search, sql }): Job[] => [
      { name, side: "floor", run: () => floor.fetch(sql) },
      {
        name,
        side: "ours",
        run: () => dashboard.fetch(`/api/series/progress?metric=${metric}${search}`),
      },
      { name: `${name}, page`, side: "floor", run: () => floor.fetch(sql) },
      {
        name: `${name}, page`,
        side: "ours",
        run: () => dashboard.fetch(`/progress?metric=${metric}${search}`),
      },
    ]),
    { warmUps: 2, runs: 9 },
  );
  const points = new Map<string, number>();
  for (const { name, search } of jobs) {
    const { body } = await dashboard.fetch(`/api/series/progress?metric=${metric}${search}`);
    points.set(name, body.trimEnd().split("\r\n").length - 1);
  }
  console.log(chartTable(rows, measured, points));
} finally {
  await dashboard.stop();
  await floor.stop();
  await sql.end();
}
