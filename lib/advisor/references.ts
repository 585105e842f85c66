// Pure: columns that are named like references and have no constraint, and the tables that their names tell of.
import { type Column, primaryKeyOf, qualified, type Table } from "@/lib/advisor/facts";
import { singular, snakeCase } from "@/lib/advisor/words";

export type Reference = {
  /** `schema.table.column` */
  object: string;
  table: Table;
  column: Column;
  /** `null` when no table of that name is known. */
  target: { table: Table; key: Column } | null;
};

/** How many rows point at nothing; at least so many with `isMore`. Not counted: out of time, or not allowed. */
export type Orphans = { rows: number; isMore: boolean } | { notCounted: "late" | "refused" };

/** @param internal prefixes to which no table of another points */
export function guessReferences(tables: Table[], internal: string[] = []): Reference[] {
  const targetsOf = ({ prefix }: Table) =>
    tables.filter((other) => other.prefix === prefix || !internal.includes(other.prefix ?? ""));
  return tables
    .filter(({ prefix }) => prefix !== null)
    .flatMap((table) =>
      table.columns
        .filter((column) => isNamedLikeReference(table, column))
        .map((column) => ({
          object: `${qualified(table)}.${column.name}`,
          table,
          column,
          target: guessTarget(targetsOf(table), table, column),
        })),
    )
    .filter(({ table, column, target }) => target !== null || mustPointSomewhere(table, column));
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

/** `coaching_session` of `coaching_session_id` */
function stemOf({ name }: Column): string | undefined {
  return /^(.+)_id$/.exec(snakeCase(name))?.[1];
}

/**
 * From certain to likely: the table of that very name, among the same prefix's first; then one whose name ends alike;
 * then, in other prefixes, one that is named like the column's last words. Only the first kind may differ in type.
 */
function guessTarget(tables: Table[], table: Table, column: Column): Reference["target"] {
  const stem = stemOf(column) ?? "";
  if (stem === "parent") return keyed(table);
  if (stem === entityOf(table)) return null;
  const near = tables.toSorted((a, b) => distance(table, a) - distance(table, b));
  const own = near.filter(({ prefix }) => prefix === table.prefix);
  const others = near.filter(({ prefix }) => prefix !== table.prefix);
  const named = (name: string) => (each: Table) => entityOf(each) === name;
  const keys = (candidates: Table[]) => candidates.flatMap((each) => keyed(each) ?? []);
  const certain = [keys(own.filter(named(stem))), keys(others.filter(named(stem)))].find(
    (candidates) => candidates.length > 0,
  );
  const likely = [
    own.filter((each) => lastWord(entityOf(each)) === lastWord(stem)),
    ...tailsOf(stem).map((tail) => others.filter(named(tail))),
  ].map(keys);
  const fits = ({ key }: { key: Column }) => familyOf(key) === familyOf(column);
  if (certain) return certain.find(fits) ?? certain[0] ?? null;
  return likely.map((each) => each.filter(fits)).find((each) => each.length === 1)?.[0] ?? null;
}

function distance(from: Table, to: Table): number {
  return from.schema === to.schema ? 0 : 1;
}

function keyed(table: Table): Reference["target"] {
  const [name, second] = primaryKeyOf(table);
  const key = table.columns.find((column) => column.name === name);
  return key && second === undefined ? { table, key } : null;
}

/** `some_session` of `ai_coach_some_sessions` */
function entityOf({ name, prefix }: Table): string {
  const words = snakeCase(name.slice(prefix?.length ?? 0)).split("_");
  return [...words.slice(0, -1), singular(words.at(-1) ?? "")].join("_");
}

function lastWord(name: string): string {
  return name.split("_").at(-1) ?? "";
}

/** `last_home_address` → `home_address`, `address` */
function tailsOf(name: string): string[] {
  const words = name.split("_");
  return words.slice(1).map((_, index) => words.slice(index + 1).join("_"));
}

/** Types of one family can be compared, and so be held together by a constraint. */
export function familyOf({ type }: Column): string {
  if (/^(smallint|integer|bigint|numeric)\b/.test(type)) return "number";
  if (/^(text|character varying|character)\b/.test(type)) return "text";
  return type;
}
