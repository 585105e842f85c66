// Script: applies the migrations of prefixes, or prints their status.
import { parseArgs } from "node:util";
import admin from "@/admin.config";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";
import { pgCode } from "@/lib/db/errors";
import { DatabaseUnavailable } from "@/lib/errors";
import type { MigrationSource } from "@/lib/migrations/facts";
import { statusLines } from "@/lib/migrations/judge/status-lines";
import { statusOn } from "@/lib/migrations/prefix-status";
import { applyMigrations } from "@/lib/migrations/run/run";
import { linesOf, progressLineOf } from "@/lib/migrations/run/run-events";
import { migrationSources } from "@/lib/migrations/sources";
import type { RunEvent } from "@/lib/model/migrations/run";
import { verdictOf } from "@/lib/model/migrations/status";
import { terminalActor } from "./terminal-actor";

const usage = `Usage: migrate.ts [--status] <prefix…|--all>

Applies what is pending. With --status only tells it: exits 0 when clean, 1 when something is
pending, 2 when something is wrong.`;

/** What a person can do something about; shown without a stack. */
class Refusal extends Error {}

type Order = { sources: MigrationSource[]; isStatus: boolean; isHelp: boolean };

function readOrder(): Order {
  const { values, positionals } = parseOptions();
  const sources = migrationSources(admin.prefixes, {
    FASTAPP_DIR: process.env.FASTAPP_DIR,
    PROJECT_DIR: process.env.PROJECT_DIR,
  });
  const known = sources.map(({ prefix }) => prefix);
  const stranger = positionals.find((name) => !known.includes(name));
  if (stranger) throw new Refusal(`There is no prefix ${stranger}; there are ${known.join(", ")}.`);
  if (!values.all && positionals.length === 0 && !values.help) throw new Refusal(usage);
  return {
    sources: sources.filter(({ prefix }) => values.all || positionals.includes(prefix)),
    isStatus: values.status ?? false,
    isHelp: values.help ?? false,
  };
}

function parseOptions() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        all: { type: "boolean" },
        status: { type: "boolean" },
        help: { type: "boolean", short: "h" },
      },
    });
  } catch (error) {
    throw new Refusal(`${(error as Error).message}\n\n${usage}`);
  }
}

/** In a terminal the last line says what is running, until something came of it. */
function tell(event: RunEvent): void {
  if (process.stdout.isTTY) {
    const line = progressLineOf(event) ?? "";
    process.stdout.write(`\r\x1b[2K${line.slice(0, process.stdout.columns - 1)}`);
  }
  print(linesOf(event));
}

function print(lines: string[]): void {
  for (const line of lines) console.log(line);
}

/** @returns the exit code */
async function main(): Promise<number> {
  const { sources, isStatus, isHelp } = readOrder();
  if (isHelp) {
    print([usage]);
    return 0;
  }
  const credentials = credentialsFrom(process.env);
  if (!credentials.host) throw new Refusal("No database is set: POSTGRES_HOST is empty.");
  if (isStatus) {
    const statuses = await statusOn(credentials, sources);
    print(statusLines(statuses));
    return { clean: 0, pending: 1, wrong: 2 }[verdictOf(...statuses)];
  }
  const isDone = await applyMigrations({ sources, by: terminalActor() }, credentials, tell);
  return isDone ? 0 : 1;
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof DatabaseUnavailable) return unreachable(error, credentialsFrom(process.env));
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function unreachable(error: DatabaseUnavailable, { host, port, database }: Credentials): string {
  const code = pgCode(error.cause);
  return `The database ${database} at ${host}:${port} cannot be reached${code ? ` (${code})` : ""}.`;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = process.argv.includes("--status") ? 2 : 1;
}
