import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import {
  by,
  credentials,
  ledgerOf,
  migrate,
  migrationsFolder,
  sql,
  tableExists,
} from "@/lib/migrations/migrations-folder.fixture";
import { applyMigrations } from "@/lib/migrations/run/run";
import { linesOf } from "@/lib/migrations/run/run-events";

afterAll(() => sql.end());

const runner = fileURLToPath(new URL("./run-child.fixture.ts", import.meta.url));
const breakpoint = "\n--> statement-breakpoint\n";

test("applies what is pending, once, and says what it did", async () => {
  const { source, add, ledger } = await migrationsFolder("once_");
  await add("0000_a", `create table once_a (id int);${breakpoint}create table once_b (id int);`);
  await add("0001_b", "alter table once_a add column note text;");
  expect(await migrate(source)).toMatchObject([
    { prefix: "once_", kind: "applied", tag: "0000_a", statements: 2 },
    { prefix: "once_", kind: "applied", tag: "0001_b", statements: 1 },
  ]);
  expect((await ledgerOf(ledger)).rows).toMatchObject([
    { id: 1, created_at: "1700000000000" },
    { id: 2, created_at: "1700000001000" },
  ]);
  expect(await migrate(source)).toEqual([{ prefix: "once_", kind: "nothing to do" }]);
});

test("a failing statement leaves nothing, and is shown with its place", async () => {
  const { source, add, ledger } = await migrationsFolder("fail_");
  await add("0000_a", "create table fail_a (id int);");
  await add("0001_b", `create table fail_b (id int);${breakpoint}alter table fail_b\n  add x txt;`);
  const [event] = await migrate(source);
  expect(event).toMatchObject({
    kind: "failed",
    outcome: "rolled back",
    failure: { tag: "0001_b", index: 2, total: 2, code: "42704", position: 29 },
  });
  expect(event && linesOf(event)).toEqual([
    "fail_: failed in 0001_b, statement 2 of 2",
    "  | alter table fail_b",
    "  |   add x txt;",
    "  |         ^",
    '  42704: type "txt" does not exist (line 3, column 9)',
    "  Nothing was applied.",
  ]);
  expect(await tableExists("fail_a")).toBe(false);
  expect(await tableExists(ledger)).toBe(false);
});

test("a constraint that is checked at the commit fails as a whole", async () => {
  const { source, add } = await migrationsFolder("late_");
  const tables =
    "create table late_a (id int primary key); create table late_b (a int references late_a deferrable initially deferred);";
  await add("0000_a", `${tables}${breakpoint}insert into late_b values (1);`);
  const [event] = await migrate(source);
  expect(event).toMatchObject({ kind: "failed", outcome: "rolled back" });
  expect(event).not.toHaveProperty("failure");
  expect(await tableExists("late_a")).toBe(false);
});

test("a migration that commits by itself is not said to have left nothing", async () => {
  const { source, add } = await migrationsFolder("stray_");
  await add("0000_a", `create table stray_a (id int);${breakpoint}commit;${breakpoint}select 1/0;`);
  const [event] = await migrate(source);
  expect(event).toMatchObject({ kind: "failed", outcome: "committed" });
  expect(await tableExists("stray_a")).toBe(true);
});

test("stops at the first prefix that fails", async () => {
  const first = await migrationsFolder("first_");
  const second = await migrationsFolder("second_");
  await first.add("0000_a", "select 1/0;");
  await second.add("0000_a", "create table second_a (id int);");
  const events = await migrate(first.source, second.source);
  expect(events.map(({ prefix, kind }) => [prefix, kind])).toEqual([["first_", "failed"]]);
  expect(await tableExists("second_a")).toBe(false);
});

test("F24: of two runs at once one applies, the other waits and has nothing to do", async () => {
  const { source, add, ledger } = await migrationsFolder("race_");
  await add("0000_a", "create table race_a (id int); select pg_sleep(0.5);");
  const runs = await Promise.all([migrate(source), migrate(source)]);
  const kinds = runs.map((events) => events.map(({ kind }) => kind)).toSorted();
  expect(kinds).toEqual([["applied"], ["waiting", "nothing to do"]]);
  expect((await ledgerOf(ledger)).rows).toHaveLength(1);
});

test("F24: a run whose server process dies leaves nothing", async () => {
  const { source, add, ledger } = await migrationsFolder("died_");
  await add("0000_a", `create table died_a (id int);${breakpoint}select pg_sleep(30);`);
  const running = migrate(source);
  await terminate("select pg_sleep(30)");
  expect(await running).toMatchObject([{ kind: "failed", outcome: "rolled back" }]);
  expect(await tableExists("died_a")).toBe(false);
  expect(await tableExists(ledger)).toBe(false);
});

