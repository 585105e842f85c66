// Server: the text of a migration, hashed as drizzle does it and understood statement by statement.
import "server-only";
import type { MigrationFile } from "@/lib/migrations/facts";
import { hashOf } from "@/lib/migrations/file-text";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";
import type { Statement } from "@/lib/model/migration-sql";

/** Files seldom change, and parsing a long history takes longer than reading it. */
const parsed = new Map<string, Statement[]>();
const maxParsed = 2_000;

export async function migrationFile(tag: string, text: string): Promise<MigrationFile> {
  await loadParser();
  const hash = hashOf(text);
  const statements = parsed.get(hash) ?? parseMigration(text).statements;
  if (parsed.size >= maxParsed) parsed.clear();
  parsed.set(hash, statements);
  return { tag, text, hash, statements };
}
