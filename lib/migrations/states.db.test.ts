// States that the database's own objects and the snapshots tell, each really brought about.
import { execFileSync } from "node:child_process";
import { readFile, rm, writeFile } from "node:fs/promises";
import { pgTable, text } from "drizzle-orm/pg-core";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";
import type { MigrationSource } from "@/lib/migrations/facts";
import { finding } from "@/lib/migrations/judge/status.fixture";
import {
  credentials,
  type MigrationsFolder,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { problemsOf, verdictOf } from "@/lib/model/migrations/status";

/** As a person would paste it into psql. */
const session = postgres({ ...credentials, username: credentials.user, max: 1, onnotice() {} });

afterAll(() => Promise.all([sql.end(), session.end()]));

async function statusOf(...sources: MigrationSource[]) {
  const [status] = (await statusOn(credentials, sources)).slice(-1);
  if (!status) throw new Error("A source has a status.");
  return status;
}

async function applied(prefix: string): Promise<MigrationsFolder> {
  const folder = await migrationsFolder(prefix);
  await folder.add("0000_notes", `CREATE TABLE "${prefix}notes" ("id" int);`);
  await folder.add("0001_text", `ALTER TABLE "${prefix}notes" ADD COLUMN "text" text;`);
  await migrate(folder.source);
  return folder;
}

/** Runs the repair of a finding, expects a clean prefix, and takes it back. */
async function repairAndBack(folder: MigrationsFolder, state: Parameters<typeof finding>[1]) {
  const before = await statusOf(folder.source);
  const { repair } = finding(before, state);
  if (repair?.language !== "sql") throw new Error(`${state} has a repair in SQL.`);
  await session.unsafe(repair.apply);
  const repaired = await statusOf(folder.source);
  expect(problemsOf(repaired).map(({ finding: { headline } }) => headline)).toEqual([]);
  await session.unsafe(repair.undo);
  expect(finding(await statusOf(folder.source), state).headline).toBe(
    finding(before, state).headline,
  );
}

test("partial: its row was deleted; recording it repairs that", async () => {
  const folder = await applied("part_");
  await sql.unsafe(`delete from ${folder.ledger} where id = 2`);
  const status = await statusOf(folder.source);
  expect(finding(status, "partial")).toMatchObject({
    severity: "critical",
    headline: "0001_text has run, but is not recorded",
  });
  await repairAndBack(folder, "partial");
});

test("baseline: the ledger was dropped; recording all of it repairs that", async () => {
  const folder = await applied("base_line_");
  await sql.unsafe(`drop table ${folder.ledger}`);
  await repairAndBack(folder, "baseline");
});

test("a row that stands for nothing is removed, and can be put back", async () => {
  const folder = await applied("orphan_");
  await sql.unsafe(`insert into ${folder.ledger} (hash, created_at) values ('it''s', 1)`);
  await repairAndBack(folder, "orphan row");
});

test("a row without a time gets its entry's", async () => {
  const folder = await applied("null_");
  await sql.unsafe(`update ${folder.ledger} set created_at = null where id = 2`);
  await repairAndBack(folder, "null ceiling");
});

test("a restamped entry: its row is aligned", async () => {
  const folder = await applied("stamp_");
  await folder.restamp("0000_notes", 1_690_000_000_000);
  await repairAndBack(folder, "restamped");
});

test("invalid index: a failed build leaves one behind", async () => {
  const { source } = await applied("invalid_");
  await sql`insert into invalid_notes (id) values (1), (1)`;
  await expect(
    sql`create unique index concurrently invalid_notes_idx on invalid_notes (id)`,
  ).rejects.toThrow();
  expect(finding(await statusOf(source), "invalid index")).toMatchObject({
    severity: "high",
    headline: "The index invalid_notes_idx is invalid",
  });
});

test.each([
  ["CREATE INDEX CONCURRENTLY i ON conc_notes (id);", "conc_"],
  ["CREATE EXTENSION no_such_thing;", "ext_"],
  ["ALTER TABLE gone ADD COLUMN a int;", "gone_"],
  ["SELEC 1;", "syntax_"],
])("blocked: %s", async (statement, prefix) => {
  const folder = await applied(prefix);
  await folder.add("0002_blocked", statement);
  const status = await statusOf(folder.source);
  expect(finding(status, "blocked")).toMatchObject({ severity: "critical", blocks: true });
  // It is no guess: Postgres refuses it.
  await expect(sql.begin((tx) => tx.unsafe(statement).simple())).rejects.toThrow();
});

test("blocked by an earlier prefix, and not any more once that has been migrated", async () => {
  const first = await applied("one_");
  const second = await applied("two_");
  await first.add("0002_more", 'CREATE TABLE "one_more" ("id" int primary key);');
  await second.add(
    "0002_refers",
    'ALTER TABLE "two_notes" ADD FOREIGN KEY ("id") REFERENCES "one_more"("id");',
  );
  const found = finding(await statusOf(first.source, second.source), "blocked");
  expect(found).toMatchObject({ severity: "critical", headline: "one_ must be migrated first" });
  await migrate(first.source, second.source);
  expect(verdictOf(await statusOf(first.source, second.source))).toBe("clean");
});

test("snapshots: missing, forked, with an unknown parent", async () => {
  const { source } = await applied("snap_");
  const path = (number: string) => `${source.folder}/meta/${number}_snapshot.json`;
  const second = await readFile(path("0001"), "utf8");
  const withParent = (prevId: string) => JSON.stringify({ ...JSON.parse(second), prevId });

  await writeFile(path("0001"), withParent("11111111-1111-1111-1111-111111111111"));
  expect(finding(await statusOf(source), "broken parent").severity).toBe("warn");
  await writeFile(path("0001"), withParent("00000000-0000-0000-0000-000000000000"));
  expect(finding(await statusOf(source), "snapshot forked").severity).toBe("warn");
  await rm(path("0001"));
  expect(finding(await statusOf(source), "snapshot missing").severity).toBe("warn");
});

test("ungenerated: schema.ts is ahead of the last snapshot", async () => {
  const { source } = await applied("ahead_");
  const schema = { notes: pgTable("ahead_notes", { text: text("text") }) };
  expect(finding(await statusOf({ ...source, schema }), "ungenerated")).toMatchObject({
    severity: "warn",
    evidence: [{ value: "table ahead_notes added: text" }],
  });
  expect(verdictOf(await statusOf({ ...source, schema: {} }))).toBe("clean");
});

test("edited: version control knows the applied text, and whether it meant the same", async () => {
  const folder = await applied("git_");
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=t", "-c", "user.email=t@t", ...args], {
      cwd: folder.source.folder,
    });
  git("init", "-q");
  git("add", ".");
  git("commit", "-qm", "applied");

  await folder.edit("0000_notes", (text) => `-- A comment\n${text.toLowerCase()}`);
  const reformatted = finding(await statusOf(folder.source), "edited");
  expect(reformatted).toMatchObject({
    severity: "info",
    headline: "0000_notes was reformatted after it was applied",
  });
  await session.unsafe(reformatted.repair?.apply ?? "");
  expect(verdictOf(await statusOf(folder.source))).toBe("clean");
  await session.unsafe(reformatted.repair?.undo ?? "");

  await folder.edit("0000_notes", (text) => text.replace("int", "bigint"));
  expect(finding(await statusOf(folder.source), "edited")).toMatchObject({
    severity: "high",
    code: expect.stringMatching(
      /^cd .* && git show [0-9a-f]+:\.\/0000_notes\.sql > 0000_notes\.sql$/,
    ),
  });
});
