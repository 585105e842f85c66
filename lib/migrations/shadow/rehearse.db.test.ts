import { afterAll, expect, test, vi } from "vitest";
import { readOnly } from "@/lib/migrations/drift/check.fixture";
import type { MigrationSource } from "@/lib/migrations/facts";
import {
  credentials,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { rehearse } from "@/lib/migrations/shadow/rehearse";

// A shadow takes seconds to begin where the processor is shared.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

afterAll(() => sql.end());

async function rehearsed(...sources: MigrationSource[]) {
  return rehearse({ statuses: await statusOn(credentials, sources), readOnly });
}

test("each statement's locks and rewrites, as they come on", async () => {
  const folder = await migrationsFolder("lock_");
  await folder.add(
    "0000_a",
    `create table lock_parents (id int primary key);
     create table lock_children (id int primary key, parent int, label varchar(9), gone text);
     create table lock_gone (id int primary key references lock_parents);`,
  );
  await migrate(folder.source);
  const statements = [
    "alter table lock_children add constraint lock_fk foreign key (parent) references lock_parents",
    "create index lock_idx on lock_children (label)",
    "alter table lock_children alter label type varchar(20)",
    "alter table lock_children alter parent type bigint",
    "create table lock_new (id int primary key)",
    "alter table lock_new add at timestamptz default clock_timestamp()",
    "drop table lock_gone",
    "update lock_parents set id = 1",
  ];
  await folder.add("0001_b", statements.slice(0, 3).join("--> statement-breakpoint\n"));
  await folder.add("0002_c", statements.slice(3).join("--> statement-breakpoint\n"));
  const report = await rehearsed(folder.source);
  expect(report).toMatchObject({ caveats: [], failure: null });
  expect(report.fromEmpty).toEqual({ failure: null, parts: [] });
  const told = report.statements.map(({ tag, index, locks, rewrites }) => [
    `${tag} ${index}`,
    locks.map(({ table, mode, isNew }) => `${mode} ${table}${isNew ? " new" : ""}`).toSorted(),
    rewrites,
  ]);
  expect(told).toEqual([
    [
      "0001_b 1",
      ["ShareRowExclusiveLock public.lock_children", "ShareRowExclusiveLock public.lock_parents"],
      [],
    ],
    // A share lock is no stronger than what is held by then.
    ["0001_b 2", [], []],
    ["0001_b 3", ["AccessExclusiveLock public.lock_children"], []],
    // The foreign key is made anew, which locks the other side of it.
    ["0002_c 1", ["AccessExclusiveLock public.lock_parents"], ["public.lock_children"]],
    ["0002_c 2", ["AccessExclusiveLock public.lock_new new"], []],
    ["0002_c 3", [], []],
    ["0002_c 4", ["AccessExclusiveLock public.lock_gone"], []],
    ["0002_c 5", [], []],
  ]);
});

test("a statement that fails is told with its place, and nothing after it", async () => {
  const { source, add } = await migrationsFolder("fail_");
  await add("0000_a", "create table fail_a (id int)");
  await migrate(source);
  await add(
    "0001_b",
    "create table fail_b (id int);--> statement-breakpoint\nalter table fail_a add column id int;",
  );
  await add("0002_c", "create table fail_c (id int);");
  const report = await rehearsed(source);
  expect(report.failure).toEqual({
    prefix: "fail_",
    tag: "0001_b",
    index: 2,
    statement: "alter table fail_a add column id int;",
    code: "42701",
    message: 'column "id" of relation "fail_a" already exists',
    position: null,
  });
  expect(report.statements.map(({ tag }) => tag)).toEqual(["0001_b"]);
  expect(report.fromEmpty.failure).toMatchObject({ tag: "0001_b", index: 2 });
});

test("where this database and a fresh one part", async () => {
  const { source, add } = await migrationsFolder("part_");
  await add("0000_a", "create table part_a (id int)");
  await add("0001_b", "alter table part_a add column b int");
  await migrate(source);
  // Dated before what has run: a fresh database runs it, this one never will.
  await add("0002_late", "alter table part_a add column late int", 1_600_000_000_000);
  await add("0003_c", "create table part_c (id int)");
  const { failure, fromEmpty } = await rehearsed(source);
  expect(failure).toBeNull();
  expect(fromEmpty.parts).toMatchObject([
    {
      kind: "column",
      name: "late",
      table: "part_a",
      change: "missing",
      sentence: "Column late of part_a is made on a fresh database, and not on this one.",
    },
  ]);
});

test("a fresh database on which the prefixes, one after the other, cannot be made", async () => {
  const first = await migrationsFolder("first_");
  const second = await migrationsFolder("second_");
  await first.add("0000_a", "create table first_a (id int primary key)", 1_700_000_000_000);
  await migrate(first.source);
  await second.add("0000_a", "create table second_a (id int primary key)", 1_700_000_001_000);
  await migrate(second.source);
  await first.add(
    "0001_b",
    "alter table first_a add foreign key (id) references second_a",
    1_700_000_002_000,
  );
  const report = await rehearsed(first.source, second.source);
  expect(report.failure).toBeNull();
  expect(report.fromEmpty).toMatchObject({
    failure: { prefix: "first_", tag: "0001_b", index: 1, code: "42P01" },
    parts: [],
  });
});
