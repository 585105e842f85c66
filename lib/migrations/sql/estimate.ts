// Pure: how long statements take on tables of a known size, and what others cannot do meanwhile.

import type { LiveEffect, Step } from "@/lib/migrations/sql/batch";
import { grouped } from "@/lib/migrations/sql/grouped";
import type { Blocks, TableSize } from "@/lib/model/migrations/lock-receipt";
import type { Cost, LockMode } from "@/lib/model/migrations/sql";

/** For a table that was never analysed: a row of middling width with its share of indexes. */
const bytesPerRow = 150;

export function rowsOf(size: TableSize | undefined): number {
  return size ? (size.rows ?? size.bytes / bytesPerRow) : 0;
}

/** Measured on tables of 1 and 5 million rows; wide rows and slow disks take longer. */
const nanosecondsPerRow: Record<Cost, number> = {
  none: 0,
  scan: 40,
  "index build": 220,
  backfill: 4_000,
  rewrite: 400,
  "fails unless empty": 0,
};
const computedPerRow = 1_600;

export function effectMs({ isNew, cost, action, size }: LiveEffect): number {
  if (isNew) return 0;
  const isComputed = cost === "rewrite" && action === "Add column";
  return (rowsOf(size) * (isComputed ? computedPerRow : nanosecondsPerRow[cost])) / 1e6;
}

/** A statement passes over each table once, whatever it does there. */
export function stepMs(step: Step): number {
  const byTable = grouped(step.effects, ({ table }) => table);
  return [...byTable.values()]
    .map((effects) => Math.max(...effects.map(effectMs)))
    .reduce((total, ms) => total + ms, 0);
}

export function blocksOf(lock: LockMode): Blocks {
  if (lock === "AccessExclusiveLock") return "reads and writes";
  const keepsWriters = ["ShareLock", "ShareRowExclusiveLock", "ExclusiveLock"].includes(lock);
  return keepsWriters ? "writes" : "nothing";
}

/** "about 3 s", in as many digits as an estimate has. */
export function saidMs(ms: number): string {
  if (ms < 50) return "an instant";
  if (ms < 950) return `about ${(ms / 1000).toFixed(1)} s`;
  return ms < 90_000 ? `about ${Math.round(ms / 1000)} s` : `about ${Math.round(ms / 60_000)} min`;
}

/** "5.0 million rows" */
export function saidRows(size: TableSize | undefined): string {
  if (!size || size.rows === null) return "an unknown number of rows";
  const rows = Math.round(size.rows);
  if (rows >= 950_000) return `about ${(rows / 1e6).toFixed(1)} million rows`;
  return rows === 1 ? "about 1 row" : `about ${rows.toLocaleString("en")} rows`;
}
