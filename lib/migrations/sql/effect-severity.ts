// Pure: how bad an effect is on a table of this size.
import type { LiveEffect } from "@/lib/migrations/sql/batch";
import { blocksOf, rowsOf } from "@/lib/migrations/sql/estimate";
import type { Severity } from "@/lib/model/migrations/status";

const fewRows = 10_000;
const manyRows = 1_000_000;

export function effectSeverity({ isNew, lock, cost, size }: LiveEffect): Severity {
  const isBlocking = blocksOf(lock) !== "nothing";
  if (isNew || (cost === "none" && !isBlocking)) return "ok";
  const rows = rowsOf(size);
  if (cost === "fails unless empty") return rows > 0 ? "critical" : "info";
  if (cost === "none" || rows < fewRows) return "info";
  // Others go on reading and writing meanwhile.
  if (!isBlocking) return cost === "backfill" ? "warn" : "info";
  return rows > manyRows ? "high" : "warn";
}
