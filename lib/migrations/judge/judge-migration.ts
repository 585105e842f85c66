// Pure: everything that is to be said about one migration of a journal.
import type { AppliedText, JournalEntry, LedgerRow, MigrationSource } from "@/lib/migrations/facts";
import * as finding from "@/lib/migrations/judge/findings";
import { whitespaceVariants } from "@/lib/migrations/read/file-text";
import { sameMeaning } from "@/lib/migrations/sql/same-meaning";
import type { Statement } from "@/lib/model/migrations/sql";
import type { Finding } from "@/lib/model/migrations/status";

/** `sql` and `hash` are null, and there are no statements, when the file is missing. */
export type Entry = JournalEntry & {
  sql: string | null;
  hash: string | null;
  statements: Statement[];
};

/** A journal beside its ledger, as far as each migration needs it. */
export type Setting = {
  source: MigrationSource;
  layout: "v0" | "v1";
  entries: Entry[];
  /** The row about each entry, and further rows about the same one, by index. */
  rows: Map<number, LedgerRow>;
  repeats: Map<number, LedgerRow[]>;
  /** The row that drizzle 0.x takes for the newest. */
  ceiling: LedgerRow | undefined;
  appliedTexts: Map<string, AppliedText>;
  now: number;
};

/** Clocks of two computers may differ by so much without harm. */
const clockToleranceMs = 10 * 60_000;

/** What became of it first, then what else is the matter. */
export function judgeMigration(setting: Setting, index: number, entry: Entry): Finding[] {
  const row = setting.rows.get(index);
  const again = setting.repeats.get(index);
  return [
    fate(setting, entry, row),
    ...(row && again ? [finding.doubleRow(entry, row, again, setting.source)] : []),
    ...duplicates(setting, entry, row),
    ...(setting.layout === "v0" ? dates(setting, index, entry) : []),
  ];
}

function fate(setting: Setting, entry: Entry, row: LedgerRow | undefined): Finding {
  const { source, ceiling } = setting;
  if (entry.sql === null) {
    const isSomethingPending = setting.entries.some(
      (each, index) => !setting.rows.has(index) && isNext(setting, each),
    );
    return finding.fileMissing(entry, row, !row || isSomethingPending);
  }
  if (row) return recorded(setting, entry, row);
  if (!ceiling || isNext(setting, entry)) return finding.pending(entry, ceiling, source);
  return finding.skipped(entry, ceiling, source);
}

function recorded(setting: Setting, entry: Entry, row: LedgerRow): Finding {
  const { source, ceiling, layout } = setting;
  if (layout === "v0") {
    if (row.createdAt === null) return finding.nullCeiling(row, source, entry);
    // Below a NULL everything would run again: that is said once, where the NULL is.
    if (ceiling?.createdAt !== null && isNext(setting, entry)) {
      return finding.runsAgain(entry, row, source);
    }
    if (row.createdAt !== entry.when) return finding.restamped(entry, row, source);
  }
  if (row.hash === entry.hash) return finding.applied(entry, row);
  return edited(setting, entry, row);
}

function edited({ appliedTexts, source }: Setting, entry: Entry, row: LedgerRow): Finding {
  const { sql, hash } = entry;
  if (sql === null || hash === null) return finding.edited(entry, row);
  if (whitespaceVariants(sql).has(row.hash)) return finding.differentLineEndings(entry, row);
  const applied = appliedTexts.get(row.hash);
  return applied && sameMeaning(applied.text, sql)
    ? finding.reformatted({ ...entry, hash }, row, applied, source)
    : finding.edited(entry, row, applied);
}

/** Whether drizzle's migrate would run the entry: 0.x asks for the time alone, v1 for its row. */
export function isNext({ layout, ceiling, entries, rows }: Setting, entry: Entry): boolean {
  if (layout === "v1") return !rows.has(entries.indexOf(entry));
  return !ceiling || (ceiling.createdAt ?? 0) < entry.when;
}

function duplicates(setting: Setting, entry: Entry, row: LedgerRow | undefined): Finding[] {
  const { entries } = setting;
  const sameTag = entries.filter(({ tag }) => tag === entry.tag);
  if (sameTag.length > 1) {
    return [finding.repeatedTag(entry, sameTag.length, !row && isNext(setting, entry))];
  }
  const sameTime = entries.find((other) => other !== entry && other.when === entry.when);
  return sameTime ? [finding.repeatedTime(entry, sameTime)] : [];
}

function dates(setting: Setting, index: number, entry: Entry): Finding[] {
  const { entries, rows, now } = setting;
  const hasRun = rows.has(index);
  const found: Finding[] = [];
  const earlier = entries.slice(0, index).find(({ when }) => when > entry.when);
  if (earlier && (hasRun || isNext(setting, entry))) {
    found.push(finding.outOfOrder(entry, earlier, hasRun));
  }
  // Only the latest: it alone decides what drizzle passes over.
  const isLatest = entries.every(({ when }) => when <= entry.when);
  if (isLatest && entry.when > now + clockToleranceMs) found.push(finding.dated(entry, now));
  return found;
}
