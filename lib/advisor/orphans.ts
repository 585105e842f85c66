// Server: counts the rows that point at nothing. Small tables at once, big ones when somebody asks.
import "server-only";
import { sql } from "drizzle-orm";
import type { Table } from "@/lib/advisor/facts";
import {
  isComparable,
  isPointed,
  type Orphans,
  type Pointed,
  type Reference,
} from "@/lib/advisor/references";
import { read } from "@/lib/db/client";
import { isMissingRelation, isQueryCanceled, pgCode } from "@/lib/db/errors";

/** Beyond it nobody needs the number, only that something is wrong. */
const countedRows = 1_000;
const smallRows = 50_000;
/** For all small tables together. */
const unaskedMs = 300;
const askedMs = 5_000;

/** @param asked the `object` of a reference that is counted whatever its size */
export async function countOrphans(
  references: Reference[],
  asked?: string,
): Promise<Map<string, Orphans>> {
  const counts = new Map<string, Orphans>();
  const startedAt = performance.now();
  for (const reference of references.filter(isPointed).filter(isComparable)) {
    const leftMs = unaskedMs - (performance.now() - startedAt);
    const isAsked = reference.object === asked;
    if (isAsked) counts.set(reference.object, await countOne(reference, askedMs));
    else if (leftMs > 0 && isSmall(reference)) {
      const counted = await countOne(reference, leftMs);
      // Whoever asks gets more time.
      if (!("notCounted" in counted && counted.notCounted === "late")) {
        counts.set(reference.object, counted);
      }
    }
  }
  return counts;
}

function isSmall({ table, target }: Pointed): boolean {
  return table.rows <= smallRows && target.table.rows <= smallRows;
}

async function countOne({ table, column, target }: Pointed, ms: number): Promise<Orphans> {
  try {
    const [counted] = await read(
      (tx) =>
        tx.execute<{ rows: string }>(sql`
          select count(*) as rows from (
            select from ${nameOf(table)} as holder
            where holder.${sql.identifier(column.name)} is not null and not exists (
              select from ${nameOf(target.table)} as target
              where target.${sql.identifier(target.key.name)} = holder.${sql.identifier(column.name)}
            )
            limit ${sql.raw(String(countedRows + 1))}
          ) as orphan`),
      { deadlineMs: Math.ceil(ms) },
    );
    const rows = Number(counted?.rows);
    return { rows: Math.min(rows, countedRows), isMore: rows > countedRows };
  } catch (error) {
    const isLocked = pgCode(error) === "55P03";
    if (isLocked || isQueryCanceled(error)) return { notCounted: "late" };
    // Dropped since the catalog was read, or not for this role.
    if (isMissingRelation(error) || pgCode(error) === "42501") return { notCounted: "refused" };
    throw error;
  }
}

function nameOf({ schema, name }: Table) {
  return sql`${sql.identifier(schema)}.${sql.identifier(name)}`;
}
