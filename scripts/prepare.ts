// Script: readies the database for serving: migrations, sample data, the first owner. `npm start` runs it and reads its
// last line. Steps and the final sentence of a failure go to standard error.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import postgres from "postgres";
import admin from "@/admin.config";
import { isPasswordOf } from "@/lib/auth/passwords";
import { email, newPassword } from "@/lib/auth/person-schema";
import { createOwner, createSetupToken, hasUsers } from "@/lib/auth/setup";
import { closePool } from "@/lib/db/client";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";
import { pgCode } from "@/lib/db/errors";
import { DatabaseUnavailable } from "@/lib/errors";
import { statusOn } from "@/lib/migrations/prefix-status";
import { applyMigrations } from "@/lib/migrations/run/run";
import { linesOf } from "@/lib/migrations/run/run-events";
import { migrationSources } from "@/lib/migrations/sources";
import { pendingOf } from "@/lib/model/migrations/status";
import { startOfUtcDay } from "./sample/calendar";
import { fillSampleData, isEmpty } from "./sample/fill";
import { terminalActor } from "./terminal-actor";

type SignIn =
  | { kind: "demo"; email: string; password: string }
  | { kind: "env"; email: string }
  | { kind: "setup"; path: string }
  | { kind: "existing" };

/** What a person can do something about; shown as one sentence. */
class Refusal extends Error {}

const demoFile = ".data/demo-owner.json";
const demoEmail = "demo@example.com";

const { values: options } = parseArgs({
  options: { embedded: { type: "boolean" }, migrate: { type: "boolean" } },
});

/** @throws Refusal */
function credentials(): Credentials {
  try {
    return credentialsFrom(process.env);
  } catch (error) {
    throw new Refusal(error instanceof Error ? error.message : String(error));
  }
}

function step(text: string): void {
  console.error(`step: ${text}`);
}

/** One's own database is touched only where the dashboard's tables are, unless told otherwise. */
async function migrate(): Promise<{ migrated: string[]; pending: Record<string, number> }> {
  const sources = migrationSources(admin.prefixes, { FASTAPP_DIR: process.env.FASTAPP_DIR });
  const internal = admin.prefixes.filter((prefix) => prefix.internal).map(({ prefix }) => prefix);
  const mayApply = (prefix: string) =>
    options.embedded || options.migrate || internal.includes(prefix);
  const lines: string[] = [];
  const migrated = new Set<string>();
  const isDone = await applyMigrations(
    { sources: sources.filter(({ prefix }) => mayApply(prefix)), by: terminalActor() },
    credentials(),
    (event) => {
      lines.push(...linesOf(event));
      if (event.kind === "applied") migrated.add(event.prefix);
    },
  );
  if (!isDone) throw new Refusal(`The migrations could not be applied.\n${lines.join("\n")}`);
  if (migrated.size > 0) step(`Migrated ${[...migrated].join(", ")}`);
  const left = sources.filter(({ prefix }) => !mayApply(prefix));
  const statuses = left.length > 0 ? await statusOn(credentials(), left) : [];
  const pending = statuses.map((status) => [status.prefix, pendingOf(status).length] as const);
  return { migrated: [...migrated], pending: Object.fromEntries(pending) };
}

async function fillWhenEmpty(): Promise<boolean> {
  if (!options.embedded) return false;
  const given = credentials();
  const sql = postgres({ ...given, username: given.user, max: 1, onnotice: () => {} });
  try {
    if (!(await isEmpty(sql))) return false;
    const { sessions, progress } = await fillSampleData(sql, startOfUtcDay(new Date()));
    step(`Sample data: ${sessions} sessions, ${progress} measurements`);
    return true;
  } finally {
    await sql.end();
  }
}

async function seeToOwner(): Promise<SignIn> {
  const given = { email: process.env.ADMIN_EMAIL, password: process.env.ADMIN_PASSWORD };
  if (await hasUsers()) return (await knownDemoOwner()) ?? { kind: "existing" };
  if (given.email && given.password) return ownerFromEnvironment(given.email, given.password);
  return options.embedded
    ? createDemoOwner()
    : { kind: "setup", path: `/setup?token=${await createSetupToken()}` };
}

async function ownerFromEnvironment(address: string, password: string): Promise<SignIn> {
  const parsed = { email: email.safeParse(address), password: newPassword.safeParse(password) };
  if (!parsed.email.success) throw new Refusal(`ADMIN_EMAIL: ${firstIssue(parsed.email.error)}`);
  if (!parsed.password.success)
    throw new Refusal(`ADMIN_PASSWORD: ${firstIssue(parsed.password.error)}`);
  await createOwner({ name: "Owner", email: parsed.email.data, password: parsed.password.data });
  return { kind: "env", email: parsed.email.data };
}

function firstIssue(error: { issues: { message: string }[] }): string {
  return error.issues[0]?.message ?? "This is not valid.";
}

async function createDemoOwner(): Promise<SignIn> {
  const owner = { email: demoEmail, password: randomBytes(12).toString("base64url") };
  await createOwner({ name: "Demo Owner", ...owner });
  mkdirSync(".data", { recursive: true });
  writeFileSync(demoFile, JSON.stringify(owner), { mode: 0o600 });
  return { kind: "demo", ...owner };
}

/** The demo owner of an earlier start, as long as its password still opens the door. */
async function knownDemoOwner(): Promise<SignIn | undefined> {
  if (!options.embedded) return undefined;
  try {
    const owner = JSON.parse(readFileSync(demoFile, "utf8")) as { email: string; password: string };
    return (await isPasswordOf(owner.email, owner.password))
      ? { kind: "demo", ...owner }
      : undefined;
  } catch {
    return undefined;
  }
}

function explain(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof DatabaseUnavailable) {
    const { host, port, database, user } = credentials();
    return `The database ${database} at ${host}:${port} cannot be reached as ${user} (${reasonOf(error)}). Check POSTGRES_HOST and its fellows in .env.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

const reasons: Record<string, string> = {
  ECONNREFUSED: "connection refused",
  ENOTFOUND: "no such host",
  CONNECT_TIMEOUT: "no answer",
  "28P01": "wrong password",
  "28000": "not allowed",
  "3D000": "no such database",
  "53300": "too many connections",
  "57P03": "it is starting up or shutting down",
};

function reasonOf({ cause }: DatabaseUnavailable): string {
  const code = pgCode(cause) ?? "no answer in time";
  return reasons[code] ?? code;
}

try {
  const { migrated, pending } = await migrate();
  const sample = await fillWhenEmpty();
  const signIn = await seeToOwner();
  console.log(`result: ${JSON.stringify({ migrated, pending, sample, signIn })}`);
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
} finally {
  await closePool(1);
}
