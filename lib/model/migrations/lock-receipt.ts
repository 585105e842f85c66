// Pure: what a batch of pending migrations would do to a live database: locks, time, findings.
import type { Cost, KnownTables, LockMode, Statement } from "@/lib/model/migrations/sql";
import type { Severity } from "@/lib/model/migrations/status";

/** One pending migration. A batch lists them in the order in which they run. */
export type BatchItem = { prefix: string; tag: string; statements: Statement[] };

/** Estimates of the database itself; null where it has none yet. */
export type TableSize = {
  /** `schema.name` */
  table: string;
  rows: number | null;
  bytes: number;
  writesPerDay?: number;
};

export type LiveFacts = KnownTables & {
  /** Every table, view and the like; what is missing here does not exist. */
  sizes: TableSize[];
  schemas: string[];
  /** Installed ones. */
  extensions: string[];
  /** Those that CREATE EXTENSION would find. */
  availableExtensions: string[];
  /** `server_version_num` */
  serverVersion: number;
  /** Of every prefix that is administered. */
  prefixes: string[];
  /** Whoever runs the batch sets a lock_timeout before it. */
  hasLockTimeout: boolean;
};

export type StatementPlace = { prefix: string; tag: string; line: number; summary: string };

/** What nobody else can do to a table until the batch commits. */
export type Blocks = "reads and writes" | "writes" | "nothing";

export type ReceiptTable = {
  /** `schema.name` */
  table: string;
  /** Whose it is; null for a table outside of every prefix. */
  prefix: string | null;
  /** The strongest of its locks. */
  lock: LockMode;
  blocks: Blocks;
  /** The worst of what is done to it. */
  cost: Cost;
  rows: number | null;
  bytes: number;
  /** Time that the statements on it take. */
  estimateMs: number;
  /** Time from its first blocking lock to the end of the batch, which releases it. */
  heldMs: number;
  severity: Severity;
  /** Made by the batch itself: nobody waits for it. */
  isNew: boolean;
  statements: StatementPlace[];
};

/** A table that the batch of one prefix locks or drops although it is another's. */
export type BlastItem = {
  /** Whose batch. */
  by: string;
  table: string;
  /** Whose table. */
  prefix: string | null;
  lock: LockMode;
  isDropped: boolean;
  where: StatementPlace[];
};

export type LintFinding = {
  /** Stable name: "set-not-null". */
  rule: string;
  severity: Exclude<Severity, "ok">;
  headline: string;
  /** Why, with the live numbers. */
  sentence: string;
  remedy: string;
  /** SQL that carries the remedy out. */
  code?: string;
  /** The batch fails for certain. */
  blocks: boolean;
  where: StatementPlace[];
};

export type Receipt = {
  /** Worst first. */
  tables: ReceiptTable[];
  /** Worst first. */
  findings: LintFinding[];
  blastRadius: BlastItem[];
  /** Of the batch as a whole. */
  severity: Severity;
  /** One sentence for the whole batch. */
  sentence: string;
  totalEstimateMs: number;
};
