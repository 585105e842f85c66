// Script: fills the demo data into empty tables, and on request the big tables with generated rows.
import { parseArgs } from "node:util";
import postgres from "postgres";
import { credentialsFrom } from "@/lib/db/credentials";
import { fillProgress } from "./sample/bulk-progress";
import { fillSessions } from "./sample/bulk-sessions";
import { startOfUtcDay } from "./sample/calendar";
import { fillSampleData, holdsSampleData, isEmpty } from "./sample/fill";

const USAGE = `Usage: npm run sample -- [--rows N] [--progress M]

Fills the demo data into empty tables, then
  --rows N       generates coaching sessions until there are N, for example 1000000
  --progress M   generates progress measurements until there are M`;

/** What a person can do something about; shown without a stack. */
class Refusal extends Error {}

type Wanted = { rows: number; progress: number };

function readArguments(): Wanted | "help" {
  try {
    const { values } = parseArgs({
      options: {
        rows: { type: "string", default: "0" },
        progress: { type: "string", default: "0" },
        help: { type: "boolean", short: "h" },
      },
    });
    if (values.help) return "help";
    return {
      rows: toCount("--rows", values.rows),
      progress: toCount("--progress", values.progress),
    };
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${USAGE}`);
  }
}

function toCount(option: string, text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Error(`${option} is "${text}", which is not a number of rows.`);
}

async function fill(sql: postgres.Sql, wanted: Wanted): Promise<void> {
  const today = startOfUtcDay(new Date());
  if (await isEmpty(sql)) {
    const counts = await fillSampleData(sql, today);
    const parts = Object.entries(counts).map(([name, count]) => `${count} ${name}`);
    console.log(`Filled ${parts.join(", ")}.`);
  } else if (wanted.rows + wanted.progress === 0) {
    throw new Refusal("The tables hold rows already: the demo data goes into empty tables only.");
  } else if (!(await holdsSampleData(sql))) {
    throw new Refusal("The tables hold rows that are not sample data: nothing is added to those.");
  }
  await generate("coaching sessions", wanted.rows, () => fillSessions(sql, wanted.rows, today));
  await generate("measurements", wanted.progress, () => fillProgress(sql, wanted.progress, today));
}

async function generate(what: string, rows: number, run: () => Promise<number>): Promise<void> {
  if (rows === 0) return;
  console.log(`Generating ${what} up to ${rows.toLocaleString("en")} …`);
  const start = performance.now();
  const added = await run();
  const seconds = (performance.now() - start) / 1000;
  const perSecond = Math.round(added / seconds).toLocaleString("en");
  console.log(
    `Added ${added.toLocaleString("en")} ${what} in ${seconds.toFixed(1)} s (${perSecond} rows/s).`,
  );
}

/** What a person can act upon, in one sentence. */
function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof postgres.PostgresError && error.code === "42P01") {
    return `A table is missing (${error.message}): run \`npm run migrate:all\` first.`;
  }
  const { code, message } = error as { code?: string; message?: string };
  return `The sample data could not be written: ${message || code || error}.`;
}

async function main(): Promise<void> {
  const wanted = readArguments();
  if (wanted === "help") return console.log(USAGE);
  const credentials = credentialsFrom(process.env);
  if (!credentials.host) throw new Refusal("No database is set: POSTGRES_HOST is empty.");
  const sql = postgres({ ...credentials, max: 1, onnotice: () => {} });
  try {
    await fill(sql, wanted);
  } finally {
    await sql.end();
  }
}

await main().catch((error: unknown) => {
  console.error(explain(error));
  process.exitCode = 1;
});
