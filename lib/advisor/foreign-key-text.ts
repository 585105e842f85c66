// Pure: the foreign key that a reference lacks, as one writes it in a Drizzle schema and in SQL.
import { columnLine, member } from "@/lib/advisor/drizzle-column";
import type { DrizzleNames } from "@/lib/advisor/drizzle-names";
import { byteLength, fitting, maxNameBytes } from "@/lib/advisor/name-bytes";
import type { Pointed } from "@/lib/advisor/references";
import { alter, quoted, tableName } from "@/lib/advisor/sql-text";

/** A column's line; where Drizzle would make up too long a name, a foreign key with a name of its own. */
export function foreignKeyLine(reference: Pointed, names: DrizzleNames): string {
  const { table, column, target } = reference;
  const field = names.column(table, column.name);
  const variable = names.table(target.table);
  const goal = member(variable, names.column(target.table, target.key.name));
  const whose =
    target.table.prefix === table.prefix ? "" : `// ${variable}: ${target.table.name}\n`;
  if (isWhole(usualName(reference))) {
    return `${whose}${columnLine(field, column, `.references(() => ${goal})`)}`;
  }
  return [
    `${whose}foreignKey({`,
    `  name: ${JSON.stringify(nameOf(reference))},`,
    `  columns: [${member("table", field)}],`,
    `  foreignColumns: [${goal}],`,
    "}),",
  ].join("\n");
}

/** In two steps, so that the table is not locked while its rows are looked through. */
export function foreignKeySql(reference: Pointed): string {
  const { table, column, target } = reference;
  const name = quoted(nameOf(reference));
  const [from, to] = [quoted(column.name), quoted(target.key.name)];
  return [
    "-- Rows that point at nothing stand in the way:",
    `SELECT * FROM ${tableName(table)} AS holder WHERE ${from} IS NOT NULL AND NOT EXISTS (`,
    `  SELECT FROM ${tableName(target.table)} AS target WHERE target.${to} = holder.${from}`,
    ");",
    alter(
      table,
      `ADD CONSTRAINT ${name}\n  FOREIGN KEY (${from}) REFERENCES ${tableName(target.table)} (${to}) NOT VALID`,
      `VALIDATE CONSTRAINT ${name}`,
    ),
  ].join("\n");
}

function nameOf(reference: Pointed): string {
  const { table, column } = reference;
  const usual = usualName(reference);
  return isWhole(usual) ? usual : fitting(`${table.name}_${column.name}`, "_fk");
}

/** The one that Drizzle makes up. */
function usualName({ table, column, target }: Pointed): string {
  return `${table.name}_${column.name}_${target.table.name}_${target.key.name}_fk`;
}

function isWhole(name: string): boolean {
  return byteLength(name) <= maxNameBytes;
}
