// Pure: the objects of a database as Postgres's own printers describe them.
import { catalogQueries } from "@/lib/migrations/drift/catalog-queries";
import { columnDefinition } from "@/lib/migrations/drift/column-definition";
import { literal, qualified, quoted } from "@/lib/migrations/drift/quote";
import { sequenceOptions } from "@/lib/migrations/drift/sequence-sql";
import type { ObjectKind } from "@/lib/model/migrations/drift";

type Named = { schema: string; name: string };
type OfTable = Named & { table: string };

/** Numbers are literals: they may be larger than JavaScript's. */
export type Sequence = Named & {
  type: string;
  start: string;
  increment: string;
  min: string;
  max: string;
  cache: string;
  cycle: boolean;
};

export type Column = OfTable & {
  type: string;
  isNotNull: boolean;
  expression: string | null;
  identity: "" | "a" | "d";
  /** What `expression` is: a default, or what is stored or computed. */
  generated: "" | "s" | "v";
  collation: string | null;
  /** Of an identity column, or owned as a serial's is. */
  sequence: Sequence | null;
};

/** The row that each kind of object is printed from. */
type Rows = {
  enum: Named & { labels: string[] | null };
  domain: Named & {
    type: string;
    isNotNull: boolean;
    expression: string | null;
    collation: string | null;
    checks: { name: string; definition: string }[] | null;
  };
  "composite type": Named & {
    attributes: { name: string; type: string; collation: string | null }[] | null;
  };
  sequence: Named & { sequence: Sequence };
  function: Named & { arguments: string; isProcedure: boolean; definition: string };
  table: Named & {
    isUnlogged: boolean;
    partitionKey: string | null;
    bound: string | null;
    parents: Named[] | null;
    hasRowSecurity: boolean;
    forcesRowSecurity: boolean;
  };
  column: Column;
  constraint: OfTable & { type: string; definition: string };
  index: OfTable & { definition: string; isValid: boolean; isPartitioned: boolean };
  view: Named & { definition: string; isMaterialized: boolean; options: string[] | null };
  trigger: OfTable & { definition: string; enabled: "O" | "D" | "R" | "A" };
  policy: OfTable & {
    command: "*" | "r" | "a" | "w" | "d";
    isPermissive: boolean;
    using: string | null;
    withCheck: string | null;
    roles: string[];
  };
};

export type ObjectOf<Source extends keyof Rows> = {
  /** The question it is an answer to; a materialized view is asked for as a view. */
  source: Source;
  kind: ObjectKind;
  schema: string;
  name: string;
  /** The table that it is a part of; without that it does not exist. */
  table: string | null;
  /** Equal for equal objects. */
  definition: string;
  row: Rows[Source];
};

export type CatalogObject = { [Source in keyof Rows]: ObjectOf<Source> }[keyof Rows];

/** One row with one text, `catalog`, that `objectsFrom` reads. Wants the printer's settings. */
export const catalogQuery = `select json_build_object(${Object.entries(catalogQueries)
  .map(([source, query]) => `'${source}', (select coalesce(json_agg(q), '[]') from (${query}) q)`)
  .join(", ")})::text as catalog`;

export function objectsFrom(catalog: string): CatalogObject[] {
  const rows: { [Source in keyof Rows]: Rows[Source][] } = JSON.parse(catalog);
  const read = <Source extends keyof Rows>(
    source: Source,
    define: (row: Rows[Source]) => string,
    more: (row: Rows[Source]) => Partial<CatalogObject> = () => ({}),
  ) =>
    rows[source].map((row) => ({
      source,
      kind: source,
      schema: row.schema,
      name: row.name,
      table: "table" in row ? row.table : null,
      definition: define(row),
      row,
      ...more(row),
    })) as CatalogObject[];
  return [
    ...read("enum", ({ labels }) => `enum (${(labels ?? []).map(literal).join(", ")})`),
    ...read("domain", domainDefinition),
    ...read("composite type", ({ attributes }) => `(${attributesList(attributes).join(", ")})`),
    ...read("sequence", ({ sequence }) => `sequence${sequenceOptions(sequence)}`),
    // A checkout with other line endings makes other bodies.
    ...read(
      "function",
      ({ definition }) => definition.replaceAll("\r\n", "\n"),
      (row) => ({ name: `${row.name}(${row.arguments})` }),
    ),
    ...read("table", tableDefinition),
    ...read("column", columnDefinition),
    ...read("constraint", ({ definition }) => definition),
    ...read("index", ({ definition, isValid }) => `${definition}${isValid ? "" : " -- invalid"}`),
    ...read("view", viewDefinition, ({ isMaterialized }) =>
      isMaterialized ? { kind: "materialized view" } : {},
    ),
    ...read("trigger", ({ definition, enabled }) => `${definition}${firing[enabled]}`),
    ...read("policy", policyDefinition),
  ];
}

/** What objects of two databases are the same by. */
export function keyOf({ source, schema, table, name }: CatalogObject): string {
  return JSON.stringify([source, schema, table, name]);
}

/** The table itself, or the one that it is a part of. */
export function tableKeyOf({ source, schema, table, name }: CatalogObject): string | undefined {
  if (table !== null) return JSON.stringify(["table", schema, null, table]);
  return source === "table" ? JSON.stringify(["table", schema, null, name]) : undefined;
}

const firing = { O: "", D: " -- disabled", R: " -- on replicas", A: " -- always" };

export function domainDefinition({
  type,
  collation,
  expression,
  isNotNull,
  checks,
}: Rows["domain"]): string {
  return [
    type,
    ...(collation ? [`COLLATE ${collation}`] : []),
    ...(expression === null ? [] : [`DEFAULT ${expression}`]),
    ...(isNotNull ? ["NOT NULL"] : []),
    ...(checks ?? []).map(({ name, definition }) => `CONSTRAINT ${quoted(name)} ${definition}`),
  ].join(" ");
}

export function attributesList(attributes: Rows["composite type"]["attributes"]): string[] {
  return (attributes ?? []).map(
    ({ name, type, collation }) =>
      `${quoted(name)} ${type}${collation ? ` COLLATE ${collation}` : ""}`,
  );
}

function tableDefinition(row: Rows["table"]): string {
  const parents = (row.parents ?? []).map(qualified).join(", ");
  return [
    row.isUnlogged ? "unlogged table" : "table",
    ...(row.partitionKey ? [`PARTITION BY ${row.partitionKey}`] : []),
    ...(row.bound ? [`PARTITION OF ${parents} ${row.bound}`] : []),
    ...(parents && !row.bound ? [`INHERITS (${parents})`] : []),
    ...(row.hasRowSecurity ? ["with row level security"] : []),
    ...(row.forcesRowSecurity ? ["forced on its owner"] : []),
  ].join(" ");
}

function viewDefinition({ definition, options }: Rows["view"]): string {
  const settings = (options ?? []).toSorted().join(", ");
  return `${settings && `WITH (${settings}) AS `}${definition.trim()}`;
}

const policyCommands = { "*": "ALL", r: "SELECT", a: "INSERT", w: "UPDATE", d: "DELETE" };

export function policyDefinition(row: Rows["policy"]): string {
  return [
    `AS ${row.isPermissive ? "PERMISSIVE" : "RESTRICTIVE"}`,
    `FOR ${policyCommands[row.command]}`,
    `TO ${row.roles.join(", ")}`,
    ...(row.using === null ? [] : [`USING (${row.using})`]),
    ...(row.withCheck === null ? [] : [`WITH CHECK (${row.withCheck})`]),
  ].join(" ");
}
