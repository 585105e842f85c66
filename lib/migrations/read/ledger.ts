// Server: reads ledgers, with SELECT alone. A missing ledger or permission is an answer, not an error.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { Ledger, LedgerRow, MigrationSource } from "@/lib/migrations/facts";
import { instantOf } from "@/lib/model/instant";

export type LedgerReader = Pick<Transaction, "execute">;

export async function readLedger(tx: LedgerReader, source: MigrationSource): Promise<Ledger> {
  const found = await findLedger(tx, source);
  if (!found) return { kind: "missing" };
  const { columns, role } = found;
  const unknown = ["id", "hash", "created_at"].filter((column) => !columns.includes(column));
  if (unknown.length > 0) {
    return {
      kind: "unreadable",
      reason: `it has no column ${unknown.join(", ")}`,
      remedy: "Another table has the ledger's name: check the prefix's ledger in admin.config.ts.",
    };
  }
  const { schema, table } = source.ledger;
  if (!found.mayRead) {
    return {
      kind: "unreadable",
      reason: `permission denied for role ${role}`,
      remedy: "Let the role read it:",
      code: `grant usage on schema "${schema}" to "${role}";\ngrant select on "${schema}"."${table}" to "${role}";`,
    };
  }
  const layout = columns.includes("name") ? "v1" : "v0";
  return { kind: "read", layout, rows: await readRows(tx, source, found) };
}

type FoundLedger = { columns: string[]; mayRead: boolean; role: string; hasTimes: boolean };

/** From the catalog, which every role may read. */
async function findLedger(tx: LedgerReader, { ledger }: MigrationSource) {
  const rows = await tx.execute<FoundLedger>(sql`
    select
      current_user::text as role,
      current_setting('track_commit_timestamp')::bool as "hasTimes",
      has_schema_privilege(s.oid, 'usage') and has_table_privilege(t.oid, 'select') as "mayRead",
      (
        select coalesce(json_agg(attname), '[]')
        from pg_catalog.pg_attribute
        where attrelid = t.oid and attnum > 0 and not attisdropped
      ) as columns
    from pg_catalog.pg_class t
    join pg_catalog.pg_namespace s on s.oid = t.relnamespace
    where s.nspname = ${ledger.schema} and t.relname = ${ledger.table}
  `);
  return rows[0];
}

async function readRows(
  tx: LedgerReader,
  { ledger }: MigrationSource,
  { columns, hasTimes }: FoundLedger,
): Promise<LedgerRow[]> {
  const column = (name: string): SQL =>
    columns.includes(name) ? sql`${sql.identifier(name)}::text` : sql`null`;
  const committedAt = hasTimes ? sql`pg_xact_commit_timestamp(xmin)::text` : sql`null`;
  type Row = Record<"id" | "hash", string> & Record<"when" | "name" | "appliedAt", string | null>;
  const rows = await tx.execute<Row>(sql`
    select id::text, hash, created_at::text as "when",
      ${column("name")} as name, coalesce(${column("applied_at")}, ${committedAt}) as "appliedAt"
    from ${sql.identifier(ledger.schema)}.${sql.identifier(ledger.table)}
    order by ${sql.identifier(ledger.table)}.id
  `);
  return rows.map(({ when, appliedAt, ...row }) => ({
    ...row,
    createdAt: when === null ? null : Number(when),
    appliedAt: appliedAt === null ? null : (instantOf(appliedAt, "UTC")?.toISOString() ?? null),
  }));
}
