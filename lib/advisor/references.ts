// Pure: columns that are named like references and have no constraint.
import { type Column, primaryKeyOf, qualified, type Table } from "@/lib/advisor/facts";
import {
  directoryOf,
  familyOf,
  guessTarget,
  stemOf,
  type Target,
} from "@/lib/advisor/guess-target";
import { snakeCase } from "@/lib/advisor/words";

export type Reference = {
  /** `schema.table.column` */
  object: string;
  table: Table;
  column: Column;
  /** `null` when no table of that name is known. */
  target: Target | null;
};

/** One whose target is known. */
export type Pointed = Reference & { target: Target };

/** How many rows point at nothing; at least so many with `isMore`. Not counted: out of time, or not allowed. */
export type Orphans = { rows: number; isMore: boolean } | { notCounted: "late" | "refused" };

/** @param internal prefixes to which no table of another points */
export function guessReferences(tables: Table[], internal: string[] = []): Reference[] {
  const directory = directoryOf(tables);
  const isReachable = (prefix: string | null) => !internal.includes(prefix ?? "");
  return tables
    .filter(({ prefix }) => prefix !== null)
    .flatMap((table) =>
      table.columns
        .filter((column) => isNamedLikeReference(table, column))
        .map((column) => ({
          object: `${qualified(table)}.${column.name}`,
          table,
          column,
          target: guessTarget(directory, table, column, isReachable) ?? null,
        })),
    )
    .filter(({ table, column, target }) => target !== null || mustPointSomewhere(table, column));
}

export function isPointed(reference: Reference): reference is Pointed {
  return reference.target !== null;
}

/** Only then a constraint can hold both together. */
export function isComparable({ column, target }: Pointed): boolean {
  return familyOf(column) === familyOf(target.key);
}

function isNamedLikeReference(table: Table, column: Column): boolean {
  const stem = stemOf(column);
  const key = primaryKeyOf(table);
  return (
    stem !== undefined &&
    column.default === null &&
    !column.isGenerated &&
    !column.isIdentity &&
    !(key.length === 1 && key[0] === column.name) &&
    !table.foreignKeys.some(({ columns }) => columns.includes(column.name)) &&
    // What it points at is named by the row.
    !table.columns.some(({ name }) => snakeCase(name) === `${stem}_type`)
  );
}

/** Texts may be the ids of other systems, and a unique column may be an id of its own. */
function mustPointSomewhere(table: Table, column: Column): boolean {
  const isUnique = table.indexes.some(
    (index) => index.isUnique && index.columns.length === 1 && index.columns[0] === column.name,
  );
  return ["uuid", "number"].includes(familyOf(column)) && !isUnique;
}
