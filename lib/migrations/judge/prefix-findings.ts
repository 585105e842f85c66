// Pure: every finding about a prefix as a whole, in words.
import {
  type Ledger,
  type LedgerRow,
  ledgerName,
  type MigrationSource,
} from "@/lib/migrations/facts";
import { rowEvidence, time } from "@/lib/migrations/judge/findings";
import { recordBaseline, removeRow } from "@/lib/migrations/judge/repairs";
import type { Finding } from "@/lib/model/migrations/status";

export function folderMissing(source: MigrationSource): Finding {
  return {
    state: "folder missing",
    severity: "critical",
    headline: `The folder ${source.folder} is missing`,
    sentence: "Without the files nothing can be said about this prefix.",
    evidence: [{ label: "Looked for", value: source.folder }],
    remedy: "Check the folder in admin.config.ts, and that the folder is deployed with the app.",
    blocks: true,
  };
}

export function journalUnreadable(source: MigrationSource, reason: string): Finding {
  return {
    state: "journal unreadable",
    severity: "critical",
    headline: "The journal cannot be read",
    sentence: "Without the journal nothing can be said about this prefix.",
    evidence: [{ label: `${source.folder}/meta/_journal.json`, value: reason }],
    remedy: "Restore the journal from version control, or make the first migration.",
    blocks: true,
  };
}

export function ledgerUnreadable(
  source: MigrationSource,
  ledger: Extract<Ledger, { kind: "unreadable" }>,
): Finding {
  return {
    state: "ledger unreadable",
    severity: "critical",
    headline: `The ledger ${ledgerName(source)} cannot be read`,
    sentence: "Without the ledger nobody can tell what has run.",
    evidence: [{ label: ledgerName(source), value: ledger.reason }],
    remedy: ledger.remedy,
    ...(ledger.code && { code: ledger.code }),
    blocks: true,
  };
}

export function sharedLedger(source: MigrationSource): Finding {
  return {
    state: "shared ledger",
    severity: "critical",
    headline: `${ledgerName(source)} is shared with ${source.sharedWith.join(", ")}`,
    sentence: "Drizzle reads only the newest row, so each prefix hides the other's migrations.",
    evidence: [source.prefix, ...source.sharedWith].map((prefix) => ({
      label: prefix,
      value: ledgerName(source),
    })),
    remedy: "Give each drizzle config its own migrations.table.",
    blocks: true,
  };
}

/** @param newest the greatest `when` of the journal; none when it is empty. */
export function orphanRow(
  row: LedgerRow,
  newest: number | undefined,
  source: MigrationSource,
): Finding {
  const isAhead = newest === undefined || (row.createdAt ?? 0) > newest;
  return {
    state: "orphan row",
    severity: "high",
    headline: isAhead
      ? `The database is ahead of this folder (row ${row.id})`
      : `Row ${row.id} of the ledger matches no migration`,
    sentence: isAhead
      ? "The ledger records a migration newer than any here: an older version is deployed, or another branch ran its own."
      : "Neither its time nor its hash is one of the journal's: history was rewritten, or another project writes here.",
    evidence: [
      ...rowEvidence(row),
      newest === undefined
        ? { label: "Journal", value: "no entries" }
        : time("Newest in the journal", newest),
    ],
    ...(isAhead
      ? { remedy: "Deploy the version that has this migration." }
      : {
          remedy: "Find the file in version control; if the row stands for nothing, remove it:",
          repair: removeRow(row, source),
        }),
  };
}

type Recordable = Parameters<typeof recordBaseline>[0];

/** @param recordable the migrations whose files are there, in the journal's order. */
export function baseline(
  source: MigrationSource,
  tables: string[],
  hasLedger: boolean,
  recordable: Recordable,
): Finding {
  return {
    state: "baseline",
    severity: "high",
    headline: "The tables exist, but no migration is recorded",
    sentence: "The next migrate would start from the first migration and fail on what exists.",
    evidence: [
      { label: ledgerName(source), value: hasLedger ? "no rows" : "no such table" },
      { label: "Tables that exist", value: tables.join(", ") },
    ],
    remedy:
      "Verify that the tables are what the migrations make (leave out of the list what has not run), then record them:",
    repair: recordBaseline(recordable, source),
    blocks: true,
  };
}

type Hazard = {
  /** Why drizzle v1 stops, if it does. */
  refusal: string | undefined;
  skipped: string[];
  orphans: LedgerRow[];
};

/** What drizzle v1 does with what 0.x passes over. */
export function upgradeHazard(hazard: Hazard): Finding {
  const { skipped, orphans } = hazard;
  return {
    state: "upgrade hazard",
    severity: "critical",
    ...hazardWords(hazard),
    evidence: [
      ...skipped.map((tag) => ({ label: "Without a row", value: tag })),
      ...orphans.map(({ id }) => ({ label: "Fits no migration", value: `row ${id}` })),
    ],
    remedy: "Repair these before drizzle-orm is upgraded.",
  };
}

function hazardWords({ refusal, skipped, orphans }: Hazard) {
  if (refusal !== undefined) {
    return { headline: "Drizzle v1 will refuse this ledger", sentence: refusal };
  }
  if (skipped.length > 0) {
    const what = skipped.length === 1 ? skipped[0] : `${skipped.length} skipped migrations`;
    return {
      headline: `Drizzle v1 will run ${what}`,
      sentence: "It goes by names instead of times, and so runs whatever has no row, however old.",
    };
  }
  return {
    headline: `Drizzle v1 will take row ${orphans.map(({ id }) => id).join(", ")} for another migration`,
    sentence:
      "It names rows by their time in whole seconds, and a migration of this folder has the same.",
  };
}

export function neverRun(source: MigrationSource, total: number, hasLedger: boolean): Finding {
  return {
    state: "never run",
    severity: "info",
    headline: `Never run: ${total} pending`,
    sentence: "Nothing is recorded and none of the tables exists: this is the first migrate.",
    evidence: [{ label: ledgerName(source), value: hasLedger ? "no rows" : "no such table" }],
    remedy: "Apply them:",
    code: `npm run ${source.script}`,
  };
}
