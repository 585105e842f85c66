// Bench: what the list costs at any depth of a big table, as ratios to the same rows fetched raw.
// `npm run bench [-- --rows 1000000] [--json file]`. Needs a build. Uses a database of its own, `fastapp_bench`.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { prepareBenchDatabase } from "./database";
import { startFloor } from "./floor";
import { type Job, measureInterleaved, requestsPerSecond } from "./measure";
import { reportTable } from "./report";
import { startDashboard } from "./server";
import { steps } from "./steps";

const { values: options } = parseArgs({
  options: { rows: { type: "string", default: "1000000" }, json: { type: "string" } },
});

const database = await prepareBenchDatabase(Number(options.rows));
const floor = await startFloor(database.sql);
const dashboard = await startDashboard(database);
try {
  const positions = await steps(dashboard);
  const jobs: Job[] = positions.flatMap(({ name, path, sql }) => [
    { name, side: "floor", run: () => floor.fetch(sql) },
    { name, side: "ours", run: () => dashboard.fetch(path) },
  ]);
  const idleMb = dashboard.residentMb();
  const measured = await measureInterleaved(jobs);
  const first = jobs.filter(({ name }) => name === "first page");
  const throughput = {
    floor: await requestsPerSecond(first.find(({ side }) => side === "floor")),
    ours: await requestsPerSecond(first.find(({ side }) => side === "ours")),
  };
  const result = {
    rows: database.rows,
    jobs: measured,
    throughput,
    memoryMb: { idle: idleMb, after: dashboard.residentMb() },
  };
  console.log(reportTable(result));
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await dashboard.stop();
  await floor.stop();
  await database.sql.end();
}
