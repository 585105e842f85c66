// Pure: what is known about a prefix's migrations before they are judged.
import type { LiveFacts } from "@/lib/model/migrations/lock-receipt";
import type { ObjectRef, Statement } from "@/lib/model/migrations/sql";
import type { SchemaChange } from "@/lib/model/migrations/status";

/** A declared prefix, with its folder and ledger resolved. */
export type MigrationSource = {
  prefix: string;
  label: string;
  /** As declared: from the project's root, or absolute. */
  folder: string;
  /** Where that is on this machine. */
  path: string;
  /** Where the build has its own copy; none when this is no build, or the copy is what is read. */
  builtPath?: string;
  ledger: { schema: string; table: string };
  /** The npm script that applies the migrations. */
  script: string;
  /** Prefixes that are declared with the same ledger. */
  sharedWith: string[];
  /** The declared Drizzle tables, where there is a schema file. */
  schema?: Record<string, unknown>;
};

/** `when` is in ms since 1970. */
export type JournalEntry = { tag: string; when: number };

/** `v0`: `meta/_journal.json` beside `<tag>.sql`. `v1`: no journal, one folder `<14 digits>_name` each. */
export type Journal =
  | { kind: "read"; layout: "v0" | "v1"; entries: JournalEntry[] }
  | { kind: "no folder" }
  | { kind: "unreadable"; reason: string };

export type MigrationFile = { tag: string; text: string; hash: string; statements: Statement[] };

/** The head of a snapshot: which state of the schema it is, and which ones it was made from. */
export type Snapshot =
  | { tag: string; kind: "read"; id: string; parents: string[] }
  | { tag: string; kind: "missing" }
  | { tag: string; kind: "unreadable"; reason: string };

/** What a migrations folder holds. */
export type Folder = {
  journal: Journal;
  files: MigrationFile[];
  /** One for each entry of the journal. */
  snapshots: Snapshot[];
  /** From the last snapshot to the declared schema; none when either is unknown. */
  ungenerated?: SchemaChange[];
};

export type LedgerRow = {
  id: string;
  hash: string;
  createdAt: number | null;
  /** Of v1's ledgers. */
  name?: string | null;
  /** When it was written, where the ledger or the server kept that. */
  appliedAt?: string | null;
};

/** A ledger of `v1` names its migrations. */
export type Ledger =
  | { kind: "read"; layout: "v0" | "v1"; rows: LedgerRow[] }
  | { kind: "missing" }
  | { kind: "unreadable"; reason: string; remedy: string; code?: string };

/** What the database has of what the migrations speak of. */
export type Catalog = {
  /** By `objectKey`. */
  objects: Set<string>;
  /** Indexes that a failed build left behind, on the prefix's tables. */
  invalidIndexes: { index: string; table: string }[];
  live: LiveFacts;
};

/** `from` says where it was found in words, `command` writes it back to its file. */
export type AppliedText = { text: string; from: string; command?: string };

export type Facts = {
  source: MigrationSource;
  ledger: Ledger;
  catalog: Catalog;
  /** What is pending in prefixes that are migrated before this one. */
  before: { prefix: string; makes: ObjectRef[] }[];
  /** Applied texts that are no longer in the folder, by their hash, and where they were found. */
  appliedTexts: Map<string, AppliedText>;
  /** In ms since 1970. */
  now: number;
} & Folder;

export function ledgerName({ ledger }: Pick<MigrationSource, "ledger">): string {
  return `${ledger.schema}.${ledger.table}`;
}

/** Kinds whose names are only unique within a table (or type). */
const parts: ObjectRef["kind"][] = ["column", "constraint", "trigger", "policy", "enum value"];

/** Without a schema a name stands for what the search path finds. */
export function objectKey({ kind, schema, table, name }: ObjectRef): string {
  const path = parts.includes(kind) && table !== undefined ? [table, name] : [name];
  return [kind, schema ?? "*", ...path].join(" ");
}
