// Server: the ledger as drizzle-orm 0.45 makes and fills it, so that either may go on where the other stopped.
import "server-only";
import { sql } from "drizzle-orm";
import type { MigrationSource } from "@/lib/migrations/facts";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import type { MigrationStatus } from "@/lib/model/migrations/status";

export async function createLedger(tx: LedgerReader, { ledger }: MigrationSource): Promise<void> {
  const schema = sql.identifier(ledger.schema);
  await tx.execute(sql`create schema if not exists ${schema}`);
  await tx.execute(sql`
    create table if not exists ${schema}.${sql.identifier(ledger.table)} (
      id serial primary key,
      hash text not null,
      created_at bigint
    )
  `);
}

export async function writeLedgerRow(
  tx: LedgerReader,
  { ledger }: MigrationSource,
  { hash, when }: MigrationStatus,
): Promise<void> {
  await tx.execute(sql`
    insert into ${sql.identifier(ledger.schema)}.${sql.identifier(ledger.table)} (hash, created_at)
    values (${hash}, ${when})
  `);
}
