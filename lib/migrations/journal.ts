// Server: reads a migrations folder, in drizzle 0.x's layout or v1's. What cannot be read is told, never left out.
import "server-only";
import type { Dirent } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import type { Journal, MigrationFile } from "@/lib/migrations/facts";

type MigrationFolder = { journal: Journal; files: MigrationFile[] };

const latestDate = 8.64e15;
const journalSchema = z.object({
  entries: z.array(
    z.object({ tag: z.string().min(1), when: z.number().int().min(0).max(latestDate) }),
  ),
});
const v1Folder = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)_./;

/** @param folder from the project's root, or absolute */
export async function readMigrationFolder(folder: string): Promise<MigrationFolder> {
  const path = resolve(/* turbopackIgnore: true */ process.cwd(), folder);
  const items = await unlessMissing(readdir(path, { withFileTypes: true }));
  if (!items) return { journal: { kind: "no folder" }, files: [] };

  const journal = await unlessMissing(readFile(resolve(path, "meta/_journal.json"), "utf8"));
  const folders = items.filter((item) => item.isDirectory() && v1Folder.test(item.name));
  if (journal === undefined && folders.length > 0) return readV1(path, folders);
  return {
    journal: journal === undefined ? unreadable("no such file") : parseJournal(journal),
    files: await readSqlFiles(path, items),
  };
}

function parseJournal(text: string): Journal {
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
  return Promise.all(
    names.toSorted().map(async (name) => ({
      tag: name.slice(0, -".sql".length),
      text: await readFile(resolve(path, name), "utf8"),
    })),
  );
}

async function readV1(path: string, folders: Dirent[]): Promise<MigrationFolder> {
  const tags = folders.map(({ name }) => name).toSorted();
  const read = await Promise.all(
    tags.map(async (tag) => ({
      tag,
      text: await unlessMissing(readFile(resolve(path, tag, "migration.sql"), "utf8")),
    })),
  );
  return {
    journal: {
      kind: "read",
      layout: "v1",
      entries: tags.map((tag) => ({ tag, when: timeOfV1(tag) })),
    },
    files: read.flatMap(({ tag, text }) => (text === undefined ? [] : [{ tag, text }])),
  };
}

function timeOfV1(tag: string): number {
  const [year = 0, month = 1, ...rest] = v1Folder.exec(tag)?.slice(1).map(Number) ?? [];
  return Date.UTC(year, month - 1, ...rest);
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}
