// Pure: rules on indexes: broken, superfluous, unused, and those that this dashboard would need.
import { indexLine, newIndexLine } from "@/lib/advisor/drizzle-index";
import {
  type ColumnUse,
  type Index,
  primaryKeyOf,
  qualified,
  type Table,
} from "@/lib/advisor/facts";
import { eachTable, type Found, type Rule, type Surroundings } from "@/lib/advisor/rule";
import { byteCount, day, rowCount } from "@/lib/advisor/sizes";
import { alter, createIndex, quoted, tableName } from "@/lib/advisor/sql-text";
import { listed } from "@/lib/advisor/words";

const dayMs = 86_400_000;
const mebibyte = 2 ** 20;

export const validIndexes: Rule = {
  id: "invalid-index",
  title: "Invalid indexes",
  severity: "high",
  why: "It was built concurrently and the build failed: no query uses it, every write still pays for it, and if it is unique it holds nothing together.",
  find: eachTable((table, { facts: { names } }) =>
    table.indexes
      .filter(({ isValid }) => !isValid)
      .map((index) => ({
        ...about(table, index),
        headline: `${index.name} is invalid`,
        sentence: index.isUnique
          ? "It is unique: look for double rows first, for they may be why its build failed."
          : "Build it again, or drop it.",
        fix: {
          drizzle: `// The schema file is right as it is\n${indexLine(table, index, names)}`,
          sql: `REINDEX INDEX CONCURRENTLY ${nameOf(table, index)};`,
        },
      })),
  ),
};

export const duplicateIndexes: Rule = {
  id: "duplicate-index",
  title: "Duplicate indexes",
  severity: "warn",
  why: "Two indexes that serve the same queries cost every write twice, and the memory that one of them needs.",
  find: eachTable((table, surroundings) =>
    table.indexes.flatMap((index) => {
      const rival = table.indexes.find((other) => other !== index && replaces(table, other, index));
      return rival ? [duplicate(table, index, rival, surroundings)] : [];
    }),
  ),
};

/** Whether `other` does all that `index` does, and is the one to keep. */
function replaces(table: Table, other: Index, index: Index): boolean {
  const isAlike =
    other.isValid &&
    index.isValid &&
    other.method === index.method &&
    other.predicate === index.predicate &&
    index.parts.every((part, place) => other.parts[place] === part) &&
    index.included.every((column) => [...other.included, ...other.columns].includes(column));
  if (!isAlike || index.isPrimary || index.isReliedOn) return false;
  if (other.parts.length > index.parts.length) {
    return index.method === "btree" && !index.isUnique && !index.isConstraint;
  }
  if (index.isUnique && !other.isUnique) return false;
  const [ours, theirs] = [worthOf(index), worthOf(other)];
  const difference = theirs.findIndex((worth, place) => worth !== ours[place]);
  if (difference >= 0) return (theirs[difference] ?? 0) > (ours[difference] ?? 0);
  return table.indexes.indexOf(other) < table.indexes.indexOf(index);
}

/** Of two that do the same, the one that more hangs on stays. */
function worthOf({ isPrimary, isReliedOn, isConstraint, isUnique, included }: Index): number[] {
  return [isPrimary, isReliedOn, isConstraint, isUnique, included.length].map(Number);
}

function duplicate(
  table: Table,
  index: Index,
  rival: Index,
  { facts: { names } }: Surroundings,
): Found {
  const isSame = rival.parts.length === index.parts.length;
  return {
    ...about(table, index),
    severity: isSame || index.bytes >= 100 * mebibyte ? "warn" : "info",
    headline: isSame
      ? `${index.name} repeats ${rival.name}`
      : `${index.name} is the beginning of ${rival.name}`,
    sentence: isSame
      ? `Both have the same columns in the same order. Dropping it frees ${byteCount(index.bytes)}.`
      : `The longer one serves the same queries. Dropping the shorter frees ${byteCount(index.bytes)}; it is worth keeping only where it is very much smaller.`,
    evidence: [
      { label: "This one", value: index.definition },
      { label: "The other", value: rival.definition },
    ],
    fix: dropping(table, index, names),
  };
}

