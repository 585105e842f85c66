// Server: whether the database can carry the dashboard, asked at most once a second whatever the number of askers.
import "server-only";
import { sql } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { adminChanges } from "@/lib/store/schema";

const askedEveryMs = 1_000;
const deadlineMs = 2_000;

let last: { at: number; answer: Promise<boolean> } | undefined;

export function isReady(): Promise<boolean> {
  if (!last || Date.now() - last.at > askedEveryMs) last = { at: Date.now(), answer: ask() };
  return last.answer;
}

async function ask(): Promise<boolean> {
  try {
    await read((tx) => tx.execute(sql`select from ${adminChanges} limit 1`), { deadlineMs });
    return true;
  } catch {
    return false;
  }
}
