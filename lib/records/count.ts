// Server: how many records there are, without holding up the list: from statistics, exact only when asked for.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import { isQueryCanceled } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import type { Matching } from "@/lib/model/list-params";
import type { Count } from "@/lib/model/page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

/** Up to here counting costs next to nothing, so the number is exact. */
export const countedRows = 10_000;
/** What nobody asked for must not keep the database from what somebody did. */
const quickDeadlineMs = 300;
const exactDeadlineMs = 8_000;

/**
 * Of those that match: exact where they are few, else the planner's estimate. For all of them, see `estimateCount`.
 * @returns `undefined` where not even that was to be had in time
 */
export async function quickCount(
  actor: Actor,
  registered: Registered,
  matching: Matching,
): Promise<Count | undefined> {
  const where = matchingCondition(registered, matching);
  if (!where) return estimateCount(actor, registered);
  await authorize(actor, "read", registered.resource);
  const counted = await inTime((tx) => countUpTo(tx, registered, countedRows, where));
  if (counted?.kind === "exact") return counted;
  const rows = await inTime((tx) => plannedRows(tx, registered, where));
  if (rows === undefined || (counted && rows <= counted.rows)) return counted;
  return { rows, kind: "estimate" };
}

/** @returns `undefined` where it took longer than what nobody waits for may take */
export async function inTime<T>(work: (tx: Transaction) => Promise<T>): Promise<T | undefined> {
  try {
    return await read(work, { deadlineMs: quickDeadlineMs, signal: requestSignal() });
  } catch (error) {
    if (isQueryCanceled(error)) return undefined;
    throw error;
  }
}

/** How many rows the planner expects to match: it looks at its statistics, not at the table. */
export async function plannedRows(
  tx: Transaction,
  { table }: Registered,
  where: SQL,
): Promise<number> {
  const [row] = await tx.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] }>(
    sql`explain (format json) select from ${table} where ${where}`,
  );
  return row?.["QUERY PLAN"][0].Plan["Plan Rows"] ?? 0;
}

/** The planner's estimate for a big table; small ones are counted. */
export async function estimateCount(actor: Actor, registered: Registered): Promise<Count> {
  await authorize(actor, "read", registered.resource);
  const { schema, table: name } = registered.resource;
  const count = async (tx: Transaction): Promise<Count> => {
    const [statistics] = await tx.execute<{ estimate: number }>(sql`
      select reltuples::float8 as estimate from pg_class
      where oid = to_regclass(format('%I.%I', ${schema}::text, ${name}::text))`);
    const estimate = Number(statistics?.estimate ?? -1);
    if (estimate > countedRows) return { rows: Math.round(estimate), kind: "estimate" };
    return countUpTo(tx, registered, countedRows);
  };
  return read(count, { signal: requestSignal() });
}

/** How many records are so, as far as `limit`: beyond it nobody counts. */
export async function countUpTo(
  tx: Transaction,
  { table }: Registered,
  limit: number,
  where: SQL = sql`true`,
): Promise<Count> {
  const [counted] = await tx.execute<{ rows: string }>(
    sql`select ${rowsUpTo({ table }, limit, where)} as rows`,
  );
  return countOf(counted?.rows, limit);
}

/** As part of a statement that counts several things; its result is read by `countOf`. */
export function rowsUpTo({ table }: Pick<Registered, "table">, limit: number, where: SQL): SQL {
  return sql`(select count(*) from (
    select from ${table} where ${where} limit ${sql.raw(String(limit + 1))}
  ) as counted)`;
}

export function countOf(counted: string | undefined, limit: number): Count {
  const rows = Number(counted);
  return rows > limit ? { rows: limit, kind: "more than" } : { rows, kind: "exact" };
}

/** @returns `undefined` when counting took longer than its deadline. */
export async function exactCount(
  actor: Actor,
  registered: Registered,
  matching?: Matching,
): Promise<Count | undefined> {
  const { resource, table } = registered;
  await authorize(actor, "read", resource);
  const where = (matching && matchingCondition(registered, matching)) ?? sql`true`;
  try {
    const [counted] = await read(
      async (tx) =>
        tx.execute<{ rows: string }>(sql`select count(*) as rows from ${table} where ${where}`),
      { deadlineMs: exactDeadlineMs, signal: requestSignal() },
    );
    return { rows: Number(counted?.rows), kind: "exact" };
  } catch (error) {
    if (isQueryCanceled(error)) return undefined;
    throw error;
  }
}
