// Pure: what the database knows about the tables that a statement names.
import type { KnownTables, TableRef } from "@/lib/model/migrations/sql";

type Known = KnownTables | undefined;

export function columnOf(known: Known, table: TableRef, name: string) {
  const isMeant = means(known, table);
  return known?.columns.find((column) => column.name === name && isMeant(column.table));
}

/** Columns of a type, with their tables. */
export function columnsOfType(known: Known, type: TableRef): { table: TableRef; name: string }[] {
  const spellings = new Set(
    [type.name, `"${type.name}"`].flatMap((name) => [name, `${type.schema ?? "public"}.${name}`]),
  );
  return (known?.columns ?? [])
    .filter((column) => spellings.has(column.type.replace(/(\[\])+$/, "")))
    .map((column) => ({ table: tableRef(column.table), name: column.name }));
}

export function foreignKeysOf(known: Known, table: TableRef) {
  const isMeant = means(known, table);
  return (known?.foreignKeys ?? []).filter((key) => isMeant(key.table));
}

export function foreignKeysTo(known: Known, parent: TableRef) {
  const isMeant = means(known, parent);
  return (known?.foreignKeys ?? []).filter((key) => isMeant(key.parent));
}

export function tableOfIndex(known: Known, index: TableRef): TableRef | undefined {
  const found = known?.indexes.find(
    ({ name, table }) =>
      name === index.name && (index.schema ?? tableRef(table).schema) === tableRef(table).schema,
  );
  return found && tableRef(found.table);
}

/** From `schema.name`. */
export function tableRef(name: string): TableRef {
  const dot = name.indexOf(".");
  return { schema: name.slice(0, dot), name: name.slice(dot + 1) };
}

/** Names without a schema mean the first schema of the search path that has such a table. */
function means(known: Known, table: TableRef): (name: string) => boolean {
  const schemas = table.schema === null ? (known?.searchPath ?? []) : [table.schema];
  const names = schemas.map((schema) => `${schema}.${table.name}`);
  const meant = names.find((name) => known?.columns.some((column) => column.table === name));
  return (name) => name === (meant ?? names[0]);
}
