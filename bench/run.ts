// Bench: what lists, searches and saves cost on big tables, as ratios to the least that could be, measured in the same run.
// `npm run bench [-- --rows 1000000 --progress-rows 5000000] [--json file]`; `--rows` again for another size beside it.
// Needs a build. Uses a database of its own, `fastapp_bench`.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type BenchDatabase, prepareBenchDatabase, type Sizes } from "./database";
import { startFloor } from "./floor";
import { type Job, measureInterleaved, requestsPerSecond } from "./measure";
import { growthTable, type Result, reportTable } from "./report";
import { saveStep } from "./save";
import { type Dashboard, startDashboard } from "./server";
import { indexedSearchSteps, listSteps, type Step, searchSteps } from "./steps";
import { addTrigramIndexes, dropTrigramIndexes } from "./trigrams";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", multiple: true, default: ["1000000"] },
    "progress-rows": { type: "string", default: "5000000" },
    json: { type: "string" },
  },
});
const progress = Number(options["progress-rows"]);

/** A scan of a whole table takes a second. */
const seldom = { warmUps: 2, runs: 20 };

const results: Result[] = [];
// A table is filled up from what it has, so the small sizes come first.
for (const sessions of options.rows.map(Number).sort((a, b) => a - b)) {
  const result = await bench({ sessions, progress });
  results.push(result);
  console.log(reportTable(result));
}
if (results.length > 1) console.log(growthTable(results));
if (options.json) writeFileSync(options.json, `${JSON.stringify(results, null, 2)}\n`);

async function bench(sizes: Sizes): Promise<Result> {
  const database = await prepareBenchDatabase(sizes);
  const floor = await startFloor(database.sql);
  const jobs = (steps: Step[]): Job[] =>
    steps.flatMap(({ name, sql, ask }) => [
      { name, side: "floor" as const, run: () => floor.fetch(sql) },
      { name, side: "ours" as const, run: ask },
    ]);
  try {
    const plain = await withDashboard(database, async (dashboard) => {
      const idle = dashboard.residentMb();
      const lists = jobs(await listSteps(database.sql, sizes.sessions, dashboard));
      const save = jobs([await saveStep(database.sql, dashboard)]);
      const measured = await measureInterleaved([...lists, ...save]);
      const [first, ours] = lists;
      return {
        jobs: [...measured, ...(await measureInterleaved(jobs(searchSteps(dashboard)), seldom))],
        throughput: { floor: await requestsPerSecond(first), ours: await requestsPerSecond(ours) },
        memoryMb: { idle, after: dashboard.residentMb() },
      };
    });
    // What the dashboard knows of a table's indexes is a while old: another one.
    const indexed = (await addTrigramIndexes(database.sql))
      ? await withDashboard(database, (dashboard) =>
          measureInterleaved(jobs(indexedSearchSteps(dashboard))),
        )
      : [];
    return { ...sizes, ...plain, jobs: [...plain.jobs, ...indexed] };
  } finally {
    await floor.stop();
    await dropTrigramIndexes(database.sql);
    await database.sql.end();
  }
}

async function withDashboard<T>(
  database: BenchDatabase,
  work: (dashboard: Dashboard) => Promise<T>,
): Promise<T> {
  const dashboard = await startDashboard(database);
  try {
    return await work(dashboard);
  } finally {
    await dashboard.stop();
  }
}
