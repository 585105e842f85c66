// Server: reads a migrations folder, in drizzle 0.x's layout or v1's. What cannot be read is told, never left out.
import "server-only";
import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import type { Folder, Journal, MigrationFile, MigrationSource } from "@/lib/migrations/facts";
import { readMigrationFile } from "@/lib/migrations/read/migration-file";
import { readSnapshotHeads, readUngenerated } from "@/lib/migrations/read/snapshots";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";
import type { SchemaChange } from "@/lib/model/migrations/status";

const latestDate = 8.64e15;
const journalSchema = z.object({
  entries: z.array(
    z.object({ tag: z.string().min(1), when: z.number().int().min(0).max(latestDate) }),
  ),
});
const v1Folder = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_./;

type FolderSource = Pick<MigrationSource, "path" | "builtPath" | "schema">;

export async function readMigrationFolder(source: FolderSource): Promise<Folder> {
  const { path } = source;
  const items = await unlessMissing(readdir(path, { withFileTypes: true }));
  if (!items) return { journal: { kind: "no folder" }, files: [], snapshots: [] };

  const text = await readJournal(path);
  const folders = items.filter((item) => item.isDirectory() && v1Folder.test(item.name));
  const isV1 = text === undefined && folders.length > 0;
  const journal = isV1 ? journalOf(folders) : parseJournal(text);
  const files = await (isV1 ? readV1Files(path, folders) : readSqlFiles(path, items));
  if (journal.kind !== "read") return { journal, files, snapshots: [] };

  const { layout, entries } = journal;
  const [snapshots, ungenerated] = await Promise.all([
    readSnapshotHeads(path, layout, entries),
    compareSchema(source, text, layout, entries.at(-1)?.tag),
  ]);
  return { journal, files, snapshots, ...(ungenerated && { ungenerated }) };
}

function readJournal(path: string): Promise<string | undefined> {
  return unlessMissing(readFile(resolve(path, "meta/_journal.json"), "utf8"));
}

/** A build that is older than the folder has the schema of its day, which proves nothing about today's. */
async function compareSchema(
  { path, builtPath, schema }: FolderSource,
  journal: string | undefined,
  layout: "v0" | "v1",
  lastTag: string | undefined,
): Promise<SchemaChange[] | undefined> {
  if (!schema || (builtPath && (await readJournal(builtPath)) !== journal)) return undefined;
  return readUngenerated(path, layout, lastTag, schema);
}

function parseJournal(text: string | undefined): Journal {
  if (text === undefined) return unreadable("no such file");
  try {
    const { entries } = journalSchema.parse(JSON.parse(text));
    return { kind: "read", layout: "v0", entries };
  } catch (error) {
    if (error instanceof z.ZodError) {
      const [issue] = error.issues;
      return unreadable(`${issue?.path.join(".")}: ${issue?.message}`);
    }
    if (error instanceof SyntaxError) return unreadable(`not JSON: ${error.message}`);
    throw error;
  }
}

function unreadable(reason: string): Journal {
  return { kind: "unreadable", reason };
}

async function readSqlFiles(path: string, items: Dirent[]): Promise<MigrationFile[]> {
  const names = items.map(({ name }) => name).filter((name) => name.endsWith(".sql"));
  return present(
    names
      .toSorted()
      .map((name) => readMigrationFile(resolve(path, name), name.slice(0, -".sql".length))),
  );
}

/** By name, which is by time. */
function journalOf(folders: Dirent[]): Journal {
  const tags = folders.map(({ name }) => name).toSorted();
  return {
    kind: "read",
    layout: "v1",
    entries: tags.map((tag) => ({ tag, when: timeOfV1(tag) })),
  };
}

function readV1Files(path: string, folders: Dirent[]): Promise<MigrationFile[]> {
  return present(
    folders.map(({ name }) => readMigrationFile(resolve(path, name, "migration.sql"), name)),
  );
}

async function present<T>(reading: Promise<T | undefined>[]): Promise<T[]> {
  return (await Promise.all(reading)).filter((each) => each !== undefined);
}

function timeOfV1(tag: string): number {
  const [year = 0, month = 1, ...rest] = v1Folder.exec(tag)?.slice(1).map(Number) ?? [];
  return Date.UTC(year, month - 1, ...rest);
}
