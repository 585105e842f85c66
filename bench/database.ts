// Bench: a database of its own, migrated and filled to a number of sessions, with somebody who is signed in.
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import admin from "@/admin.config";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";
import { applyMigrations } from "@/lib/migrations/run/run";
import { migrationSources } from "@/lib/migrations/sources";
import { fillSessions } from "../scripts/sample/bulk-sessions";
import { startOfUtcDay } from "../scripts/sample/calendar";
import { fillSampleData, isEmpty } from "../scripts/sample/fill";
import { terminalActor } from "../scripts/terminal-actor";

const name = "fastapp_bench";
const historyName = "fastapp_bench_history";

export type BenchDatabase = {
  sql: postgres.Sql;
  credentials: Credentials;
  sessionToken: string;
};

export async function prepareBenchDatabase(
  rows: number,
): Promise<BenchDatabase & { rows: number }> {
  const given = credentialsFrom(process.env);
  await createDatabase(given, name);
  const credentials = { ...given, database: name };
  const order = { sources: migrationSources(admin.prefixes, {}), by: terminalActor() };
  await applyMigrations(order, credentials, () => {});
  const sql = postgres({ ...credentials, username: credentials.user, max: 8, onnotice: () => {} });
  const today = startOfUtcDay(new Date());
  if (await isEmpty(sql)) await fillSampleData(sql, today);
  await fillSessions(sql, rows, today);
  await sql`vacuum (analyze) ai_coach_some_sessions`;
  const [counted] = await sql<{ rows: number }[]>`
    select count(*)::int as rows from ai_coach_some_sessions`;
  return { sql, credentials, rows: counted?.rows ?? 0, sessionToken: await signIn(sql) };
}

/** Fresh, and migrated with the folders that `env` names. */
export async function prepareHistoryDatabase(env: { FASTAPP_DIR: string }): Promise<BenchDatabase> {
  const given = credentialsFrom(process.env);
  const server = postgres({ ...given, username: given.user, max: 1, onnotice: () => {} });
  await server`drop database if exists ${server(historyName)} with (force)`;
  await server.end();
  await createDatabase(given, historyName);
  const credentials = { ...given, database: historyName };
  const order = { sources: migrationSources(admin.prefixes, env), by: terminalActor() };
  const isDone = await applyMigrations(order, credentials, () => {});
  if (!isDone) throw new Error("The history could not be applied.");
  const sql = postgres({ ...credentials, username: credentials.user, max: 2, onnotice: () => {} });
  return { sql, credentials, sessionToken: await signIn(sql) };
}

async function createDatabase(credentials: Credentials, name: string): Promise<void> {
  const sql = postgres({ ...credentials, username: credentials.user, max: 1 });
  const [existing] = await sql`select from pg_database where datname = ${name}`;
  if (!existing) await sql`create database ${sql(name)}`;
  await sql.end();
}

async function signIn(sql: postgres.Sql): Promise<string> {
  const id = randomUUID();
  const token = randomUUID();
  await sql`insert into admin_users (id, name, email, role) values (${id}, 'Bench', ${`${id}@example.com`}, 'owner')`;
  await sql`
    insert into admin_sessions (id, token, user_id, expires_at)
    values (${randomUUID()}, ${token}, ${id}, now() + interval '1 day')`;
  return token;
}
