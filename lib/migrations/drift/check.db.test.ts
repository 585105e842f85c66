import { execFileSync } from "node:child_process";
import { afterAll, expect, test, vi } from "vitest";
import admin from "@/admin.config";
import { check, checkOne, run } from "@/lib/migrations/drift/check.fixture";
import { longHistory } from "@/lib/migrations/drift/history.fixture";
import { migrate, migrationsFolder, sql } from "@/lib/migrations/migrations-folder.fixture";
import { hashOf } from "@/lib/migrations/read/file-text";
import { migrationSources } from "@/lib/migrations/sources";
import type { DriftProgress } from "@/lib/model/migrations/drift";

// A shadow takes seconds to begin where the processor is shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(() => sql.end());

/** A prefix whose migrations have run. */
async function migrated(prefix: string, ...migrations: [tag: string, text: string][]) {
  const folder = await migrationsFolder(prefix);
  for (const [tag, text] of migrations) await folder.add(tag, text);
  const events = await migrate(folder.source);
  expect(events).not.toContainEqual(expect.objectContaining({ kind: "failed" }));
  return folder;
}

test("a database that has only been migrated does not differ from what its migrations make", async () => {
  const { prefixes } = await check(migrationSources(admin.prefixes, {}));
  expect(prefixes.map(({ prefix }) => prefix)).toEqual(["base_", "ai_coach_", "admin_"]);
  for (const { prefix, objects, ...rest } of prefixes) {
    expect([prefix, rest]).toEqual([
      prefix,
      { verdict: "clean", reasons: [], caveats: [], drift: [], snapshot: [] },
    ]);
    expect(objects).toBeGreaterThan(5);
  }
});

test("150 migrations over 60 tables, with progress", async () => {
  const history = longHistory("long_", { migrations: 150, tables: 60 });
  const { source } = await migrated("long_", ...history);
  const seen: DriftProgress[] = [];
  const report = await check([source], { onProgress: (progress) => seen.push(progress) });
  expect(report.prefixes).toMatchObject([{ verdict: "clean", drift: [] }]);
  expect(report.prefixes[0]?.objects).toBeGreaterThan(1_000);
  expect(seen).toContainEqual({ stage: "replaying", prefix: "long_", done: 149, total: 150 });
});

test("an extension that the shadow lacks: cannot verify, never clean; other prefixes are not concerned", async () => {
  const folder = await migrated("map_", ["0000_places", "create table map_places (id int)"]);
  await folder.add("0001_map", `CREATE EXTENSION IF NOT EXISTS "postgis";`);
  const when = 1_700_000_001_000;
  const hash = hashOf(`CREATE EXTENSION IF NOT EXISTS "postgis";`);
  await sql.unsafe(`insert into ${folder.ledger} (hash, created_at) values ('${hash}', ${when})`);
  const other = await migrated("plainly_", ["0000_a", "create table plainly_a (id int)"]);
  const { prefixes } = await check([other.source, folder.source]);
  expect(prefixes).toMatchObject([
    { prefix: "plainly_", verdict: "clean" },
    {
      prefix: "map_",
      verdict: "cannot verify",
      reasons: ["The shadow database has no extension postgis (0001_map, statement 1)."],
      drift: [],
    },
  ]);
});

test("extensions, schemas, roles and tables that are there already are there for the replay too", async () => {
  await run(
    "create schema auth; create type auth.level as enum ('low', 'high')",
    "create table auth.users (id uuid primary key, email text unique, level auth.level default 'low')",
    "create function auth.uid() returns uuid language sql as 'select id from auth.users limit 1'",
    "create schema extensions; create extension citext schema extensions",
    `create role "some one" nologin`,
  );
  const { source } = await migrated("app_", [
    "0000_notes",
    `create table app_notes (
       id int primary key, owner uuid references auth.users (id), level auth.level, tag extensions.citext
     );--> statement-breakpoint
     create policy app_own on app_notes to "some one" using (owner = auth.uid());--> statement-breakpoint
     grant select on app_notes to "some one";`,
  ]);
  try {
    expect(await checkOne(source)).toMatchObject({
      verdict: "clean",
      reasons: [],
      caveats: [
        "auth.level is made by no migration, and is taken as it is.",
        "auth.users is made by no migration, and is taken as it is.",
        "auth.uid() is made by no migration, and is taken as it is.",
      ],
    });
  } finally {
    await run(`drop owned by "some one"; drop role "some one"`);
  }
});

