// Pure: the table that a column named like a reference tells of.
import { type Column, primaryKeyOf, type Table } from "@/lib/advisor/facts";
import { snakeCase, withPlurals } from "@/lib/advisor/words";

/** A table and the one column that is its key. */
export type Target = { table: Table; key: Column };

type Directory = { byName: Map<string, Target[]>; byLastWord: Map<string, Target[]> };

/** Tables by their names without prefix; only those with a key that one column can hold. */
export function directoryOf(tables: Table[]): Directory {
  const targets = tables.flatMap((table) => keyed(table) ?? []);
  return {
    byName: groupBy(targets, ({ table }) => entityOf(table)),
    byLastWord: withoutCommon(groupBy(targets, ({ table }) => lastWord(entityOf(table)))),
  };
}

/** A word that ends many names tells nothing. */
function withoutCommon(targets: Map<string, Target[]>): Map<string, Target[]> {
  return new Map([...targets].filter(([, found]) => found.length <= 20));
}

/**
 * From certain to likely: the table of that very name, among the same prefix's first; then one whose name ends alike;
 * then, in other prefixes, one that is named like the column's last words. Only the first kind may differ in type.
 * @param isReachable whether tables of that prefix may be pointed at
 */
export function guessTarget(
  { byName, byLastWord }: Directory,
  table: Table,
  column: Column,
  isReachable: (prefix: string | null) => boolean,
): Target | undefined {
  const stem = stemOf(column) ?? "";
  if (stem === "parent") return keyed(table);
  // Named like its own table it is an id of another kind.
  if (withPlurals(stem).includes(entityOf(table))) return undefined;
  const own = (found: Target[]) => found.filter((each) => each.table.prefix === table.prefix);
  const others = (found: Target[]) =>
    found.filter(({ table: { prefix } }) => prefix !== table.prefix && isReachable(prefix));
  const named = lookUp(byName, stem);
  const fits = ({ key }: Target) => familyOf(key) === familyOf(column);
  const certain = [own(named), others(named)].find((found) => found.length > 0);
  if (certain) {
    const near = certain.toSorted((a, b) => distance(table, a.table) - distance(table, b.table));
    return near.find(fits) ?? near[0];
  }
  const likely = [
    own(lookUp(byLastWord, lastWord(stem))),
    ...tailsOf(stem).map((tail) => others(lookUp(byName, tail))),
  ];
  return likely.map((found) => found.filter(fits)).find((found) => found.length === 1)?.[0];
}

/** `coaching_session` of `coaching_session_id` */
export function stemOf({ name }: Column): string | undefined {
  return /^(.+)_id$/.exec(snakeCase(name))?.[1];
}

/** Types of one family can be compared. */
export function familyOf({ type }: Column): string {
  if (/^(smallint|integer|bigint|numeric)\b/.test(type)) return "number";
  if (/^(text|character varying|character)\b/.test(type)) return "text";
  return type;
}

function keyed(table: Table): Target | undefined {
  const [name, second] = primaryKeyOf(table);
  const key = table.columns.find((column) => column.name === name);
  return key && second === undefined ? { table, key } : undefined;
}

function lookUp(targets: Map<string, Target[]>, word: string): Target[] {
  return [...new Set(withPlurals(word))].flatMap((form) => targets.get(form) ?? []);
}

function distance(from: Table, to: Table): number {
  return from.schema === to.schema ? 0 : 1;
}

/** `some_sessions` of `ai_coach_some_sessions` */
function entityOf({ name, prefix }: Table): string {
  return snakeCase(name.slice(prefix?.length ?? 0));
}

function lastWord(name: string): string {
  return name.split("_").at(-1) ?? "";
}

/** `last_home_address` → `home_address`, `address` */
function tailsOf(name: string): string[] {
  const words = name.split("_");
  return words.slice(1).map((_, index) => words.slice(index + 1).join("_"));
}

function groupBy<T>(list: T[], keyOf: (each: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}
