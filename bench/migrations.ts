// Bench: what the migration pages and the drift check cost on a long history, beside reading its files and ledger raw.
// `npm run bench:migrations [-- --migrations 150] [--json file]`. Needs a build. Uses a database of its own.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { prepareHistoryDatabase } from "./database";
import { makeHistory } from "./history";
import { compared, type Job, measureInterleaved } from "./measure";
import { startDashboard } from "./server";

const { values: options } = parseArgs({
  options: { migrations: { type: "string", default: "150" }, json: { type: "string" } },
});

const migrations = Number(options.migrations);
const root = await makeHistory("base_", migrations);
const database = await prepareHistoryDatabase({ FASTAPP_DIR: root });
const dashboard = await startDashboard(database, { FASTAPP_DIR: root });

/** Every file read and hashed, and the ledger selected: what no status can do without. */
async function readRaw() {
  const start = performance.now();
  const folder = join(root, "drizzle-sql");
  const names = readdirSync(folder).filter((name) => name.endsWith(".sql"));
  const hashes = names.map((name) =>
    createHash("sha256")
      .update(readFileSync(join(folder, name)))
      .digest("hex"),
  );
  const rows = await database.sql`select hash from drizzle.base_migrations`;
  if (rows.length !== hashes.length) throw new Error("The history has not been applied.");
  return { ms: performance.now() - start, bytes: 0, body: "" };
}

const pages = {
  overview: "/migrations",
  timeline: "/migrations/base_",
  "one migration": "/migrations/base_/0100_step_100",
  json: "/api/migrations",
};

try {
  const idleMb = dashboard.residentMb();
  const jobs: Job[] = Object.entries(pages).flatMap(([name, path]) => [
    { name, side: "floor" as const, run: readRaw },
    { name, side: "ours" as const, run: () => dashboard.fetch(path) },
  ]);
  const measured = await measureInterleaved(jobs);
  const pagesMb = dashboard.residentMb();
  const drift = await dashboard.post("/api/migrations/drift", {
    accept: "application/x-ndjson",
  });
  const [{ objects } = { objects: 0 }] = await database.sql<{ objects: number }[]>`
    select (select count(*) from pg_attribute a join pg_class c on c.oid = a.attrelid
        where a.attnum > 0 and c.relkind = 'r' and starts_with(c.relname, 'base_'))::int
      + (select count(*) from pg_class where starts_with(relname, 'base_'))::int
      + (select count(*) from pg_constraint where starts_with(conname, 'base_'))::int as objects`;
  const result = {
    migrations,
    objects,
    jobs: measured,
    driftMs: Math.round(drift.ms),
    driftEnd: drift.body.trim().split("\n").at(-1),
    memoryMb: { idle: idleMb, pages: pagesMb, drift: dashboard.residentMb() },
  };
  for (const { name, floor, p50, p95, bytes } of compared(measured)) {
    console.log(
      `${name.padEnd(14)} floor ${floor.toFixed(1)} ms, ours ${p50.toFixed(1)} ms (p95 ${p95.toFixed(1)}), ${(p50 / floor).toFixed(1)} ×, ${(bytes / 1024).toFixed(1)} K`,
    );
  }
  const { memoryMb } = result;
  console.log(`drift check of ${objects} objects: ${result.driftMs} ms, ${result.driftEnd}`);
  console.log(
    `resident memory of the server: ${memoryMb.idle} MB idle, ${memoryMb.pages} MB after the pages, ${memoryMb.drift} MB after the drift check`,
  );
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, null, 2)}\n`);
} finally {
  await dashboard.stop();
  await database.sql.end();
  rmSync(root, { recursive: true });
}
