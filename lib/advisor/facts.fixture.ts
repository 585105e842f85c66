// Test support: tables and facts as the catalog would tell them, sound but for what a test spoils.
import { drizzleNames } from "@/lib/advisor/drizzle-names";
import type { Column, Facts, Index, Table } from "@/lib/advisor/facts";
import { guessReferences } from "@/lib/advisor/references";
import type { Rule } from "@/lib/advisor/rule";

export function column(name: string, type = "text", given: Partial<Column> = {}): Column {
  return {
    name,
    type,
    notNull: false,
    default: null,
    isIdentity: false,
    isGenerated: false,
    isEnum: false,
    ...given,
  };
}

export function index(columns: (string | null)[], given: Partial<Index> = {}): Index {
  const name = given.name ?? `${columns.join("_")}_idx`;
  return {
    name,
    method: "btree",
    columns,
    parts: columns.map((each) => `${each ?? "lower(x)"} 1978 0 0`),
    included: [],
    predicate: null,
    isUnique: false,
    isPrimary: false,
    isValid: true,
    isConstraint: false,
    isReliedOn: false,
    definition: `CREATE INDEX ${name}`,
    bytes: 8192,
    scans: 0,
    ...given,
  };
}

export const key = (...columns: string[]) =>
  index(columns, { name: "pkey", isUnique: true, isPrimary: true, isConstraint: true });

const times = ["created_at", "updated_at"].map((name) =>
  column(name, "timestamp with time zone", { notNull: true, default: "now()" }),
);

const id = column("id", "uuid", { notNull: true, default: "gen_random_uuid()" });

/** With a key and times of its own, unless `columns` and `indexes` say otherwise. */
export function table(name: string, given: Partial<Table> = {}): Table {
  return {
    schema: "public",
    name,
    prefix: "app_",
    rows: 0,
    inserts: 0,
    updates: 0,
    reads: 0,
    isPartitioned: false,
    isAppendOnly: false,
    foreignKeys: [],
    keyUse: null,
    ...given,
    columns: [id, ...times, ...(given.columns ?? [])],
    indexes: [key("id"), ...(given.indexes ?? [])],
  };
}

/** Just these columns and indexes. */
export function bareTable(name: string, given: Pick<Table, "columns"> & Partial<Table>): Table {
  return { ...table(name, given), columns: given.columns, indexes: given.indexes ?? [] };
}

export function factsOf(tables: Table[], given: Partial<Facts> = {}): Facts {
  return {
    prefixes: [{ prefix: "app_", label: "App", zone: "Europe/Berlin", tables }],
    strays: [],
    locked: [],
    declared: [],
    names: drizzleNames([]),
    uses: [],
    references: guessReferences(tables),
    orphans: new Map(),
    reservedWords: new Set(["order", "user"]),
    countedSince: new Date("2026-01-01"),
    now: new Date("2026-03-01"),
    ...given,
  };
}

/** What a rule finds in these tables: `severity object`, without schema. */
export function foundBy(rule: Rule, tables: Table[], given: Partial<Facts> = {}): string[] {
  return rule
    .find(factsOf(tables, given))
    .map(
      ({ severity, object }) => `${severity ?? rule.severity} ${object.replace(/^public\./, "")}`,
    );
}
