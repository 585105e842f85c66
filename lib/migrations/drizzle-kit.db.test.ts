import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, expect, test } from "vitest";
import {
  credentials,
  ledgerOf,
  type MigrationsFolder,
  migrate,
  migrationsFolder,
  sql,
} from "@/lib/migrations/migrations-folder.fixture";

afterAll(() => sql.end());

const first = 'CREATE TABLE "kit_notes" (id int);\n--> statement-breakpoint\nSELECT 1;\n';
const second = 'ALTER TABLE "kit_notes" ADD COLUMN "text" text;';

/** `drizzle-kit migrate` with a config of the folder's own. */
async function drizzleKit({ source }: MigrationsFolder) {
  const config = join(source.folder, "drizzle.config.json");
  const settings = {
    dialect: "postgresql",
    out: source.folder,
    migrations: source.ledger,
    dbCredentials: credentials,
  };
  await writeFile(config, JSON.stringify(settings));
  const args = ["node_modules/drizzle-kit/bin.cjs", "migrate", "--config", config];
  await promisify(execFile)(process.execPath, args);
}

async function project(prefix: string) {
  const folder = await migrationsFolder(prefix);
  await folder.add("0000_first", first.replaceAll("kit_", prefix));
  await folder.add("0001_second", second.replaceAll("kit_", prefix));
  return folder;
}

/** A ledger's description without the names that hold its prefix. */
async function described({ source, ledger }: MigrationsFolder) {
  const text = JSON.stringify(await ledgerOf(ledger));
  return JSON.parse(text.replaceAll(source.prefix, ""));
}

test("ours first: drizzle-kit has nothing to do", async () => {
  const folder = await project("ours_");
  await migrate(folder.source);
  const before = await described(folder);
  await drizzleKit(folder);
  expect(await described(folder)).toEqual(before);
}, 30_000);

test("drizzle-kit first: ours has nothing to do", async () => {
  const folder = await project("theirs_");
  await drizzleKit(folder);
  expect(await migrate(folder.source)).toEqual([{ prefix: "theirs_", kind: "nothing to do" }]);
}, 30_000);

test("both in turn: each goes on where the other stopped", async () => {
  const folder = await project("turns_");
  await drizzleKit(folder);
  await folder.add("0002_third", 'CREATE TABLE "turns_third" (id int);');
  expect(await migrate(folder.source)).toMatchObject([{ kind: "applied", tag: "0002_third" }]);
  await folder.add("0003_fourth", 'CREATE TABLE "turns_fourth" (id int);');
  await drizzleKit(folder);
  const { rows } = await described(folder);
  expect(rows.map(({ id }: { id: number }) => id)).toEqual([1, 2, 3, 4]);
}, 30_000);

test("the ledgers are the same: table, rows and hashes", async () => {
  const [ours, theirs] = [await migrationsFolder("same_a_"), await migrationsFolder("same_b_")];
  for (const folder of [ours, theirs]) await folder.add("0000_first", "SELECT 1;");
  await migrate(ours.source);
  await drizzleKit(theirs);
  expect(await described(ours)).toEqual(await described(theirs));
  expect((await described(ours)).columns).toMatchObject([
    { attname: "id", type: "integer", attnotnull: true },
    { attname: "hash", type: "text", attnotnull: true },
    { attname: "created_at", type: "bigint", attnotnull: false },
  ]);
}, 30_000);
