import { afterAll, expect, test } from "vitest";
import { withSingleConnection } from "@/lib/db/single-connection";
import {
  credentials,
  type MigrationsFolder,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { backupTables } from "@/lib/migrations/run/backup-tables";

afterAll(() => sql.end());

async function tablesFor({ source }: MigrationsFolder): Promise<string[]> {
  const statuses = await statusOn(credentials, [source]);
  return withSingleConnection(credentials, async (connection) => {
    const tables = await backupTables(connection, statuses);
    return tables.map(({ schema, name }) => `${schema}.${name}`);
  });
}

test("the tables that change, with their ledger, and none that is only made", async () => {
  const folder = await migrationsFolder("dump_");
  await folder.add(
    "0000_a",
    'create table dump_a (id int); create table dump_b (id int); create table "dump_C" (id int); create table dump_d (id int);',
  );
  expect(await tablesFor(folder)).toEqual([]);
  await migrate(folder.source);
  expect(await tablesFor(folder)).toEqual([]);
  await folder.add(
    "0001_b",
    'alter table dump_a add x int; drop table "dump_C"; create table dump_new (id int); update public.dump_b set id = 1;',
  );
  expect(await tablesFor(folder)).toEqual([
    "public.dump_C",
    "public.dump_a",
    "public.dump_b",
    "drizzle.dump_migrations",
  ]);
});

test("every table of a prefix whose statements cannot be seen through", async () => {
  const folder = await migrationsFolder("veiled_");
  await folder.add("0000_a", "create table veiled_a (id int); create table veiled_b (id int);");
  await migrate(folder.source);
  await folder.add("0001_b", "do $$ begin execute 'drop table ' || 'veiled_a'; end $$;");
  expect(await tablesFor(folder)).toEqual([
    "public.veiled_a",
    "public.veiled_b",
    "drizzle.veiled_migrations",
  ]);
});

test("a partitioned table with its partitions, which hold the rows", async () => {
  const folder = await migrationsFolder("parts_");
  await folder.add(
    "0000_a",
    "create table parts_a (id int) partition by range (id); create table parts_1 partition of parts_a for values from (0) to (9);",
  );
  await migrate(folder.source);
  await folder.add("0001_b", "alter table parts_a add x int;");
  expect(await tablesFor(folder)).toEqual([
    "public.parts_1",
    "public.parts_a",
    "drizzle.parts_migrations",
  ]);
});
