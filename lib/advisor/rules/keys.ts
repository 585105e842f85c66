// Pure: rules on primary keys.
import { columnLine, member } from "@/lib/advisor/drizzle-column";
import type { DrizzleNames } from "@/lib/advisor/drizzle-names";
import { type Column, primaryKeyOf, qualified, type Table } from "@/lib/advisor/facts";
import { eachTable, type Found, type Rule } from "@/lib/advisor/rule";
import { rowCount } from "@/lib/advisor/sizes";
import { alter, quoted } from "@/lib/advisor/sql-text";
import { listed } from "@/lib/advisor/words";

const uuidKey = 'id: uuid("id").primaryKey().defaultRandom(),';

export const primaryKeys: Rule = {
  id: "no-primary-key",
  title: "Tables without a primary key",
  severity: "high",
  why: "Nothing names a row of such a table: two equal rows cannot be told apart, the dashboard can only show them, and logical replication refuses to update or delete them.",
  find: eachTable((table, { facts }) => [
    primaryKeyOf(table).length > 0 ? undefined : withoutKey(table, facts.names),
  ]),
};

function withoutKey(table: Table, names: DrizzleNames): Found {
  const columns = table.columns.map(({ name }) => name);
  const unique = candidateKey(table);
  const columnsOfKey = unique ?? (columns.includes("id") ? ["id"] : undefined);
  const key = columnsOfKey?.map(quoted).join(", ");
  return {
    prefix: table.prefix,
    object: qualified(table),
    headline: `${table.name} has no primary key`,
    sentence: unique
      ? `It holds ${rowCount(table.rows)}. ${listed(unique)} ${unique.length === 1 ? "is" : "are"} unique and never NULL, so the key is there but for the name.`
      : `It holds ${rowCount(table.rows)}, and nothing keeps two of them from being equal.`,
    fix: {
      drizzle: keyLine(table, columnsOfKey, names),
      ...(!table.isPartitioned && {
        sql: key
          ? alter(table, `ADD PRIMARY KEY (${key})`)
          : alter(table, 'ADD COLUMN "id" uuid PRIMARY KEY DEFAULT gen_random_uuid()'),
      }),
    },
  };
}

/** Columns that already do what a key does. */
function candidateKey(table: Table): string[] | undefined {
  const isFilled = (name: string | null) =>
    table.columns.some((column) => column.name === name && column.notNull);
  return table.indexes
    .find(
      ({ isUnique, isValid, predicate, columns }) =>
        isUnique && isValid && predicate === null && columns.every(isFilled),
    )
    ?.columns.filter((column) => column !== null);
}

function keyLine(table: Table, key: string[] | undefined, names: DrizzleNames): string {
  const column = table.columns.find(({ name }) => name === key?.[0]);
  if (!key || !column) return uuidKey;
  if (key.length === 1)
    return columnLine(names.column(table, column.name), column, ".primaryKey()");
  const members = key.map((name) => member("table", names.column(table, name)));
  return `primaryKey({ columns: [${members.join(", ")}] }),`;
}

export const keysCalledId: Rule = {
  id: "missing-id",
  title: "Keys that are not called id",
  severity: "info",
  why: "A key called id is found without looking it up, by people and by tools, and user_id then tells of itself where it points.",
  find: eachTable((table) => {
    const key = lonelyKey(table);
    const isSurrogate = key && /^(uuid|smallint|integer|bigint)$/.test(key.type);
    if (!isSurrogate || key.name === "id" || isReference(table, key)) return [];
    return [
      {
        prefix: table.prefix,
        object: qualified(table),
        headline: `The key of ${table.name} is called ${key.name}`,
        sentence: "Foreign keys follow a rename by themselves; statements in code do not.",
        fix: {
          drizzle: columnLine("id", { ...key, name: "id" }, ".primaryKey()"),
          sql: `-- Tell drizzle-kit generate that it is a rename.\n${alter(table, `RENAME COLUMN ${quoted(key.name)} TO "id"`)}`,
        },
      },
    ];
  }),
};

export const uuidKeys: Rule = {
  id: "number-as-key",
  title: "Numbers as keys",
  severity: "info",
  why: "A number tells how many rows there are and can be guessed, two databases give the same one twice, and a reference to the wrong table still finds a row. A uuid does none of this, and the app can make it before the row exists.",
  find: eachTable((table) => {
    const key = lonelyKey(table);
    // In a journal the order of the numbers is the order of what happened.
    if (!key || !isNumber(key) || isReference(table, key) || table.isAppendOnly) return [];
    return [
      {
        prefix: table.prefix,
        object: `${qualified(table)}.${key.name}`,
        headline: `The key of ${table.name} is a number (${key.type})`,
        sentence: `It holds ${rowCount(table.rows)}. A new table does well with uuid; to exchange the key of one that others point at is seldom worth it.`,
        fix: { drizzle: uuidKey },
      },
    ];
  }),
};

const halfUsed = 0.5;
const nearlyUsed = 0.8;

export const exhaustedKeys: Rule = {
  id: "key-runs-out",
  title: "Keys that run out of numbers",
  severity: "warn",
  why: "When the sequence passes what the key's type holds, every insert fails from one moment to the next, and changing the type of a big table takes hours.",
  find: eachTable((table, { facts: { names } }) => {
    const key = lonelyKey(table);
    if (!key || table.keyUse === null || table.keyUse < halfUsed) return [];
    const share = table.keyUse.toLocaleString("en", { style: "percent" });
    const sequence = /^nextval\('(.+)'::regclass\)$/.exec(key.default ?? "")?.[1];
    return [
      {
        prefix: table.prefix,
        object: `${qualified(table)}.${key.name}`,
        severity: table.keyUse >= nearlyUsed ? "high" : "warn",
        headline: `${table.name} has used ${share} of its keys`,
        sentence: `${key.name} is ${key.type}. Columns that point at it need the wider type too, and both rewrite their table.`,
        fix: {
          drizzle: columnLine(
            names.column(table, key.name),
            { ...key, type: "bigint" },
            ".primaryKey()",
          ),
          sql: [
            alter(table, `ALTER COLUMN ${quoted(key.name)} TYPE bigint`),
            ...(sequence ? [`ALTER SEQUENCE ${sequence} AS bigint;`] : []),
          ].join("\n"),
        },
      },
    ];
  }),
};

/** The one column that is the key. */
function lonelyKey(table: Table): Column | undefined {
  const [name, second] = primaryKeyOf(table);
  return second === undefined ? table.columns.find((column) => column.name === name) : undefined;
}

function isNumber({ type }: Column): boolean {
  return /^(smallint|integer|bigint)$/.test(type);
}

function isReference(table: Table, column: Column): boolean {
  return table.foreignKeys.some(({ columns }) => columns.includes(column.name));
}
