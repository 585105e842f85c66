// Pure: the statements that make an object as it was read, and those that remove it.
import { columnSql } from "@/lib/migrations/drift/column-definition";
import {
  attributesList,
  type CatalogObject,
  type Column,
  domainDefinition,
  type ObjectOf,
  policyDefinition,
  tableKeyOf,
} from "@/lib/migrations/drift/objects";
import { literal, qualified, quoted } from "@/lib/migrations/drift/quote";
import { sequenceOptions } from "@/lib/migrations/drift/sequence-sql";

/** @param all where a table's columns, constraints and whatever else belongs to it are found */
export function createDdl(object: CatalogObject, all: CatalogObject[]): string {
  return object.source === "table" ? createTable(object, all) : createOne(object);
}

function createOne(object: Exclude<CatalogObject, ObjectOf<"table">>): string {
  const name = qualified(object);
  switch (object.source) {
    case "enum":
      return `CREATE TYPE ${name} AS ENUM (${(object.row.labels ?? []).map(literal).join(", ")});`;
    case "domain":
      return `CREATE DOMAIN ${name} AS ${domainDefinition(object.row)};`;
    case "composite type":
      return `CREATE TYPE ${name} AS (${attributesList(object.row.attributes).join(", ")});`;
    case "sequence":
      return `CREATE SEQUENCE ${name}${sequenceOptions(object.row.sequence)};`;
    case "function":
      return `${object.definition.trimEnd()};`;
    case "column":
      return addColumn(object.row);
    case "constraint":
      return `ALTER TABLE ${tableOf(object.row)} ADD CONSTRAINT ${quoted(object.name)} ${object.definition};`;
    case "index":
      return `${indexSql(object)};`;
    case "view":
      return createView(object);
    case "trigger":
      return [
        `${object.row.definition};`,
        ...(object.row.enabled === "O" ? [] : [setFiring(object)]),
      ].join("\n");
    case "policy":
      return `CREATE POLICY ${quoted(object.name)} ON ${tableOf(object.row)} ${policyDefinition(object.row)};`;
  }
}

export function dropDdl(object: CatalogObject): string {
  const name = qualified(object);
  switch (object.source) {
    case "enum":
    case "composite type":
      return `DROP TYPE ${name};`;
    case "function": {
      const { row } = object;
      return `DROP ${row.isProcedure ? "PROCEDURE" : "FUNCTION"} ${qualified(row)}(${row.arguments});`;
    }
    case "column":
      return `ALTER TABLE ${tableOf(object.row)} DROP COLUMN ${quoted(object.name)};`;
    case "constraint":
      return `ALTER TABLE ${tableOf(object.row)} DROP CONSTRAINT ${quoted(object.name)};`;
    case "trigger":
    case "policy":
      return `DROP ${object.source.toUpperCase()} ${quoted(object.name)} ON ${tableOf(object.row)};`;
    default:
      return `DROP ${object.kind.toUpperCase()} ${name};`;
  }
}

/** Whether it is there or not, and with whatever depends on it. */
export function removeDdl(object: CatalogObject): string {
  return dropDdl(object)
    .replace(/\bDROP (MATERIALIZED VIEW|\w+)/, "DROP $1 IF EXISTS")
    .replace(/;$/, " CASCADE;");
}

export function tableOf({ schema, table }: { schema: string; table: string }): string {
  return qualified({ schema, name: table });
}

export function addColumn(column: Column): string {
  const { sequence, identity } = column;
  const add = `ALTER TABLE ${tableOf(column)} ADD COLUMN ${quoted(column.name)} ${columnSql(column)};`;
  if (!sequence || identity) return add;
  return [createSequence(column), add, ownSequence(column)].join("\n");
}

export function createSequence({ sequence }: Column): string {
  return sequence
    ? `CREATE SEQUENCE IF NOT EXISTS ${qualified(sequence)}${sequenceOptions(sequence)};`
    : "";
}

export function ownSequence(column: Column): string {
  const { sequence } = column;
  return sequence
    ? `ALTER SEQUENCE ${qualified(sequence)} OWNED BY ${tableOf(column)}.${quoted(column.name)};`
    : "";
}

/** Postgres prints the index of a partitioned table as if its partitions were to have none. */
function indexSql({ row }: ObjectOf<"index">): string {
  return row.isPartitioned ? row.definition.replace(" ON ONLY ", " ON ") : row.definition;
}

function createView({ kind, row }: ObjectOf<"view">): string {
  const options = row.options?.length ? ` WITH (${row.options.join(", ")})` : "";
  const body = row.definition.trim().replace(/;$/, "");
  return `CREATE ${kind.toUpperCase()} ${qualified(row)}${options} AS\n${body};`;
}

const firing = { O: "ENABLE", D: "DISABLE", R: "ENABLE REPLICA", A: "ENABLE ALWAYS" };

export function setFiring({ name, row }: ObjectOf<"trigger">): string {
  return `ALTER TABLE ${tableOf(row)} ${firing[row.enabled]} TRIGGER ${quoted(name)};`;
}

/** With all that belongs to it, so that nothing of it is left to be made. */
function createTable(table: ObjectOf<"table">, all: CatalogObject[]): string {
  const key = tableKeyOf(table);
  const parts = all.filter((other) => other.source !== "table" && tableKeyOf(other) === key);
  const columns = parts.flatMap((part) => (part.source === "column" ? [part.row] : []));
  const owned = columns.filter(({ sequence, identity }) => sequence && !identity);
  return [
    ...owned.map(createSequence),
    `${tableHead(table, columns)};`,
    ...owned.map(ownSequence),
    ...parts
      .filter(({ source }) => source !== "column")
      .toSorted((a, b) => partRank(a) - partRank(b))
      .map((part) => createDdl(part, all)),
    ...rowSecurity(table),
  ].join("\n");
}

function tableHead({ row }: ObjectOf<"table">, columns: Column[]): string {
  const create = `CREATE ${row.isUnlogged ? "UNLOGGED " : ""}TABLE ${qualified(row)}`;
  const by = row.partitionKey ? ` PARTITION BY ${row.partitionKey}` : "";
  const parents = (row.parents ?? []).map(qualified).join(", ");
  if (row.bound) return `${create} PARTITION OF ${parents} ${row.bound}${by}`;
  const lines = columns.map((column) => `\n  ${quoted(column.name)} ${columnSql(column)}`);
  return `${create} (${lines.join(",")}\n)${parents && ` INHERITS (${parents})`}${by}`;
}

function rowSecurity({ row }: ObjectOf<"table">): string[] {
  const alter = `ALTER TABLE ${qualified(row)}`;
  return [
    ...(row.hasRowSecurity ? [`${alter} ENABLE ROW LEVEL SECURITY;`] : []),
    ...(row.forcesRowSecurity ? [`${alter} FORCE ROW LEVEL SECURITY;`] : []),
  ];
}

/** Keys before what refers to them. */
function partRank(part: CatalogObject): number {
  if (part.source === "constraint") return part.row.type === "f" ? 2 : 0;
  return ["index", "trigger", "policy"].indexOf(part.source) * 2 + 1;
}
