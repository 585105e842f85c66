// Bench: a database of its own, migrated and filled to a number of sessions, with somebody who is signed in.
import { randomUUID } from "node:crypto";
import postgres from "postgres";
import admin from "@/admin.config";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";
import { applyMigrations } from "@/lib/migrations/run";
import { migrationSources } from "@/lib/migrations/sources";
import { fillSessions } from "../scripts/sample/bulk-sessions";
import { startOfUtcDay } from "../scripts/sample/calendar";
import { fillSampleData, isEmpty } from "../scripts/sample/fill";
import { terminalActor } from "../scripts/terminal-actor";

const name = "fastapp_bench";

export type BenchDatabase = {
  sql: postgres.Sql;
  credentials: Credentials;
  rows: number;
  sessionToken: string;
};

export async function prepareBenchDatabase(rows: number): Promise<BenchDatabase> {
  const given = credentialsFrom(process.env);
  await createDatabase(given);
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

async function createDatabase(credentials: Credentials): Promise<void> {
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
