// What the ledgers hold is one thing for everybody: tests that look at it or change it run one at a time.
import { createHash, randomBytes } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test as base } from "./fixtures";

type Fixtures = {
  migrationsAlone: undefined;
  /** Writes a migration into the framework's folder, which is pending then; gone without a trace after the test. */
  addMigration: (text: string) => Promise<{ tag: string; table: string }>;
};

const waitMs = 10 * 60_000;
const folder = join(process.env.FASTAPP_DIR ?? "", "drizzle-sql");
const journalFile = join(folder, "meta/_journal.json");

export const test = base.extend<Fixtures>({
  migrationsAlone: [
    async ({ sql }, use) => {
      const connection = await sql.reserve();
      await connection`select pg_advisory_lock(hashtext('browser tests of migrations'))`;
      await use(undefined);
      await connection`select pg_advisory_unlock(hashtext('browser tests of migrations'))`;
      connection.release();
    },
    { auto: true, timeout: waitMs },
  ],

  // Not before the lock is held.
  addMigration: async ({ sql, migrationsAlone: _ }, use) => {
    const journal = readFileSync(journalFile, "utf8");
    const added: { tag: string; table: string; hash: string }[] = [];
    await use(async (text) => {
      const name = `test_${randomBytes(4).toString("hex")}`;
      const tag = `${9000 + added.length}_${name}`;
      const table = `base_${name}`;
      const written = text.replaceAll("TABLE_OF_TEST", table);
      writeFileSync(join(folder, `${tag}.sql`), written);
      const { entries, ...rest } = JSON.parse(readFileSync(journalFile, "utf8"));
      const entry = { idx: entries.length, version: "7", when: Date.now(), tag, breakpoints: true };
      writeFileSync(journalFile, JSON.stringify({ ...rest, entries: [...entries, entry] }));
      added.push({ tag, table, hash: createHash("sha256").update(written).digest("hex") });
      return { tag, table };
    });
    writeFileSync(journalFile, journal);
    for (const { tag, table, hash } of added) {
      rmSync(join(folder, `${tag}.sql`));
      const [made] = await sql`select to_regclass(${table}) is not null as found`;
      if (made?.found) await sql`drop table ${sql(table)}`;
      await sql`delete from drizzle.base_migrations where hash = ${hash}`;
    }
  },
});
