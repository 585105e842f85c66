// Server: how many cards the columns of a board have, counted up to a cap and estimated beyond it.
import "server-only";
import { sql } from "drizzle-orm";
import { read, type Transaction } from "@/lib/db/client";
import { isQueryCanceled } from "@/lib/db/errors";
import type { Count } from "@/lib/model/page";
import { fieldOf } from "@/lib/model/resource";
import type { BoardPart } from "@/lib/records/board-parts";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

/** Up to here counting costs next to nothing where an index leads with the field. */
const countedRows = 10_000;
const countDeadlineMs = 1_500;

/** In the order of the parts. @returns `undefined` when counting took longer than its deadline. */
export async function countColumns(
  registered: Registered,
  by: string,
  parts: BoardPart[],
): Promise<Count[] | undefined> {
  try {
    return await read((tx) => count(tx, registered, by, parts), {
      deadlineMs: countDeadlineMs,
      signal: requestSignal(),
    });
  } catch (error) {
    if (isQueryCanceled(error)) return undefined;
    throw error;
  }
}

async function count(
  tx: Transaction,
  registered: Registered,
  by: string,
  parts: BoardPart[],
): Promise<Count[]> {
  const limit = sql.raw(String(countedRows + 1));
  const counters = parts.map(
    ({ where }, index) => sql`(
      select count(*) from (select from ${registered.table} where ${where} limit ${limit}) as part
    ) as ${sql.identifier(`c${index}`)}`,
  );
  const [row] = await tx.execute<Record<string, string>>(
    sql`select ${sql.join(counters, sql`, `)}`,
  );
  const counts = parts.map((_, index) => Number(row?.[`c${index}`]));
  const isAnyBig = counts.some((rows) => rows > countedRows);
  const estimates = isAnyBig ? await estimate(tx, registered, by) : new Map<string, number>();
  return parts.map(({ option }, index) => {
    const rows = counts[index] ?? 0;
    if (rows <= countedRows) return { rows, kind: "exact" };
    const estimated = estimates.get(option ?? "") ?? 0;
    return estimated > countedRows
      ? { rows: estimated, kind: "estimate" }
      : { rows: countedRows, kind: "more than" };
  });
}

/** How many rows have each of the most common values, by the planner's statistics. */
async function estimate(
  tx: Transaction,
  { resource }: Registered,
  by: string,
): Promise<Map<string, number>> {
  const rows = await tx.execute<{ value: string; rows: number }>(sql`
    select common.value, common.part * c.reltuples as rows
    from pg_stats s
    join pg_class c on c.oid = to_regclass(format('%I.%I', s.schemaname, s.tablename)),
      unnest(s.most_common_vals::text::text[], s.most_common_freqs) as common (value, part)
    where s.schemaname = ${resource.schema} and s.tablename = ${resource.table}
      and s.attname = ${fieldOf(resource, by)?.column} and not s.inherited`);
  return new Map(rows.map(({ value, rows }) => [value, Math.round(Number(rows))]));
}
