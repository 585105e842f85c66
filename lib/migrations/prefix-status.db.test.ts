import { mkdir, rm, writeFile } from "node:fs/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import { migrate as drizzleMigrate } from "drizzle-orm/postgres-js/migrator";
import { afterAll, expect, test } from "vitest";
import type { MigrationSource } from "@/lib/migrations/facts";
import {
  credentials,
  type MigrationsFolder,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { verdictOf } from "@/lib/model/migrations/status";

afterAll(() => sql.end());

async function statusOf(source: MigrationSource, as = credentials) {
  const [status] = await statusOn(as, [source]);
  if (!status) throw new Error("A source has a status.");
  return status;
}

/** Two migrations, applied by our runner. */
async function applied(prefix: string): Promise<MigrationsFolder> {
  const folder = await migrationsFolder(prefix);
  await folder.add("0000_notes", `CREATE TABLE "${prefix}notes" (\n\tid int\n);`);
  await folder.add("0001_text", `ALTER TABLE "${prefix}notes"\n\tADD COLUMN "text" text;`);
  await migrate(folder.source);
  return folder;
}

test("clean after a run", async () => {
  const { source } = await applied("ok_");
  expect(await statusOf(source)).toMatchObject({ severity: "ok", headline: "Up to date" });
});

test("never run, then pending", async () => {
  const { source, add } = await migrationsFolder("new_");
  await add("0000_notes", "create table new_notes (id int);");
  expect((await statusOf(source)).headline).toBe("Never run: 1 pending");
  await migrate(source);
  await add("0001_more", "select 1;");
  expect((await statusOf(source)).headline).toBe("1 pending");
});

type Case = [
  expected: { state: string; severity: string },
  spoil: (folder: MigrationsFolder) => Promise<unknown>,
];

const cases: Case[] = [
  [
    { state: "edited", severity: "high" },
    (it) => it.edit("0001_text", (text) => `${text} -- later`),
  ],
  [{ state: "file missing", severity: "critical" }, (it) => it.remove("0001_text")],
  [{ state: "unjournaled", severity: "warn" }, (it) => it.write("0002_forgotten", "select 1;")],
  [{ state: "restamped", severity: "warn" }, (it) => it.restamp("0000_notes", 1_690_000_000_000)],
  [
    { state: "restamped", severity: "critical" },
    (it) => it.restamp("0001_text", 1_710_000_000_000),
  ],
  [
    { state: "skipped forever", severity: "critical" },
    (it) => it.add("0002_late", "select 1;", 1_600_000_000_000),
  ],
  [
    { state: "duplicate entry", severity: "high" },
    (it) => it.add("0001_text", "select 1;", 1_710_000_000_000),
  ],
  [
    { state: "order hazard", severity: "warn" },
    (it) => it.add("0002_future", "select 1;", Date.now() + 86_400_000),
  ],
  [
    { state: "null ceiling", severity: "critical" },
    (it) => sql.unsafe(`update ${it.ledger} set created_at = null where id = 2`),
  ],
  [
    { state: "orphan row", severity: "high" },
    (it) => sql.unsafe(`insert into ${it.ledger} (hash, created_at) values ('abc', 1)`),
  ],
  [{ state: "baseline", severity: "high" }, (it) => sql.unsafe(`drop table ${it.ledger}`)],
  [{ state: "folder missing", severity: "critical" }, (it) => it.delete()],
  [
    { state: "journal unreadable", severity: "critical" },
    (it) => writeFile(it.journal, '{ "entries": [\n<<<<<<< HEAD\n'),
  ],
];

test.each(cases)("really produced: %o", async ({ state, severity }, spoil) => {
  const folder = await applied(`s_${state.replaceAll(" ", "_")}_${severity}_`);
  await spoil(folder);
  const status = await statusOf(folder.source);
  const found = [...status.findings, ...status.migrations.flatMap(({ findings }) => findings)];
  expect(found).toContainEqual(expect.objectContaining({ state, severity }));
  expect(verdictOf(status)).toBe("wrong");
});

test("a checkout with CRLF is the same text", async () => {
  const { source, edit } = await applied("crlf_");
  await edit("0000_notes", (text) => text.replaceAll("\n", "\r\n"));
  const status = await statusOf(source);
  expect(status.migrations[0]).toMatchObject({ state: "edited", severity: "info" });
  expect(verdictOf(status)).toBe("clean");
});

test("double row: two migrators that do not know of each other", async () => {
  const folder = await migrationsFolder("twice_");
  await folder.add("0000_sleep", "select pg_sleep(0.3);");
  await sql`create table drizzle.twice_migrations
    (id serial primary key, hash text not null, created_at bigint)`;
  const options = {
    migrationsFolder: folder.source.folder,
    migrationsTable: "twice_migrations",
  };
  await Promise.all([1, 2].map(() => drizzleMigrate(drizzle(sql), options)));
  expect((await statusOf(folder.source)).headline).toBe("0000_sleep is recorded 2 times");
});

test("shared ledger: two prefixes on one table", async () => {
  const { source } = await applied("shared_");
  const status = await statusOf({ ...source, sharedWith: ["other_"] });
  expect(status).toMatchObject({ severity: "critical", findings: [{ state: "shared ledger" }] });
});

test("a ledger in another schema is found there", async () => {
  const { source, add } = await migrationsFolder("elsewhere_");
  await add("0000_a", "select 1;");
  const moved = { ...source, ledger: { schema: "Else Where", table: "ledger" } };
  await migrate(moved);
  expect(await statusOf(moved)).toMatchObject({ headline: "Up to date" });
});

test("another table with the ledger's name is not taken for one", async () => {
  const { source, ledger } = await migrationsFolder("stranger_");
  await sql.unsafe(`create table ${ledger} (id int)`);
  expect(await statusOf(source)).toMatchObject({
    severity: "critical",
    findings: [{ state: "ledger unreadable" }],
  });
});

function v1Snapshot(tag: string) {
  const isFirst = tag.endsWith("first");
  const parent = isFirst ? "00000000-0000-0000-0000-000000000000" : "first";
  return JSON.stringify({ version: "8", id: isFirst ? "first" : "second", prevIds: [parent] });
}

test("drizzle v1's folders and ledger are read", async () => {
  const { source } = await migrationsFolder("v1_");
  await rm(`${source.folder}/meta`, { recursive: true });
  for (const tag of ["20260101120000_first", "20260102120000_second"]) {
    await mkdir(`${source.folder}/${tag}`);
    await writeFile(`${source.folder}/${tag}/migration.sql`, `select '${tag}';`);
    await writeFile(`${source.folder}/${tag}/snapshot.json`, v1Snapshot(tag));
  }
  const [first] = (await statusOf(source)).migrations;
  expect(first).toMatchObject({ when: Date.UTC(2026, 0, 1, 12), isPending: true });
  await sql`create table drizzle.v1_migrations (id serial primary key, hash text not null,
    created_at bigint, name text, applied_at timestamptz default now())`;
  await sql`insert into drizzle.v1_migrations (hash, created_at, name)
    values (${first?.hash ?? ""}, ${first?.when ?? 0}, '20260101120000_first')`;
  const status = await statusOf(source);
  expect(status).toMatchObject({ layout: "v1", headline: "1 pending" });
  expect(status.migrations[0]?.appliedAt).toMatch(/^20/);
});

test("needs no more than SELECT, and says when even that is refused", async () => {
  const { source, ledger } = await applied("reader_");
  const user = `reader_${process.pid}`;
  await sql.unsafe(`create role ${user} login password 'reader'`);
  try {
    const reader = { ...credentials, user, password: "reader" };
    const refused = await statusOf(source, reader);
    expect(refused).toMatchObject({
      severity: "critical",
      findings: [{ state: "ledger unreadable" }],
    });
    expect(refused.findings[0]?.evidence[0]?.value).toBe(`permission denied for role ${user}`);
    await sql.unsafe(
      `grant usage on schema drizzle to ${user}; grant select on ${ledger} to ${user}`,
    );
    expect(await statusOf(source, reader)).toMatchObject({ headline: "Up to date" });
  } finally {
    await sql.unsafe(`drop owned by ${user}; drop role ${user}`);
  }
});
