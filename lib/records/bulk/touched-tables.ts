// Server: how many rows of which tables a transaction has touched so far, by whatever did it: cascades and triggers too.
import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { TouchedRows } from "@/lib/model/bulk";

type Counts = Map<string, TouchedRows>;

/** The backend's own counts, which begin before the transaction: only differences mean something. */
export async function touchedTables(tx: Transaction): Promise<Counts> {
  const rows = await tx.execute<{ table: string; action: TouchedRows["action"]; rows: string }>(sql`
    select case schemaname when 'public' then relname else schemaname || '.' || relname end as table,
      action, rows
    from pg_stat_xact_user_tables
    cross join lateral (values ('inserted', n_tup_ins), ('updated', n_tup_upd), ('deleted', n_tup_del))
      as counted (action, rows)
    where rows > 0 and relname not like 'admin\\_%'`);
  return new Map(
    rows.map((row) => [`${row.table} ${row.action}`, { ...row, rows: Number(row.rows) }]),
  );
}

/** Adds to `sum` what came between the two. */
export function addDifference(sum: Counts, before: Counts, after: Counts): void {
  for (const [name, counted] of after) {
    const rows = counted.rows - (before.get(name)?.rows ?? 0);
    if (rows > 0) sum.set(name, { ...counted, rows: rows + (sum.get(name)?.rows ?? 0) });
  }
}
