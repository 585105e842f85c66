// Pure: rules on foreign keys that are there.
import { newIndexLine } from "@/lib/advisor/drizzle-index";
import { type Index, qualified } from "@/lib/advisor/facts";
import { eachTable, type Rule, severityBySize } from "@/lib/advisor/rule";
import { rowCount } from "@/lib/advisor/sizes";
import { createIndex } from "@/lib/advisor/sql-text";
import { listed } from "@/lib/advisor/words";

export const indexedForeignKeys: Rule = {
  id: "foreign-key-without-index",
  title: "Foreign keys without an index",
  severity: "warn",
  why: "Postgres indexes what a foreign key points at, not the column that points. Without an index every delete over there, and every list of “those that belong to it”, reads this whole table.",
  find: eachTable((table, { facts: { names } }) =>
    table.foreignKeys
      .filter(({ columns }) => !table.indexes.some((index) => leadsWith(index, columns)))
      .map(({ name, columns, target }) => ({
        prefix: table.prefix,
        object: `${qualified(table)}.${columns.join(",")}`,
        severity: severityBySize(table),
        headline: `${listed(columns)} of ${table.name} has no index`,
        sentence:
          table.rows === 0
            ? "The table is empty as yet: now it costs nothing."
            : `A delete in ${target.replace(/^public\./, "")} looks through ${rowCount(table.rows)}.`,
        evidence: [
          { label: "Foreign key", value: name },
          { label: "Points at", value: target },
        ],
        fix: {
          drizzle: newIndexLine(table, columns, names),
          sql: createIndex(table, columns),
        },
      })),
  ),
};

/** In any order: all of them are compared at once. An index that only leaves NULLs out serves as well. */
function leadsWith(index: Index, columns: string[]): boolean {
  const leading = index.columns.slice(0, columns.length);
  const isWhole =
    index.predicate === null ||
    columns.some((column) => index.predicate?.replaceAll('"', "") === `(${column} IS NOT NULL)`);
  const isFit = index.isValid && ["btree", "hash"].includes(index.method);
  return isFit && isWhole && columns.every((column) => leading.includes(column));
}
