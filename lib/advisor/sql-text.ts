// Pure: statements for people to read and copy.
import type { Table } from "@/lib/advisor/facts";
import { fitting } from "@/lib/advisor/name-bytes";

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** With its schema unless that is `public`, as drizzle-kit writes it. */
export function tableName({ schema, name }: Pick<Table, "schema" | "name">): string {
  return schema === "public" ? quoted(name) : `${quoted(schema)}.${quoted(name)}`;
}

export function alter(table: Table, ...actions: string[]): string {
  return actions.map((action) => `ALTER TABLE ${tableName(table)} ${action};`).join("\n");
}

export function createIndex(table: Table, columns: string[]): string {
  const keys = columns.map(quoted).join(", ");
  return `-- Blocks no writes; not within a transaction.\nCREATE INDEX CONCURRENTLY ${quoted(indexName(table, columns))} ON ${tableName(table)} (${keys});`;
}

export function indexName(table: Table, columns: string[]): string {
  return fitting(`${table.name}_${columns.join("_")}`, "_idx");
}
