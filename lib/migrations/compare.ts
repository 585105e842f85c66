// Pure: the heart of the status: journal, files, ledger and catalog in, verdict out.
import {
  type Facts,
  type JournalEntry,
  type LedgerRow,
  ledgerName,
  type MigrationFile,
} from "@/lib/migrations/facts";
import { hashOf, statementsOf, tablesMadeBy } from "@/lib/migrations/file-text";
import { nullCeiling, unjournaled, unknown } from "@/lib/migrations/findings";
import { type Entry, isNext, judgeMigration, type Setting } from "@/lib/migrations/judge-migration";
import { pairRows } from "@/lib/migrations/pair-rows";
import * as finding from "@/lib/migrations/prefix-findings";
import {
  bySeverity,
  type Finding,
  isWrong,
  type MigrationStatus,
  type PrefixStatus,
} from "@/lib/model/migration-status";

export function compare(facts: Facts): PrefixStatus {
  const { source, journal, files, ledger, now } = facts;
  if (journal.kind === "no folder") return unjudged(facts, finding.folderMissing(source));
  if (journal.kind === "unreadable") {
    return unjudged(facts, finding.journalUnreadable(source, journal.reason));
  }
  if (ledger.kind === "unreadable") {
    return unjudged(facts, finding.ledgerUnreadable(source, ledger));
  }

  const entries = withFiles(journal.entries, files);
  const ledgerRows = ledger.kind === "read" ? ledger.rows : [];
  const { rows, repeats, orphans } = pairRows(entries, ledgerRows);
  const ceiling = newestRow(ledgerRows);
  const setting = { source, layout: journal.layout, entries, rows, repeats, ceiling, now };

  const migrations = entries.map((entry, index) => {
    const row = rows.get(index);
    const isPending = !row && isNext(setting, entry);
    const findings = judgeMigration(setting, index, entry);
    return migrationStatus(index, entry, findings, { row, isPending });
  });
  const unlisted = files.filter(({ tag }) => !entries.some((entry) => entry.tag === tag));
  const strays = unlisted.map((file, index) =>
    migrationStatus(entries.length + index, fileAlone(file), [unjournaled(file.tag)]),
  );
  return prefixStatus(facts, [...migrations, ...strays], wholePrefix(facts, setting, orphans));
}

/** The facts do not suffice: whatever is there is shown, and nothing is said to have run. */
function unjudged(facts: Facts, cause: Finding): PrefixStatus {
  const { journal, files } = facts;
  const known = journal.kind === "read" ? withFiles(journal.entries, files) : files.map(fileAlone);
  const migrations = known.map((migration, index) =>
    migrationStatus(index, migration, [unknown(cause)]),
  );
  return prefixStatus(facts, migrations, [cause]);
}

function wholePrefix(facts: Facts, { entries }: Setting, orphans: LedgerRow[]): Finding[] {
  const { source, ledger } = facts;
  const isShared = source.sharedWith.length > 0;
  const newest = entries.length > 0 ? Math.max(...entries.map(({ when }) => when)) : undefined;
  const aboutOrphans = orphans.flatMap((row) => {
    if (row.createdAt === null) return [nullCeiling(row, source)];
    return isShared ? [] : [finding.orphanRow(row, newest, source)];
  });
  const hasRows = ledger.kind === "read" && ledger.rows.length > 0;
  return [
    ...(isShared ? [finding.sharedLedger(source)] : []),
    ...aboutOrphans,
    ...(hasRows || entries.length === 0 ? [] : [beforeTheFirst(facts, entries)]),
  ];
}

/** Nothing is recorded: either nothing has run, or the tables came another way. */
function beforeTheFirst({ source, ledger, catalog }: Facts, entries: Entry[]): Finding {
  const made = new Set(entries.flatMap(({ sql }) => tablesMadeBy(sql ?? "")));
  const existing = catalog.tables.filter((table) => made.has(table));
  const hasLedger = ledger.kind === "read";
  return existing.length > 0
    ? finding.baseline(source, existing, hasLedger)
    : finding.neverRun(source, entries.length, hasLedger);
}

/** The row that drizzle 0.x reads: `order by created_at desc limit 1`, where NULL sorts first. */
function newestRow(rows: LedgerRow[]): LedgerRow | undefined {
  const rank = ({ createdAt }: LedgerRow) => createdAt ?? Number.POSITIVE_INFINITY;
  return rows.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

function withFiles(entries: JournalEntry[], files: MigrationFile[]): Entry[] {
  const texts = new Map(files.map(({ tag, text }) => [tag, text]));
  return entries.map((entry) => {
    const sql = texts.get(entry.tag) ?? null;
    return { ...entry, sql, hash: sql === null ? null : hashOf(sql) };
  });
}

function fileAlone({ tag, text }: MigrationFile) {
  return { tag, when: null, sql: text, hash: hashOf(text) };
}

type Text = { tag: string; when: number | null; sql: string | null; hash: string | null };

/** @param found what became of it first, and at least that. */
function migrationStatus(
  position: number,
  { tag, when, sql, hash }: Text,
  found: Finding[],
  { row, isPending = false }: { row?: LedgerRow | undefined; isPending?: boolean } = {},
): MigrationStatus {
  const findings = found.toSorted(bySeverity);
  const worst = findings.find(({ severity }) => isWrong(severity)) ?? found[0];
  return {
    position,
    tag,
    when,
    appliedAt: row?.appliedAt ?? null,
    sql,
    statements: statementsOf(sql ?? "").length,
    hash,
    state: worst?.state ?? "unknown",
    severity: worst?.severity ?? "info",
    isRecorded: row !== undefined,
    isPending,
    findings,
  };
}

function prefixStatus(
  { source, journal }: Facts,
  migrations: MigrationStatus[],
  found: Finding[],
): PrefixStatus {
  const findings = found.toSorted(bySeverity);
  const all = [...findings, ...migrations.flatMap((migration) => migration.findings)];
  const [worst] = all.toSorted(bySeverity);
  const { prefix, label, folder, script } = source;
  return {
    prefix,
    label,
    folder,
    layout: journal.kind === "read" ? journal.layout : null,
    ledger: ledgerName(source),
    script,
    severity: worst?.severity ?? "info",
    headline: headlineOf(worst, findings, migrations),
    migrations,
    findings,
  };
}

function headlineOf(
  worst: Finding | undefined,
  [first]: Finding[],
  migrations: MigrationStatus[],
): string {
  if (!worst) return "No migrations yet";
  if (isWrong(worst.severity)) return worst.headline;
  if (first) return first.headline;
  const pending = migrations.filter(({ isPending }) => isPending).length;
  return pending > 0 ? `${pending} pending` : "Up to date";
}
