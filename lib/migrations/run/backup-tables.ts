// Server: the tables that pending migrations touch and that are there to be backed up. Only reads.
import "server-only";
import { sql } from "drizzle-orm";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import type { TableName } from "@/lib/migrations/run/backup-command";
import { loadParser, parseMigration } from "@/lib/migrations/sql/parse";
import type { Statement, TableRef } from "@/lib/model/migrations/sql";
import { type PrefixStatus, pendingOf } from "@/lib/model/migrations/status";

/**
 * Their ledgers come with them, so that what is restored agrees with what is recorded. Of a prefix with a statement
 * that cannot be seen through, all tables.
 */
export async function backupTables(
  tx: LedgerReader,
  statuses: PrefixStatus[],
): Promise<TableName[]> {
  await loadParser();
  const batches = statuses.map((status) => ({
    status,
    statements: pendingOf(status).flatMap(({ sql: text }) => parseMigration(text ?? "").statements),
  }));
  const refs = batches.flatMap(({ statements }) => statements.flatMap(tablesOf));
  const opaque = batches.filter(({ statements }) => statements.some(isOpaque));
  const behind = batches.filter(({ statements }) => statements.length > 0);
  const ledgers = await findTables(
    tx,
    behind.map(({ status }) => ledgerOf(status)),
    [],
  );
  const found = await findTables(
    tx,
    refs,
    opaque.map(({ status }) => status.prefix),
  );
  const isLedger = (table: TableName) =>
    ledgers.some(({ schema, name }) => schema === table.schema && name === table.name);
  const touched = found.filter((table) => !isLedger(table));
  return touched.length > 0 ? [...touched, ...ledgers] : [];
}

/** Those that exist, with their partitions, which hold the rows. */
async function findTables(
  tx: LedgerReader,
  refs: TableRef[],
  prefixes: string[],
): Promise<TableName[]> {
  const rows = await tx.execute<TableName>(sql`
    with wanted as (
      select to_regclass(
        format(case when schema is null then '%2$I' else '%1$I.%2$I' end, schema, name)
      ) as oid
      from json_to_recordset(${JSON.stringify(refs)}::json) as ref(schema text, name text)
      union
      select c.oid from pg_catalog.pg_class c
      where exists (
        select from json_array_elements_text(${JSON.stringify(prefixes)}::json) as prefix
        where starts_with(c.relname, prefix)
      )
    ), partitions as (
      select relid as oid from wanted, pg_catalog.pg_partition_tree(wanted.oid)
    )
    select s.nspname::text as schema, c.relname::text as name
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace s on s.oid = c.relnamespace
    where c.relkind in ('r', 'p') and s.nspname !~ '^(pg_|information_schema$)'
      and c.oid in (select oid from wanted union select oid from partitions)
    order by s.nspname, c.relname
  `);
  return rows.map(({ schema, name }) => ({ schema, name }));
}

function tablesOf({ touches, drops }: Statement): TableRef[] {
  return [...touches, ...drops.filter(({ kind }) => kind === "table")];
}

function isOpaque({ opaque, failure }: Statement): boolean {
  return opaque !== undefined || failure !== undefined;
}

/** `schema.table`, as the status names it. */
function ledgerOf({ ledger }: PrefixStatus): TableRef {
  const dot = ledger.indexOf(".");
  return { schema: ledger.slice(0, dot), name: ledger.slice(dot + 1) };
}
