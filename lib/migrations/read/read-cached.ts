// Server: what was read from a file, until the file changes. Histories of hundreds of files are asked for at every look.
import "server-only";
import { stat } from "node:fs/promises";
import { unlessMissing } from "@/lib/migrations/read/unless-missing";

type Kept = { state: string; value: unknown };

const kept = new Map<string, Kept>();
const maxKept = 5_000;

/** @param purpose tells apart what is made of one file in several ways. @returns `undefined` without the file. */
export async function readCached<T>(
  file: string,
  purpose: string,
  read: (file: string) => Promise<T>,
): Promise<T | undefined> {
  const found = await unlessMissing(stat(file, { bigint: true }));
  if (!found) return undefined;
  const key = `${purpose} ${file}`;
  const state = `${found.mtimeNs} ${found.ctimeNs} ${found.size} ${found.ino}`;
  const known = kept.get(key);
  if (known?.state === state) return known.value as T;
  const value = await unlessMissing(read(file));
  if (kept.size >= maxKept) kept.clear();
  if (value !== undefined) kept.set(key, { state, value });
  return value;
}
