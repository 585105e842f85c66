// Tests: a prefix of its own in the test's database, with a real folder that can be spoiled.
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import postgres from "postgres";
import { credentialsFrom } from "@/lib/db/credentials";
import type { JournalEntry, MigrationSource } from "@/lib/migrations/facts";
import { applyMigrations } from "@/lib/migrations/run/run";
import type { RunEvent } from "@/lib/model/migrations/run";

export const credentials = credentialsFrom(process.env);

/** For whatever a test does behind the runner's back. */
export const sql = postgres({ ...credentials, username: credentials.user, max: 2, onnotice() {} });

export type MigrationsFolder = Awaited<ReturnType<typeof migrationsFolder>>;

/** @param prefix one that no other test of the file uses */
export async function migrationsFolder(prefix: string) {
  const folder = await mkdtemp(join(tmpdir(), "migrations-"));
  const source: MigrationSource = {
    prefix,
    label: prefix,
    folder,
    path: folder,
    ledger: { schema: "drizzle", table: `${prefix}migrations` },
    script: "test:migrate",
    sharedWith: [],
  };
  const file = (tag: string) => join(folder, `${tag}.sql`);
  const journal = join(folder, "meta/_journal.json");
  const entries: JournalEntry[] = [];

  const writeJournal = () =>
    writeFile(
      journal,
      JSON.stringify({
        version: "7",
        dialect: "postgresql",
        entries: entries.map((entry, idx) => ({ idx, version: "7", breakpoints: true, ...entry })),
      }),
    );

  let lastId = "00000000-0000-0000-0000-000000000000";
  const writeSnapshot = async (tag: string) => {
    const snapshot = {
      id: randomUUID(),
      prevId: lastId,
      version: "7",
      dialect: "postgresql",
      tables: {},
    };
    lastId = snapshot.id;
    await writeFile(
      join(folder, `meta/${tag.split("_", 1)}_snapshot.json`),
      JSON.stringify(snapshot),
    );
  };

  await mkdir(join(folder, "meta"));
  await writeJournal();

  return {
    source,
    ledger: `drizzle.${prefix}migrations`,
    journal,
    /** As a new last entry. */
    async add(tag: string, text: string, when = 1_700_000_000_000 + entries.length * 1000) {
      entries.push({ tag, when });
      await writeFile(file(tag), text);
      await writeSnapshot(tag);
      await writeJournal();
    },
    async restamp(tag: string, when: number) {
      for (const entry of entries) if (entry.tag === tag) entry.when = when;
      await writeJournal();
    },
    async edit(tag: string, change: (text: string) => string) {
      await writeFile(file(tag), change(await readFile(file(tag), "utf8")));
    },
    write: (tag: string, text: string) => writeFile(file(tag), text),
    remove: (tag: string) => rm(file(tag)),
    delete: () => rm(folder, { recursive: true }),
  };
}

/** Who ran it, in the runs that tests record. */
export const by = { id: null, name: "a test" };

/** Applies what is pending and returns what came of it. */
export async function migrate(...sources: MigrationSource[]): Promise<RunEvent[]> {
  const events: RunEvent[] = [];
  await applyMigrations({ sources, by }, credentials, (event) => events.push(event));
  return events.filter(({ kind }) => kind !== "running" && kind !== "recorded");
}

/** The rows of a ledger, and the table as Postgres describes it. */
export async function ledgerOf(table: string) {
  const rows = await sql.unsafe(`select id, hash, created_at from ${table} order by id`);
  const columns = await sql`
    select attname, format_type(atttypid, atttypmod) as type, attnotnull,
      pg_get_expr(adbin, adrelid) as default
    from pg_attribute left join pg_attrdef on adrelid = attrelid and adnum = attnum
    where attrelid = ${table}::regclass and attnum > 0 order by attnum`;
  const constraints = await sql`
    select conname, pg_get_constraintdef(oid) as definition
    from pg_constraint where conrelid = ${table}::regclass and contype <> 'n' order by conname`;
  return { rows: [...rows], columns: [...columns], constraints: [...constraints] };
}

export async function tableExists(name: string): Promise<boolean> {
  const [row] = await sql`select to_regclass(${name}) is not null as found`;
  return row?.found === true;
}
