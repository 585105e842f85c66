// Server: the text of a migration, hashed as drizzle does it and understood statement by statement.
import "server-only";
import { readFile } from "node:fs/promises";
import type { MigrationFile } from "@/lib/migrations/facts";
import { hashOf } from "@/lib/migrations/read/file-text";
import { readCached } from "@/lib/migrations/read/read-cached";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";

/** @returns `undefined` without the file */
export function readMigrationFile(file: string, tag: string): Promise<MigrationFile | undefined> {
  return readCached(file, "migration", async () => {
    const text = await readFile(file, "utf8");
    await loadParser();
    return { tag, text, hash: hashOf(text), statements: parseMigration(text).statements };
  });
}