test("prefixes that refer to each other by turns are replayed in the order of time", async () => {
  const one = await migrationsFolder("one_");
  const two = await migrationsFolder("two_");
  await one.add("0000_a", "create table one_a (id int primary key)", 1_700_000_000_000);
  await migrate(one.source);
  await two.add(
    "0000_b",
    "create table two_b (id int primary key references one_a)",
    1_700_000_001_000,
  );
  await migrate(two.source);
  await one.add(
    "0001_c",
    "create table one_c (id int primary key references two_b)",
    1_700_000_002_000,
  );
  await migrate(one.source);
  const { prefixes } = await check([one.source, two.source]);
  expect(prefixes).toMatchObject([
    { verdict: "clean", objects: 7 },
    { verdict: "clean", objects: 4 },
  ]);
  expect(prefixes[0]?.caveats[0]).toMatch(/replayed in the order in which they were generated/);
});

test("statements that need to be alone, and sessions that are left in disorder", async () => {
  const folder = await migrated(
    "odd_",
    [
      "0000_a",
      `\uFEFFselect set_config('search_path', '', false); create table public.odd_a (id int);`.slice(
        1,
      ),
    ],
    ["0001_b", "set local search_path = public; create table odd_b (id int);"],
  );
  await folder.add("0002_index", "create index concurrently odd_idx on odd_b (id);");
  await sql`create index concurrently odd_idx on odd_b (id)`;
  const hash = hashOf("create index concurrently odd_idx on odd_b (id);");
  await sql.unsafe(
    `insert into ${folder.ledger} (hash, created_at) values ('${hash}', ${1_700_000_002_000})`,
  );
  expect(await checkOne(folder.source)).toMatchObject({
    verdict: "clean",
    reasons: [],
    objects: 5,
  });
});

test("an edited file is said before anything else; a missing one leaves nothing to compare with", async () => {
  const folder = await migrated("spoilt_", ["0000_a", "create table spoilt_a (id int);"]);
  await folder.edit("0000_a", (text) => text.replace("id int", "id bigint"));
  expect(await checkOne(folder.source)).toMatchObject({
    verdict: "drifted",
    caveats: [expect.stringMatching(/^0000_a was edited after it was applied: /)],
    drift: [{ kind: "column", change: "different", live: "integer", expected: "bigint" }],
  });
  await folder.remove("0000_a");
  expect(await checkOne(folder.source)).toMatchObject({
    verdict: "cannot verify",
    reasons: ["The file of 0000_a is missing."],
    drift: [],
  });
  await sql.unsafe(`insert into ${folder.ledger} (hash, created_at) values ('gone', 5)`);
  expect((await checkOne(folder.source)).caveats).toContainEqual(
    expect.stringMatching(/matches no migration: what it did is not expected/),
  );
});

test("a prefix of which nothing is recorded: clean while there is nothing, unknown when there is", async () => {
  const { source, add } = await migrationsFolder("bare_");
  await add("0000_a", "create table bare_a (id int);");
  expect(await checkOne(source)).toMatchObject({ verdict: "clean", objects: 0 });
  await run("create table bare_a (id int)");
  expect(await checkOne(source)).toMatchObject({ verdict: "cannot verify" });
});

test("a shadow that dies is an answer, and the next one lives", async () => {
  const { source } = await migrated("dying_", ["0000_a", "create table dying_a (id int);"]);
  const report = await check([source], {
    onProgress({ stage }) {
      if (stage === "replaying")
        execFileSync("pkill", ["-9", "-P", String(process.pid), "-f", "shadow/process.mjs"]);
    },
  });
  expect(report.prefixes).toMatchObject([
    { verdict: "cannot verify", reasons: ["The shadow database ended by itself (SIGKILL)."] },
  ]);
  expect(await checkOne(source)).toMatchObject({ verdict: "clean" });
});
