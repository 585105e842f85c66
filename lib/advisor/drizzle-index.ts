// Pure: an index as one writes it in a Drizzle schema, among a table's extras.
import { member } from "@/lib/advisor/drizzle-column";
import type { DrizzleNames } from "@/lib/advisor/drizzle-names";
import type { Index, Table } from "@/lib/advisor/facts";
import { indexName } from "@/lib/advisor/sql-text";

/** `index("ai_coach_notes_user_id_idx").on(table.userId),` */
export function newIndexLine(table: Table, columns: string[], names: DrizzleNames): string {
  return `index(${JSON.stringify(indexName(table, columns))}).on(${membersOf(table, columns, names)}),`;
}

/** The line that made it, as far as the catalog tells. */
export function indexLine(table: Table, index: Index, names: DrizzleNames): string {
  const make = index.isUnique ? "uniqueIndex" : "index";
  const keys = index.columns.map((column, place) =>
    column === null
      ? `sql\`${expressionOf(index, place)}\``
      : member("table", names.column(table, column)),
  );
  const on =
    index.method === "btree"
      ? `.on(${keys.join(", ")})`
      : `.using(${JSON.stringify(index.method)}, ${keys.join(", ")})`;
  const where = index.predicate === null ? "" : `.where(sql\`${index.predicate}\`)`;
  return `${make}(${JSON.stringify(index.name)})${on}${where},`;
}

function membersOf(table: Table, columns: string[], names: DrizzleNames): string {
  return columns.map((column) => member("table", names.column(table, column))).join(", ");
}

/** A part ends with the numbers of its operator class, collation and direction. */
function expressionOf({ parts }: Index, place: number): string {
  return parts[place]?.replace(/( \d+){3}$/, "") ?? "";
}
