import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import admin from "@/admin.config";
import {
  by,
  credentials,
  migrationsFolder,
  sql,
  tableExists,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { digestOf } from "@/lib/migrations/run/plan";
import { applyMigrations, type RunOrder } from "@/lib/migrations/run/run";
import { migrationSources } from "@/lib/migrations/sources";
import type { RunEvent } from "@/lib/model/migrations/run";

afterAll(() => sql.end());

const breakpoint = "\n--> statement-breakpoint\n";

async function run(order: Omit<RunOrder, "by"> & Partial<RunOrder>, database?: string) {
  const events: RunEvent[] = [];
  const given = { ...credentials, ...(database && { database }) };
  await applyMigrations({ by, ...order }, given, (event) => events.push(event));
  return events;
}

function runsOf(prefix: string) {
  return sql`
    select id::text, actor_id, actor_name, outcome, migrations, duration_ms, failure, backup_taken, request_id,
      xmin::text as transaction
    from admin_migration_runs where prefix = ${prefix} order by id`;
}

test("an applied run is recorded in the transaction of its migrations", async () => {
  const { source, add, ledger } = await migrationsFolder("kept_");
  await add("0000_a", `create table kept_a (id int);${breakpoint}create table kept_b (id int);`);
  await add("0001_b", "select 1;");
  const events = await run({
    sources: [source],
    by: { id: "person-1", name: "Ada" },
    backupTaken: true,
    requestId: "request-1",
  });
  const [recorded, ...others] = await runsOf("kept_");
  expect(others).toEqual([]);
  expect(recorded).toMatchObject({
    actor_id: "person-1",
    actor_name: "Ada",
    outcome: "applied",
    failure: null,
    backup_taken: true,
    request_id: "request-1",
    migrations: [
      { tag: "0000_a", statements: 2 },
      { tag: "0001_b", statements: 1 },
    ],
  });
  const rows = await sql.unsafe(
    `select hash, xmin::text as transaction from ${ledger} order by id`,
  );
  expect(recorded?.migrations.map(({ hash }: { hash: string }) => hash)).toEqual(
    rows.map(({ hash }) => hash),
  );
  expect(new Set(rows.map(({ transaction }) => transaction))).toEqual(
    new Set([recorded?.transaction]),
  );
  expect(events.at(-1)).toEqual({ prefix: "kept_", kind: "recorded", runId: recorded?.id });
});

test("each statement is told before it runs, and none as applied before all have run", async () => {
  const { source, add } = await migrationsFolder("told_");
  await add("0000_a", `create table told_a (id int);${breakpoint}-- why\nselect pg_sleep(0);`);
  await add("0001_b", "select 1;");
  expect(await run({ sources: [source] })).toMatchObject([
    {
      kind: "running",
      tag: "0000_a",
      index: 1,
      total: 2,
      statement: "create table told_a (id int);",
    },
    { kind: "running", tag: "0000_a", index: 2, total: 2, statement: "select pg_sleep(0);" },
    { kind: "running", tag: "0001_b", index: 1, total: 1 },
    { kind: "applied", tag: "0000_a" },
    { kind: "applied", tag: "0001_b" },
    { kind: "recorded" },
  ]);
});

test("a failed run is recorded by what was said, without the values of rows", async () => {
  const { source, add } = await migrationsFolder("sad_");
  await add("0000_a", "create table sad_a (id int, note text);");
  await run({ sources: [source] });
  await sql`insert into sad_a values (1, 'the secret note')`;
  await add("0001_b", "select 1;");
  await add(
    "0002_c",
    `select 2;${breakpoint}alter table sad_a\n  alter note type int using note::int;`,
  );
  await add("0003_d", "select 3;");
  const events = await run({ sources: [source] });
  const [, failed] = await runsOf("sad_");
  expect(failed).toMatchObject({
    actor_name: "a test",
    outcome: "failed",
    migrations: [{ tag: "0001_b" }, { tag: "0002_c" }],
  });
  expect(failed?.failure.split("\n")).toEqual([
    "sad_: failed in 0002_c, statement 2 of 2",
    "  | alter table sad_a",
    "  |   alter note type int using note::int;",
    '  22P02: invalid input syntax for type integer: "…"',
    "  Nothing was applied.",
  ]);
  // Whoever runs it is told what Postgres said.
  const told = events.find(({ kind }) => kind === "failed");
  expect(JSON.stringify(told)).toContain("the secret note");
  expect(events.at(-1)).toMatchObject({ kind: "recorded", runId: failed?.id });
});

test("A17: a row that Postgres quotes as a whole is told to nobody", async () => {
  const { source, add } = await migrationsFolder("quoted_");
  await add(
    "0000_a",
    `create table quoted_a (id int not null, password text);${breakpoint}insert into quoted_a select null, 'hunter' || 2;`,
  );
  const events = await run({ sources: [source] });
  expect(events.at(-2)).toMatchObject({ kind: "failed", failure: { code: "23502" } });
  expect(JSON.stringify([events, await runsOf("quoted_")])).not.toContain("hunter2");
});

test("the transaction and its row are lost together", async () => {
  const { source, add } = await migrationsFolder("gone_");
  const tables =
    "create table gone_a (id int primary key); create table gone_b (a int references gone_a deferrable initially deferred);";
  await add("0000_a", `${tables} insert into gone_b values (1);`);
  await run({ sources: [source] });
  expect(await runsOf("gone_")).toMatchObject([{ outcome: "failed" }]);
});

test("a migration that changes the search path is recorded all the same", async () => {
  const { source, add } = await migrationsFolder("path_");
  await add("0000_a", "select pg_catalog.set_config('search_path', '', false);");
  await run({ sources: [source] });
  expect(await runsOf("path_")).toMatchObject([{ outcome: "applied" }]);
});

test("before the dashboard's own first migrations there is nothing to record in; they record themselves", async () => {
  const database = `${credentials.database}_first`;
  await sql.unsafe(`create database ${database}`);
  const { source, add } = await migrationsFolder("first_");
  await add("0000_a", "create table first_a (id int);");
  const own = migrationSources(admin.prefixes, {}).filter(({ prefix }) => prefix === "admin_");
  const kinds = (await run({ sources: [source, ...own] }, database)).map(
    ({ prefix, kind }) => `${prefix} ${kind}`,
  );
  expect(kinds).toContain("first_ applied");
  expect(kinds).not.toContain("first_ recorded");
  expect(kinds.at(-1)).toBe("admin_ recorded");
});

test("A28: applies what was agreed to, and nothing when that has changed since", async () => {
  const { source, add, edit } = await migrationsFolder("plan_");
  await add("0000_a", "create table plan_a (id int);");
  const digests = async () => {
    const statuses = await statusOn(credentials, [source]);
    return new Map(statuses.map((status) => [status.prefix, digestOf(status)]));
  };
  const seen = await digests();

  await edit("0000_a", (text) => `${text} create table plan_x (id int);`);
  expect(await run({ sources: [source], digests: seen })).toEqual([
    { prefix: "plan_", kind: "changed" },
  ]);
  await edit("0000_a", () => "create table plan_a (id int);");
  await add("0001_b", "create table plan_b (id int);");
  expect(await run({ sources: [source], digests: seen })).toEqual([
    { prefix: "plan_", kind: "changed" },
  ]);
  expect(await run({ sources: [source], digests: new Map() })).toEqual([
    { prefix: "plan_", kind: "changed" },
  ]);
  expect(await tableExists("plan_a")).toBe(false);

  const now = await digests();
  expect((await run({ sources: [source], digests: now })).map(({ kind }) => kind)).toContain(
    "applied",
  );
  // Whoever agreed to the same at the same time finds it done.
  expect(await run({ sources: [source], digests: now })).toEqual([
    { prefix: "plan_", kind: "nothing to do" },
  ]);
});

test("the list of runs is append-only", async () => {
  const { source, add } = await migrationsFolder("fixed_");
  await add("0000_a", "select 1;");
  await run({ sources: [source] });
  await expect(sql`update admin_migration_runs set actor_name = 'me'`).rejects.toThrow(
    "append-only",
  );
  await expect(sql`delete from admin_migration_runs`).rejects.toThrow("append-only");
});

test("F24: a runner that is killed leaves no row, and Postgres soon ends what it was doing", async () => {
  const { source, add } = await migrationsFolder("dead_");
  await add("0000_a", `create table dead_a (id int);${breakpoint}select pg_sleep(600), 'dead';`);
  const child = spawn(
    process.execPath,
    [
      "--conditions=react-server",
      "--import",
      "tsx",
      fileURLToPath(new URL("./run-child.fixture.ts", import.meta.url)),
      JSON.stringify(source),
    ],
    { stdio: "ignore" },
  );
  const sleeping = async () =>
    (
      await sql`
        select from pg_stat_activity
        where query like '%''dead''%' and pid <> pg_backend_pid() and datname = current_database()`
    ).length;
  await expect.poll(sleeping, { timeout: 20_000 }).toBe(1);
  child.kill("SIGKILL");
  await expect.poll(sleeping, { timeout: 20_000 }).toBe(0);
  expect(await tableExists("dead_a")).toBe(false);
  expect(await runsOf("dead_")).toEqual([]);
}, 60_000);
