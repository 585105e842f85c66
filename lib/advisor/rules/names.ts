// Pure: rules on what tables and columns are called.
import { columnLine } from "@/lib/advisor/drizzle-column";
import { type Column, qualified, type Table } from "@/lib/advisor/facts";
import { eachColumn, eachTable, type Found, type Rule } from "@/lib/advisor/rule";
import { rowCount } from "@/lib/advisor/sizes";
import { alter, quoted } from "@/lib/advisor/sql-text";
import { camelCase, snakeCase } from "@/lib/advisor/words";
import type { Fix } from "@/lib/model/advice";

const snakeCased = /^_?\p{Ll}[\p{Ll}\d]*(_+[\p{Ll}\d]+)*_?$/u;

export const snakeCaseNames: Rule = {
  id: "snake-case",
  title: "Names that are not in snake_case",
  severity: "info",
  why: "Postgres folds what is not quoted to lower case, so every statement that is written by hand must quote such a name, and one that forgets it fails.",
  find: (facts) => [
    ...eachTable((table) => [
      snakeCased.test(table.name)
        ? undefined
        : {
            ...tableFound(table, betterName(table.name)),
            headline: `${table.name} is not in snake_case`,
            sentence: `SQL must write it as ${quoted(table.name)}.`,
          },
    ])(facts),
    ...eachColumn((column, table) =>
      snakeCased.test(column.name)
        ? undefined
        : {
            ...columnFound(column, table, betterName(column.name)),
            headline: `${column.name} of ${table.name} is not in snake_case`,
            sentence: `SQL must write it as ${quoted(column.name)}.`,
          },
    )(facts),
  ],
};

export const reservedWords: Rule = {
  id: "reserved-word",
  title: "Names that are words of SQL",
  severity: "info",
  why: "SQL reads a reserved word as its own unless it is quoted: a forgotten quote is a syntax error, or, as with user, silently another value.",
  find: (facts) => [
    ...eachTable((table) => [
      facts.reservedWords.has(table.name)
        ? {
            ...tableFound(table, `${table.name}_records`),
            headline: `${table.name} is a word of SQL`,
            sentence: `SQL must write it as ${quoted(table.name)}.`,
          }
        : undefined,
    ])(facts),
    ...eachColumn((column, table) =>
      facts.reservedWords.has(column.name)
        ? {
            ...columnFound(column, table, `${singularOf(table)}_${column.name}`),
            headline: `${column.name} of ${table.name} is a word of SQL`,
            sentence: `SQL must write it as ${quoted(column.name)}.`,
          }
        : undefined,
    )(facts),
  ],
};

/** Places in the plane and in space are called x, y and z everywhere. */
const vagueNames: [pattern: RegExp, reason: string][] = [
  [/^[a-w]$/, "One letter says nothing about what it holds."],
  [/^(tbl|tb|fld)_/, "What kind of thing it is need not be in its name."],
  [
    /^(data|field|col|column|val|value|attr|param|var|tmp|temp|test|foo|bar|new|old)_?\d+$/,
    "A number does not tell it from its neighbours.",
  ],
  [/^(tmp|foo|bar|baz|misc|stuff|dummy|asdf|xxx?)$/, "It does not say what it holds."],
];

export const descriptiveNames: Rule = {
  id: "vague-name",
  title: "Names that do not describe",
  severity: "info",
  why: "A name is read a thousand times by people who did not choose it, in code, in SQL and in this dashboard.",
  find: (facts) => [
    ...eachTable((table) => {
      const reason = vagueness(table.name.slice(table.prefix?.length ?? 0));
      return [
        reason === undefined
          ? undefined
          : {
              ...tableFound(table, undefined),
              headline: `${table.name} does not say what it holds`,
              sentence: reason,
            },
      ];
    })(facts),
    ...eachColumn((column, table) => {
      const reason = vagueness(column.name);
      return reason === undefined
        ? undefined
        : {
            ...columnFound(column, table, undefined),
            headline: `${column.name} of ${table.name} does not say what it holds`,
            sentence: reason,
          };
    })(facts),
  ],
};

export const prefixedNames: Rule = {
  id: "without-prefix",
  title: "Tables without a prefix",
  severity: "info",
  why: "A prefix says whose a table is and which migrations made it. Tables without one are outside of every prefix's migrations, and have no pages here.",
  find: ({ strays, prefixes }) => {
    const own = prefixes.at(-1)?.prefix ?? "";
    const listedPrefixes = prefixes.map(({ prefix }) => prefix).join(", ");
    return strays.map((table) => ({
      ...tableFound(table, own + betterName(table.name)),
      headline: `${table.name} begins with no declared prefix`,
      sentence: `It holds ${rowCount(table.rows)} and belongs to none of ${listedPrefixes}.`,
    }));
  },
};

function vagueness(name: string): string | undefined {
  return vagueNames.find(([pattern]) => pattern.test(name))?.[1];
}

function betterName(name: string): string {
  const better = snakeCase(name);
  return /^[a-z]/.test(better) ? better : `_${better}`;
}

function singularOf({ name, prefix }: Table): string {
  return snakeCase(name.slice(prefix?.length ?? 0)).replace(/s$/, "");
}

/** @param better `undefined` where only people can find a better name */
function tableFound(table: Table, better: string | undefined) {
  const name = better ?? `${table.prefix ?? ""}what_it_holds`;
  const variable = camelCase(name.slice(table.prefix?.length ?? 0));
  const drizzle = `export const ${variable} = pgTable(${JSON.stringify(name)}, { … });`;
  return {
    prefix: table.prefix,
    object: qualified(table),
    fix: renaming(drizzle, alter(table, `RENAME TO ${quoted(name)}`)),
  } satisfies Partial<Found>;
}

function columnFound(column: Column, table: Table, better: string | undefined) {
  const name = better ?? "what_it_holds";
  const drizzle = columnLine(camelCase(name), { ...column, name });
  const sql = alter(table, `RENAME COLUMN ${quoted(column.name)} TO ${quoted(name)}`);
  return {
    prefix: table.prefix,
    object: `${qualified(table)}.${column.name}`,
    fix: renaming(drizzle, sql),
  } satisfies Partial<Found>;
}

function renaming(drizzle: string, sql: string): Fix {
  return { drizzle, sql: `-- Tell drizzle-kit generate that it is a rename.\n${sql}` };
}