const longEnoughMs = 14 * dayMs;

export const usedIndexes: Rule = {
  id: "unused-index",
  title: "Unused indexes",
  severity: "info",
  why: "Every insert and most updates write to every index, used or not. Counters are kept by each server for itself: look at replicas before you drop one.",
  find: eachTable((table, { facts }) => {
    const { countedSince, now, names } = facts;
    if (now.getTime() - countedSince.getTime() < longEnoughMs) return [];
    return table.indexes
      .filter((index) => isIdle(table, index))
      .map((index) => ({
        ...about(table, index),
        severity: index.bytes >= 100 * mebibyte ? "warn" : "info",
        headline: `${index.name} has not been used`,
        sentence: `No query has used it since ${day(countedSince)}, if it is that old, while its table was read ${table.reads.toLocaleString("en")} times. It takes ${byteCount(index.bytes)}.`,
        evidence: [{ label: "Index", value: index.definition }],
        fix: dropping(table, index, names),
      }));
  }),
};

/** In a small table no index is used, and one that is the only way to keep a rule is no matter of use. */
function isIdle(table: Table, index: Index): boolean {
  return (
    index.scans === 0 &&
    index.isValid &&
    !index.isUnique &&
    !index.isConstraint &&
    !index.isReliedOn &&
    !table.isPartitioned &&
    index.bytes >= mebibyte &&
    table.reads > 0 &&
    !table.foreignKeys.some(({ columns }) => columns[0] === index.columns[0])
  );
}

const oftenUsed = 20;
const worthIndexing = 1_000;
const slowWithout = 100_000;

export const indexesForUse: Rule = {
  id: "used-without-index",
  title: "Columns in use without an index",
  severity: "info",
  why: "People sort and filter lists of this dashboard by these columns. Without an index that begins with it, each time the whole table is read and sorted.",
  find: eachTable((table, { facts: { uses, names } }) => {
    if (table.rows < worthIndexing) return [];
    return table.columns
      .filter(({ name }) => !table.indexes.some((index) => beginsWith(index, name)))
      .map(({ name }) => {
        const own = uses.filter(
          (use) => use.table === qualified(table) && use.column === name && use.use !== "search",
        );
        return lacking(table, name, own, names);
      });
  }),
};

function beginsWith(index: Index, column: string): boolean {
  const isWhole = index.isValid && index.predicate === null && index.method === "btree";
  return isWhole && index.columns[0] === column;
}

function lacking(
  table: Table,
  column: string,
  uses: ColumnUse[],
  names: Surroundings["facts"]["names"],
): Found | undefined {
  const times = uses.reduce((sum, { count }) => sum + count, 0);
  if (times < oftenUsed) return undefined;
  // The key keeps the order total, as lists need it.
  const columns = [...new Set([column, ...primaryKeyOf(table)])];
  const ways = uses.map(({ use }) => (use === "sort" ? "sorted" : "filtered"));
  return {
    prefix: table.prefix,
    object: `${qualified(table)}.${column}`,
    severity: table.rows >= slowWithout ? "warn" : "info",
    headline: `${column} of ${table.name} is used often and has no index`,
    sentence: `${rowCount(table.rows)} were ${listed(ways)} by it ${times.toLocaleString("en")} times here.`,
    fix: {
      drizzle: newIndexLine(table, columns, names),
      sql: createIndex(table, columns),
    },
  };
}

function about(table: Table, index: Index) {
  return {
    prefix: table.prefix,
    object: `${qualified(table)}.${index.name}`,
    evidence: [
      { label: "Index", value: index.definition },
      { label: "Size", value: byteCount(index.bytes) },
    ],
  };
}

function dropping(table: Table, index: Index, names: Surroundings["facts"]["names"]) {
  return {
    drizzle: `// Remove this line\n${indexLine(table, index, names)}`,
    sql: index.isConstraint
      ? alter(table, `DROP CONSTRAINT ${quoted(index.name)}`)
      : `DROP INDEX CONCURRENTLY ${nameOf(table, index)};`,
  };
}

function nameOf({ schema }: Table, { name }: Index): string {
  return tableName({ schema, name });
}
