// Pure: what is known about a prefix's migrations before they are judged.

/** A declared prefix, with its folder and ledger resolved. */
export type MigrationSource = {
  prefix: string;
  label: string;
  /** From the project's root, or absolute. */
  folder: string;
  ledger: { schema: string; table: string };
  /** The npm script that applies the migrations. */
  script: string;
  /** Prefixes that are declared with the same ledger. */
  sharedWith: string[];
};

/** `when` is in ms since 1970. */
export type JournalEntry = { tag: string; when: number };

/** `v0`: `meta/_journal.json` beside `<tag>.sql`. `v1`: no journal, one folder `<14 digits>_name` each. */
export type Journal =
  | { kind: "read"; layout: "v0" | "v1"; entries: JournalEntry[] }
  | { kind: "no folder" }
  | { kind: "unreadable"; reason: string };

export type MigrationFile = { tag: string; text: string };

export type LedgerRow = {
  id: string;
  hash: string;
  createdAt: number | null;
  /** Of v1's ledgers. */
  name?: string | null;
  appliedAt?: string | null;
};

export type Ledger =
  | { kind: "read"; rows: LedgerRow[] }
  | { kind: "missing" }
  | { kind: "unreadable"; reason: string; remedy: string; code?: string };

/** The prefix's tables, each as `schema.table`, and as `table` too where the search path finds it. */
export type Catalog = { tables: string[] };

export type Facts = {
  source: MigrationSource;
  journal: Journal;
  files: MigrationFile[];
  ledger: Ledger;
  catalog: Catalog;
  /** In ms since 1970. */
  now: number;
};

export function ledgerName({ ledger }: MigrationSource): string {
  return `${ledger.schema}.${ledger.table}`;
}
