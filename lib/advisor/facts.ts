// Pure: all that the advisor's rules look at.
import type { DrizzleNames } from "@/lib/advisor/drizzle-names";
import type { Orphans, Reference } from "@/lib/advisor/references";

export type Column = {
  name: string;
  /** In full, as Postgres prints it: `character varying(100)`. */
  type: string;
  notNull: boolean;
  /** As Postgres prints it: `'pending'::character varying`. */
  default: string | null;
  isIdentity: boolean;
  /** Computed from other columns. */
  isGenerated: boolean;
  isEnum: boolean;
};

export type Index = {
  name: string;
  method: string;
  /** Its key in order; `null` stands for an expression. */
  columns: (string | null)[];
  /** The same, each with all that tells it from another: expression, operator class, collation, direction. */
  parts: string[];
  /** Columns that it only carries along. */
  included: string[];
  predicate: string | null;
  isUnique: boolean;
  isPrimary: boolean;
  isValid: boolean;
  /** A constraint stands on it, so it is dropped with the constraint. */
  isConstraint: boolean;
  /** A foreign key or logical replication relies on this very index. */
  isReliedOn: boolean;
  definition: string;
  bytes: number;
  scans: number;
};

export type ForeignKey = {
  name: string;
  columns: string[];
  /** `schema.table` */
  target: string;
  targetColumns: string[];
};

export type Table = {
  schema: string;
  name: string;
  /** The declared prefix that covers it. */
  prefix: string | null;
  /** As the statistics estimate it. */
  rows: number;
  inserts: number;
  updates: number;
  /** Scans of the table and its indexes. */
  reads: number;
  isPartitioned: boolean;
  /** A trigger refuses every update. */
  isAppendOnly: boolean;
  columns: Column[];
  indexes: Index[];
  foreignKeys: ForeignKey[];
  /** Of the sequence behind its key: how much of what the key's type holds is used up, from 0 to 1. */
  keyUse: number | null;
};

export type Catalog = {
  /** Those of declared prefixes, and those that lie beside them. */
  tables: Table[];
  /** `schema.table` of those that somebody alters just now: they were not looked at. */
  locked: string[];
  /** Words that must be quoted wherever they name something. */
  reservedWords: Set<string>;
  /** Since when scans are counted. */
  countedSince: Date;
};

export type PrefixFacts = { prefix: string; label: string; zone: string; tables: Table[] };

/** How often people of the dashboard used a column. */
export type ColumnUse = { table: string; column: string; use: string; count: number };

/** A name in a schema file; Postgres keeps its first 63 bytes. */
export type DeclaredName = { prefix: string; kind: string; name: string; table: string };

export type Facts = Pick<Catalog, "locked" | "reservedWords" | "countedSince"> & {
  prefixes: PrefixFacts[];
  /** Tables that no declared prefix covers, in the schemas where prefixes have theirs. */
  strays: Table[];
  declared: DeclaredName[];
  names: DrizzleNames;
  uses: ColumnUse[];
  references: Reference[];
  /** By the reference's `object`; what is not in it was not counted. */
  orphans: Map<string, Orphans>;
  now: Date;
};

export function qualified({ schema, name }: Pick<Table, "schema" | "name">): string {
  return `${schema}.${name}`;
}

export function primaryKeyOf(table: Table): string[] {
  const index = table.indexes.find(({ isPrimary }) => isPrimary);
  return index?.columns.filter((column) => column !== null) ?? [];
}
