// Pure: what tables and columns are called in a schema file: by its exports where there is one, else by custom.
import { getTableColumns, is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import type { Table } from "@/lib/advisor/facts";
import { camelCase } from "@/lib/advisor/words";

type Names = { table: string; columns: Map<string, string> };

export type DrizzleNames = {
  /** `coachingSessions` */
  table: (table: Table) => string;
  /** `userId` */
  column: (table: Table, column: string) => string;
};

/** @param modules of Drizzle tables, by whatever name they are exported */
export function drizzleNames(modules: Record<string, unknown>[]): DrizzleNames {
  const known = new Map<string, Names>();
  for (const [variable, value] of modules.flatMap((module) => Object.entries(module))) {
    if (!is(value, PgTable)) continue;
    const { name, schema = "public" } = getTableConfig(value);
    const columns = Object.entries(getTableColumns(value));
    known.set(`${schema}.${name}`, {
      table: variable,
      columns: new Map(columns.map(([field, column]) => [column.name, field])),
    });
  }
  const of = ({ schema, name }: Table) => known.get(`${schema}.${name}`);
  return {
    table: (table) => of(table)?.table ?? camelCase(table.name.slice(table.prefix?.length ?? 0)),
    column: (table, column) => of(table)?.columns.get(column) ?? camelCase(column),
  };
}
