// Pure: what a run of migrations tells while it goes, and what is recorded of it.
import type { Finding } from "@/lib/model/migrations/status";

/** A statement that Postgres refused. `position` counts characters of `statement` from 1. */
export type StatementFailure = {
  tag: string;
  statement: string;
  /** Of `total` in the file, from 1. */
  index: number;
  total: number;
  code: string;
  message: string;
  detail?: string | undefined;
  hint?: string | undefined;
  position?: number | undefined;
};

/** What Postgres says became of the transaction; `unknown` when it could not be asked. */
export type Outcome = "rolled back" | "committed" | "unknown";

export type RunEvent = { prefix: string } & (
  | { kind: "waiting" }
  | { kind: "nothing to do" }
  /** Told before each statement, by its first line; none of them counts until `applied` is told. */
  | { kind: "running"; tag: string; index: number; total: number; statement: string }
  /** Told once all of them are committed. */
  | { kind: "applied"; tag: string; statements: number; ms: number }
  | { kind: "refused"; findings: Finding[] }
  /** What is pending is not what the person agreed to. */
  | { kind: "changed" }
  /** `failure` is none when the commit failed or the connection was lost. */
  | { kind: "failed"; failure?: StatementFailure; reason: string; outcome: Outcome }
  /** Under this number the run is in the list of runs. */
  | { kind: "recorded"; runId: string }
);

/** What a page is told: last, when there is no more to come although the run did not end well, `stopped`. */
export type RunLine = RunEvent | { kind: "stopped"; sentence: string };

/** What a run did with one migration. */
export type RunMigration = { tag: string; hash: string; statements: number; ms: number };

/** A run of one prefix, as it was recorded. */
export type MigrationRun = {
  id: string;
  at: Date;
  prefix: string;
  actorName: string;
  outcome: "applied" | "failed";
  /** What was applied; of a failed run, what it began. */
  migrations: RunMigration[];
  durationMs: number;
  /** Of a failed run, line by line: where, the statement, what Postgres said, what became of it. */
  failure: string | null;
  backupTaken: boolean;
};

export const outcomeSentences: Record<Outcome, string> = {
  "rolled back": "Nothing was applied.",
  committed: "Part of it or all was committed: look at the status before you try again.",
  unknown: "Whether anything was applied is unknown: look at the status before you try again.",
};

export const changedSentence = "What is pending has changed since this page was shown.";

/** By which `MigrationRun`s and the files of a folder know the same migration. */
export function migrationKey({ tag, hash }: { tag: string; hash: string | null }): string {
  return `${tag} ${hash}`;
}

/** "850 ms", "4.2 s", "42 s", "3 min 5 s". */
export function durationText(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1_000);
  if (ms < 10_000) return `${Math.round(ms / 100) / 10} s`;
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}
