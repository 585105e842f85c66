// Server: drizzle-kit's snapshots: their heads for the chain that they form, whole ones for what changed.
import "server-only";
import { open, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { z } from "zod";
import type { JournalEntry, Snapshot } from "@/lib/migrations/facts";
import { readCached } from "@/lib/migrations/read/read-cached";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";
import { compareShapes } from "@/lib/migrations/schema/compare-shapes";
import { declaredSnapshot } from "@/lib/migrations/schema/declared-snapshot";
import type { SchemaShape } from "@/lib/migrations/schema/shape";
import { shapeOfSnapshot } from "@/lib/migrations/schema/snapshot-shape";
import type { SchemaChange } from "@/lib/model/migrations/status";

type Layout = "v0" | "v1";

/** Where drizzle-kit keeps the snapshot of a migration. @param path of the migrations folder */
export function snapshotPath(path: string, layout: Layout, tag: string): string {
  const place = layout === "v1" ? `${tag}/snapshot.json` : `meta/${numberOf(tag)}_snapshot.json`;
  return resolve(/* turbopackIgnore: true */ path, place);
}

/** What stands before the first `_`: a number, or a time. */
function numberOf(tag: string): string {
  return tag.split("_", 1)[0] ?? tag;
}

export function readSnapshotHeads(
  path: string,
  layout: Layout,
  entries: JournalEntry[],
): Promise<Snapshot[]> {
  return Promise.all(entries.map(({ tag }) => readHead(snapshotPath(path, layout, tag), tag)));
}

/** Long enough for what drizzle-kit writes first; the rest may be megabytes. */
const headBytes = 1_024;
const idPattern = /"id"\s*:\s*"([^"]+)"/;
const parentsPattern = /"prevIds?"\s*:\s*(\[[^\]]*\]|"[^"]*")/;

async function readHead(file: string, tag: string): Promise<Snapshot> {
  const found = await readCached(file, "snapshot", () => openHead(file, tag));
  return found ?? { tag, kind: "missing" };
}

async function openHead(file: string, tag: string): Promise<Snapshot> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    const head = buffer.toString("utf8", 0, bytesRead);
    const id = idPattern.exec(head)?.[1];
    const parents = parentsPattern.exec(head)?.[1];
    if (id && parents) return { tag, kind: "read", id, parents: namesIn(parents) };
  } finally {
    await handle.close();
  }
  return readWhole(file, tag);
}

function namesIn(json: string): string[] {
  return [...json.matchAll(/"([^"]*)"/g)].map((match) => match[1] ?? "");
}

const head = z.object({
  id: z.string(),
  prevId: z.string().optional(),
  prevIds: z.array(z.string()).optional(),
});

async function readWhole(file: string, tag: string): Promise<Snapshot> {
  const json = await readJson(file);
  const parsed = head.safeParse(json);
  if (!parsed.success) {
    return { tag, kind: "unreadable", reason: json === undefined ? "not JSON" : "no id" };
  }
  const { id, prevId, prevIds } = parsed.data;
  return { tag, kind: "read", id, parents: prevIds ?? (prevId === undefined ? [] : [prevId]) };
}

async function readJson(file: string): Promise<unknown> {
  const text = await unlessMissing(readFile(file, "utf8"));
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** @returns `undefined` when there is no snapshot, or one of a form that is not known. */
export async function readShape(
  path: string,
  layout: Layout,
  tag: string,
): Promise<SchemaShape | undefined> {
  return shapeOfSnapshot(await readJson(snapshotPath(path, layout, tag)));
}

const noTables = { tables: {} };

function readLast(file: string): Promise<unknown> {
  return readCached(file, "last", readJson);
}

/** From the snapshot of `tag` to the declared tables; `undefined` where that cannot be told. */
export async function readUngenerated(
  path: string,
  layout: Layout,
  tag: string | undefined,
  schema: Record<string, unknown>,
): Promise<SchemaChange[] | undefined> {
  const last = tag === undefined ? noTables : await readLast(snapshotPath(path, layout, tag));
  const before = shapeOfSnapshot(last);
  const after = shapeOfSnapshot(declaredSnapshot(schema, last));
  return before && after && compareShapes(before, after);
}
