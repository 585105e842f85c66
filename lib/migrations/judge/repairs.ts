// Pure: repairs of a ledger or journal as text for a person to review, each with what takes it back.
import { type LedgerRow, ledgerName, type MigrationSource } from "@/lib/migrations/facts";
import type { Repair } from "@/lib/model/migrations/status";

type Recordable = { tag: string; when: number; hash: string };

/** The row is written as drizzle would have written it. */
export function recordMigration(migration: Recordable, source: MigrationSource): Repair {
  return recordMigrations(`Record ${migration.tag} as applied`, [migration], source);
}

export function recordBaseline(migrations: Recordable[], source: MigrationSource): Repair {
  const title =
    migrations.length === 1
      ? `Record ${migrations[0]?.tag} as applied`
      : `Record these ${migrations.length} migrations as applied`;
  return recordMigrations(title, migrations, source);
}

function recordMigrations(title: string, all: Recordable[], source: MigrationSource): Repair {
  const table = tableOf(source);
  const rows = all.map(({ hash, when, tag }) => ({ row: `(${quoted(hash)}, ${when})`, tag }));
  const lines = rows.map(
    ({ row, tag }, index) => `  ${row}${index < rows.length - 1 ? "," : ""} -- ${oneLine(tag)}`,
  );
  const schema = `"${source.ledger.schema.replaceAll('"', '""')}"`;
  return {
    title,
    language: "sql",
    apply: inTransaction([
      `create schema if not exists ${schema};`,
      `create table if not exists ${table} (id serial primary key, hash text not null, created_at bigint);`,
      `insert into ${table} (hash, created_at) values`,
      ...lines,
      `; -- must say: INSERT 0 ${rows.length}`,
    ]),
    undo: inTransaction([
      `delete from ${table} where (hash, created_at) in (${rows.map(({ row }) => row).join(", ")}); -- must say: DELETE ${rows.length}`,
    ]),
  };
}

/** Gives a row the time of the journal's entry. */
export function alignRow(entry: { when: number }, row: LedgerRow, source: MigrationSource): Repair {
  const set = (from: number | null, to: number | null) =>
    `update ${tableOf(source)} set created_at = ${to ?? "null"}\nwhere id = ${row.id} and hash = ${quoted(row.hash)} and created_at is not distinct from ${from ?? "null"}; -- must say: UPDATE 1`;
  return {
    title: `Align row ${row.id} with the journal`,
    language: "sql",
    apply: inTransaction([set(row.createdAt, entry.when)]),
    undo: inTransaction([set(entry.when, row.createdAt)]),
  };
}

/** Gives a row the hash of a file that means the same as the text that ran. */
export function alignHash(
  entry: { hash: string },
  row: LedgerRow,
  source: MigrationSource,
): Repair {
  const set = (from: string, to: string) =>
    `update ${tableOf(source)} set hash = ${quoted(to)}\nwhere id = ${row.id} and hash = ${quoted(from)}; -- must say: UPDATE 1`;
  return {
    title: `Record the file's hash in row ${row.id}`,
    language: "sql",
    apply: inTransaction([set(row.hash, entry.hash)]),
    undo: inTransaction([set(entry.hash, row.hash)]),
  };
}

export function removeRow(row: LedgerRow, source: MigrationSource): Repair {
  const table = tableOf(source);
  const createdAt = row.createdAt ?? "null";
  return {
    title: `Remove row ${row.id} of ${ledgerName(source)}`,
    language: "sql",
    apply: inTransaction([
      `delete from ${table}\nwhere id = ${row.id} and hash = ${quoted(row.hash)} and created_at is not distinct from ${createdAt}; -- must say: DELETE 1`,
    ]),
    undo: inTransaction([
      `insert into ${table} (id, hash, created_at) values (${row.id}, ${quoted(row.hash)}, ${createdAt}); -- must say: INSERT 0 1`,
    ]),
  };
}

/** Dates an entry after what has run, so that the next migrate runs it. */
export function restamp(entry: { tag: string; when: number }, when: number): Repair {
  const line = (value: number) => `{ "tag": ${JSON.stringify(entry.tag)}, "when": ${value} }`;
  return {
    title: "In meta/_journal.json set",
    language: "json",
    apply: line(when),
    undo: line(entry.when),
  };
}

function inTransaction(statements: string[]): string {
  return ["begin;", ...statements, "commit;"].join("\n");
}

function tableOf({ ledger }: MigrationSource): string {
  return [ledger.schema, ledger.table].map((name) => `"${name.replaceAll('"', '""')}"`).join(".");
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

function oneLine(text: string): string {
  return text.replaceAll(/[\r\n]+/g, " ");
}
