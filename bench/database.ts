// Bench: a database of its own, migrated and filled to a number of rows, with somebody who is signed in.
import { randomUUID } from "node:crypto";
import { hashPassword } from "better-auth/crypto";
import { getTableName, type Table } from "drizzle-orm";
import postgres from "postgres";
import admin from "@/admin.config";
import { type Credentials, credentialsFrom } from "@/lib/db/credentials";
import { coachingSessions, progressTracking } from "@/lib/db/schema";
import { applyMigrations } from "@/lib/migrations/run/run";
import { migrationSources } from "@/lib/migrations/sources";
import { countRows } from "../scripts/sample/bulk";
import { fillProgress } from "../scripts/sample/bulk-progress";
import { fillSessions } from "../scripts/sample/bulk-sessions";
import { startOfUtcDay } from "../scripts/sample/calendar";
import { fillSampleData, isEmpty } from "../scripts/sample/fill";
import { terminalActor } from "../scripts/terminal-actor";
import { dropTrigramIndexes } from "./trigrams";

const name = "fastapp_bench";
const historyName = "fastapp_bench_history";

export type BenchDatabase = {
  sql: postgres.Sql;
  credentials: Credentials;
  /** Of the person's session. */
  sessionToken: string;
  person: Person;
};

type Person = { email: string; password: string };

export type Sizes = { sessions: number; progress: number };

export async function prepareBenchDatabase(sizes: Sizes): Promise<BenchDatabase> {
  const given = credentialsFrom(process.env);
  await createDatabase(given, name);
  const credentials = { ...given, database: name };
  const order = { sources: migrationSources(admin.prefixes, {}), by: terminalActor() };
  await applyMigrations(order, credentials, () => {});
  const sql = postgres({ ...credentials, username: credentials.user, max: 8, onnotice: () => {} });
  const today = startOfUtcDay(new Date());
  if (await isEmpty(sql)) await fillSampleData(sql, today);
  // They would slow the filling down, and a search is measured without them too.
  await dropTrigramIndexes(sql);
  await fillTo(sql, coachingSessions, sizes.sessions, today, fillSessions);
  await fillTo(sql, progressTracking, sizes.progress, today, fillProgress);
  return { sql, credentials, ...(await addOwner(sql)) };
}

/** Up from what is there; anew where that is more. */
async function fillTo(
  sql: postgres.Sql,
  table: Table,
  rows: number,
  today: Date,
  fill: typeof fillSessions,
): Promise<void> {
  if ((await countRows(sql, table)) > rows) await sql`truncate ${sql(getTableName(table))}`;
  await fill(sql, rows, today);
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
  return { sql, credentials, ...(await addOwner(sql)) };
}

async function createDatabase(credentials: Credentials, name: string): Promise<void> {
  const sql = postgres({ ...credentials, username: credentials.user, max: 1 });
  const [existing] = await sql`select from pg_database where datname = ${name}`;
  if (!existing) await sql`create database ${sql(name)}`;
  await sql.end();
}

async function addOwner(
  sql: postgres.Sql,
): Promise<Pick<BenchDatabase, "sessionToken" | "person">> {
  const id = randomUUID();
  const person = { email: `${id}@example.com`, password: randomUUID() };
  const sessionToken = randomUUID();
  await sql`insert into admin_users (id, name, email, role) values (${id}, 'Bench', ${person.email}, 'owner')`;
  await sql`
    insert into admin_accounts (id, account_id, provider_id, user_id, password)
    values (${randomUUID()}, ${id}, 'credential', ${id}, ${await hashPassword(person.password)})`;
  await sql`
    insert into admin_sessions (id, token, user_id, expires_at)
    values (${randomUUID()}, ${sessionToken}, ${id}, now() + interval '1 day')`;
  return { sessionToken, person };
}
