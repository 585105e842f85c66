// Pure: what can be said about a prefix's migrations on one database.

/** From harmless to worst. `info` needs no repair; from `warn` on something is wrong. */
const severities = ["ok", "info", "warn", "high", "critical"] as const;
export type Severity = (typeof severities)[number];

export type MigrationState =
  | "applied"
  | "edited"
  | "restamped"
  | "pending"
  | "skipped forever"
  | "order hazard"
  | "null ceiling"
  | "orphan row"
  | "file missing"
  | "unjournaled"
  | "duplicate entry"
  | "double row"
  | "baseline"
  | "never run"
  | "shared ledger"
  | "folder missing"
  | "journal unreadable"
  | "ledger unreadable"
  | "blocked"
  | "unknown";

/** One of the values that were compared. */
export type Evidence = { label: string; value: string };

export type Finding = {
  state: MigrationState;
  severity: Severity;
  /** A few words that stand alone: "Drizzle will never run 0007_notes". */
  headline: string;
  sentence: string;
  evidence: Evidence[];
  remedy?: string;
  /** What carries the remedy out: SQL, or a command for the shell. */
  code?: string;
  /** Running the migrations now would do harm or something else than the files say. */
  blocks?: boolean;
};

export type MigrationStatus = {
  /** Place in the prefix's list, from 0; names the migration even where tags repeat. */
  position: number;
  tag: string;
  /** When it was generated, in ms since 1970; null for a file that the journal does not list. */
  when: number | null;
  /** Recorded by drizzle v1's ledgers only. */
  appliedAt: string | null;
  sql: string | null;
  statements: number;
  /** sha256 of the file, as a ledger records it. */
  hash: string | null;
  /** Of its worst finding when something is wrong, else of the first. */
  state: MigrationState;
  severity: Severity;
  /** A row of the ledger is about it. */
  isRecorded: boolean;
  /** It has not run, and drizzle's next migrate runs it. */
  isPending: boolean;
  /** Worst first, never empty. */
  findings: Finding[];
};

export type PrefixStatus = {
  prefix: string;
  label: string;
  folder: string;
  /** Of the folder; null when it cannot be read. */
  layout: "v0" | "v1" | null;
  /** `schema.table` */
  ledger: string;
  /** The npm script that applies them. */
  script: string;
  severity: Severity;
  headline: string;
  /** In the order of the journal, then files that it does not list. */
  migrations: MigrationStatus[];
  /** Of the prefix as a whole; those of one migration are with it. Worst first. */
  findings: Finding[];
};

export type Verdict = "clean" | "pending" | "wrong";

/** Of one prefix, or of several together. */
export function verdictOf(...statuses: PrefixStatus[]): Verdict {
  if (statuses.some((status) => isWrong(status.severity))) return "wrong";
  return statuses.some((status) => pendingOf(status).length > 0) ? "pending" : "clean";
}

/** Whether folder, journal and ledger could be read: without them a count of 0 means nothing. */
export function isJudged(status: PrefixStatus): boolean {
  return !status.findings.some(({ state }) => unjudged.includes(state));
}

const unjudged: MigrationState[] = ["folder missing", "journal unreadable", "ledger unreadable"];

export function isWrong(severity: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf("warn");
}

export function recordedOf(status: PrefixStatus): MigrationStatus[] {
  return status.migrations.filter((migration) => migration.isRecorded);
}

export function pendingOf(status: PrefixStatus): MigrationStatus[] {
  return status.migrations.filter((migration) => migration.isPending);
}

/** Every finding that is wrong, worst first, with the migration it is about. */
export function problemsOf(
  status: PrefixStatus,
): { finding: Finding; migration?: MigrationStatus }[] {
  const ofMigrations = status.migrations.flatMap((migration) =>
    migration.findings.map((finding) => ({ finding, migration })),
  );
  return [...status.findings.map((finding) => ({ finding })), ...ofMigrations]
    .filter(({ finding }) => isWrong(finding.severity))
    .sort((a, b) => bySeverity(a.finding, b.finding));
}

/** Worst first; equal ones keep their order. */
export function bySeverity(a: { severity: Severity }, b: { severity: Severity }): number {
  return severities.indexOf(b.severity) - severities.indexOf(a.severity);
}

/** One thing that differs between two states of a schema. */
export type SchemaChange = {
  change: "added" | "removed" | "changed";
  /** "table", "column", "index", "enum", … */
  kind: string;
  name: string;
  /** Of a column, index or constraint. */
  table?: string;
  before: string | null;
  after: string | null;
};
