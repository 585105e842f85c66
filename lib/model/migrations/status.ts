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
  | "partial"
  | "blocked"
  | "invalid index"
  | "drift"
  | "snapshot missing"
  | "snapshot forked"
  | "broken parent"
  | "ungenerated"
  | "upgrade hazard"
  | "unknown";

/** One of the values that were compared. */
export type Evidence = { label: string; value: string };

/** Shown for copying and never run by the dashboard; `undo` takes back what `apply` did. */
export type Repair = { title: string; language: "sql" | "json"; apply: string; undo: string };

export type Finding = {
  state: MigrationState;
  severity: Severity;
  /** A few words that stand alone: "Drizzle will never run 0007_notes". */
  headline: string;
  sentence: string;
  evidence: Evidence[];
  remedy?: string;
  /** A command that carries the remedy out. */
  code?: string;
  repair?: Repair;
  /** Running the migrations now would do harm or something else than the files say. */
  blocks?: boolean;
};

export type MigrationStatus = {
  /** Place in the prefix's list, from 0; names the migration even where tags repeat. */
  position: number;
  tag: string;
  /** When it was generated, in ms since 1970; null for a file that the journal does not list. */
  when: number | null;
  /** Where the ledger, the server or our own record of runs kept it. */
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

/** A migration's part of addresses: its tag, with its place where the tag names several. */
export function segmentOf({ migrations }: PrefixStatus, { tag, position }: MigrationStatus) {
  const isUnique = migrations.filter((each) => each.tag === tag).length === 1;
  return isUnique ? tag : `${tag}~${position}`;
}

export function migrationHref(status: PrefixStatus, migration: MigrationStatus): string {
  const parts = [status.prefix, segmentOf(status, migration)];
  return `/migrations/${parts.map(encodeURIComponent).join("/")}`;
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

/** Worst first; equal ones keep their order. What only follows from others comes after them. */
export function bySeverity(a: Ranked, b: Ranked): number {
  return (
    Number(a.state === "upgrade hazard") - Number(b.state === "upgrade hazard") ||
    severities.indexOf(b.severity) - severities.indexOf(a.severity)
  );
}

export function worstOf(each: Severity[]): Severity | undefined {
  return severities.findLast((severity) => each.includes(severity));
}

type Ranked = { severity: Severity; state?: MigrationState };

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

/** "column notes of ai_coach_some_sessions added: text not null" */
export function changeWords({ change, kind, name, table, before, after }: SchemaChange): string {
  const what = `${kind} ${name}${table === undefined ? "" : ` of ${table}`} ${change}`;
  if (change === "changed") return `${what}: ${before || "nothing"} → ${after || "nothing"}`;
  const definition = change === "added" ? after : before;
  return definition ? `${what}: ${definition}` : what;
}
