// Tests: once per run, a template database with every migration of the three prefixes.
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import type { TestProject } from "vitest/node";
import { ensureTestCluster } from "./cluster.mjs";
import { emptySettings } from "./test-environment.mjs";

declare module "vitest" {
  interface ProvidedContext {
    testDatabase: { env: Record<string, string>; template: string };
  }
}

const connection = { max: 1, onnotice: () => {} };

export default async function setUp(project: TestProject) {
  const cluster = await ensureTestCluster();
  // One cluster serves every run of this checkout; each run owns the databases that begin with its
  // name.
  const template = `run_${process.pid}`;
  Object.assign(process.env, emptySettings(), cluster.env, { POSTGRES_DB: template });
  const admin = postgres({ ...connection, ...address(cluster.env), database: "postgres" });
  await admin.unsafe(`CREATE DATABASE ${template}`);
  await migrateAll(postgres({ ...connection, ...address(cluster.env), database: template }));
  project.provide("testDatabase", { env: cluster.env, template });

  return async function tearDown() {
    const own =
      await admin`SELECT datname FROM pg_database WHERE starts_with(datname, ${template})`;
    for (const { datname } of own) await admin.unsafe(`DROP DATABASE ${datname} WITH (FORCE)`);
    await admin.end();
    await cluster.release();
  };
}

async function migrateAll(sql: postgres.Sql) {
  // Imported late: the configs read the environment.
  const configs = await Promise.all([
    import("../../drizzle.fastapp.config"),
    import("../../drizzle.config"),
    import("../../drizzle.admin.config"),
  ]);
  for (const { default: config } of configs) {
    if (!config.out || !config.migrations?.table)
      throw new Error("A drizzle config names no ledger.");
    await migrate(drizzle(sql), {
      migrationsFolder: config.out,
      migrationsTable: config.migrations.table,
    });
  }
  await sql.end();
}

export function address(env: Record<string, string>) {
  return {
    host: env.POSTGRES_HOST,
    port: Number(env.POSTGRES_PORT),
    user: env.POSTGRES_USER,
    password: env.POSTGRES_PASSWORD,
  };
}