test("F24: a run that is killed leaves nothing", async () => {
  const { source, add, ledger } = await migrationsFolder("killed_");
  await add("0000_a", `create table killed_a (id int);${breakpoint}select pg_sleep(2), 'killed';`);
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", runner, JSON.stringify(source)],
    { stdio: "ignore" },
  );
  await expect.poll(() => backendsRunning("'killed'"), { timeout: 20_000 }).toBe(1);
  child.kill("SIGKILL");
  await expect.poll(() => backendsRunning("'killed'"), { timeout: 10_000 }).toBe(0);
  expect(await tableExists("killed_a")).toBe(false);
  expect(await tableExists(ledger)).toBe(false);
  expect(await migrate(source)).toMatchObject([{ kind: "applied" }]);
}, 40_000);

test("a table that is in use holds the run up for a limited time only", async () => {
  const { source, add } = await migrationsFolder("wait_");
  await add(
    "0000_a",
    "create table wait_limit as select current_setting('lock_timeout') as value;",
  );
  await migrate(source);
  expect(await sql`select value from wait_limit`).toMatchObject([{ value: "10s" }]);
  await add("0001_b", "set local lock_timeout = '50ms'; drop table wait_limit;");
  await sql.begin(async (tx) => {
    await tx`select * from wait_limit`;
    expect(await migrate(source)).toMatchObject([
      { kind: "failed", failure: { code: "55P03" }, outcome: "rolled back" },
    ]);
  });
});

test.each([
  ["skipped forever", async (folder: Folder) => folder.add("0002_c", "select 1;", 1000)],
  ["file missing", async (folder: Folder) => folder.remove("0001_b")],
  ["null ceiling", (folder: Folder) => sql.unsafe(`update ${folder.ledger} set created_at = null`)],
  ["restamped", (folder: Folder) => folder.restamp("0000_a", 1_800_000_000_000)],
  ["folder missing", (folder: Folder) => folder.delete()],
])("refuses when the status is %s", async (state, spoil) => {
  const prefix = `no_${state.replaceAll(" ", "_")}_`;
  const folder = await migrationsFolder(prefix);
  await folder.add("0000_a", "select 1;");
  await migrate(folder.source);
  await folder.add("0001_b", `create table ${prefix}b (id int);`);
  await spoil(folder);
  const [event] = await migrate(folder.source);
  expect(event).toMatchObject({ kind: "refused", findings: [{ state }] });
  expect(await tableExists(`${prefix}b`)).toBe(false);
});

test("refuses to start over tables that are there already", async () => {
  const { source, add, ledger } = await migrationsFolder("base_line_");
  await add("0000_a", 'CREATE TABLE "base_line_a" (id int);');
  await sql`create table base_line_a (id int)`;
  expect(await migrate(source)).toMatchObject([
    { kind: "refused", findings: [{ state: "baseline" }] },
  ]);
  expect(await tableExists(ledger)).toBe(false);
});

test("a file that is lost after it was applied does not stop a run with nothing to do", async () => {
  const { source, add, remove } = await migrationsFolder("lost_");
  await add("0000_a", "select 1;");
  await migrate(source);
  await remove("0000_a");
  expect(await migrate(source)).toEqual([{ prefix: "lost_", kind: "nothing to do" }]);
});

test("a database that refuses is one error, not a list of wrong prefixes", async () => {
  const { source } = await migrationsFolder("gone_");
  const nowhere = { ...credentials, database: "no_such_database" };
  await expect(applyMigrations({ sources: [source], by }, nowhere, () => {})).rejects.toMatchObject(
    {
      name: "DatabaseUnavailable",
      cause: { code: "3D000" },
    },
  );
});

type Folder = Awaited<ReturnType<typeof migrationsFolder>>;

async function backendsRunning(text: string): Promise<number> {
  const backends = await sql`
    select pid from pg_stat_activity
    where query like ${`%${text}%`} and pid <> pg_backend_pid() and datname = current_database()`;
  return backends.length;
}

/** Ends the server process that runs `statement`, once there is one. */
async function terminate(statement: string) {
  await expect.poll(() => backendsRunning(statement)).toBe(1);
  await sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where query like ${`%${statement}%`} and pid <> pg_backend_pid()`;
}
