// Pure: the heart of the status: journal, files, ledger and catalog in, verdict out.
import {
  type Facts,
  type JournalEntry,
  type LedgerRow,
  ledgerName,
  type MigrationFile,
  objectKey,
} from "@/lib/migrations/facts";
import { nullCeiling, unjournaled, unknown } from "@/lib/migrations/judge/findings";
import { judgeBatch } from "@/lib/migrations/judge/judge-batch";
import {
  type Entry,
  isNext,
  judgeMigration,
  type Setting,
} from "@/lib/migrations/judge/judge-migration";
import {
  invalidIndexes,
  judgeUnrecorded,
  lastingObjects,
  madeByRecorded,
} from "@/lib/migrations/judge/judge-objects";
import { judgeSnapshots } from "@/lib/migrations/judge/judge-snapshots";
import { newestRow, pairRows } from "@/lib/migrations/judge/pair-rows";
import * as finding from "@/lib/migrations/judge/prefix-findings";
import { simulate } from "@/lib/migrations/judge/simulate";
import {
  bySeverity,
  type Finding,
  isWrong,
  type MigrationStatus,
  type PrefixStatus,
  worstOf,
} from "@/lib/model/migrations/status";

/** The SQL parser must have been loaded. */
export function compare(facts: Facts): PrefixStatus {
  const { source, journal, files, ledger } = facts;
  if (journal.kind === "no folder") return unjudged(facts, finding.folderMissing(source));
  if (journal.kind === "unreadable") {
    return unjudged(facts, finding.journalUnreadable(source, journal.reason));
  }
  if (ledger.kind === "unreadable") {
    return unjudged(facts, finding.ledgerUnreadable(source, ledger));
  }

  const entries = withFiles(journal.entries, files);
  const ledgerRows = ledger.kind === "read" ? ledger.rows : [];
  const pairing = pairRows(entries, ledgerRows);
  const setting: Setting = {
    ...facts,
    layout: journal.layout,
    entries,
    rows: pairing.rows,
    repeats: pairing.repeats,
    ceiling: newestRow(ledgerRows),
  };

  const unlisted = files.filter(({ tag }) => !entries.some((entry) => entry.tag === tag));
  const migrations = [
    ...judgeEntries(setting, facts, ledgerRows.length > 0),
    ...unlisted.map((file, index) =>
      migrationStatus(entries.length + index, fileAlone(file), [unjournaled(file.tag)]),
    ),
  ];
  return prefixStatus(facts, migrations, [
    ...wholePrefix(facts, setting, pairing.orphans),
    ...upgradeHazards(facts, migrations, pairing.orphans),
    ...judgeSnapshots(facts, source),
    ...invalidIndexes(facts.catalog),
  ]);
}

function judgeEntries(setting: Setting, facts: Facts, hasRows: boolean): MigrationStatus[] {
  const { entries, rows, source } = setting;
  const withRows = entries.map((entry, index) => ({ ...entry, row: rows.get(index) }));
  const expected = madeByRecorded(withRows);
  const pending = withRows.filter(({ row }, index) => {
    const entry = entries[index];
    return !row && entry !== undefined && isNext(setting, entry);
  });
  const inTheWay = judgeBatch(pending, facts);
  return withRows.map((migration, index) => {
    const { row } = migration;
    const isPending = pending.includes(migration);
    // Without any row it is the prefix as a whole that was never recorded.
    const partial =
      !row && hasRows ? judgeUnrecorded(migration, expected, facts.catalog, source) : undefined;
    const entry = entries[index];
    return migrationStatus(
      index,
      migration,
      [
        ...(entry ? judgeMigration(setting, index, entry) : []),
        ...(partial ? [partial] : (inTheWay.get(migration.tag) ?? [])),
      ],
      { row, isPending },
    );
  });
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
  const tables = lastingObjects(entries.flatMap(({ statements }) => statements)).filter(
    (object) => object.kind === "table" && catalog.objects.has(objectKey(object)),
  );
  const hasLedger = ledger.kind === "read";
  if (tables.length === 0) return finding.neverRun(source, entries.length, hasLedger);
  const recordable = entries.flatMap(({ tag, when, hash }) =>
    hash === null ? [] : [{ tag, when, hash }],
  );
  return finding.baseline(
    source,
    tables.map(({ schema, name }) => (schema === null ? name : `${schema}.${name}`)),
    hasLedger,
    recordable,
  );
}

/** As drizzle v1 would see it, played through. */
function upgradeHazards(
  facts: Facts,
  migrations: MigrationStatus[],
  orphans: LedgerRow[],
): Finding[] {
  // The other prefix's rows are no strangers, and that they share is said already.
  if (facts.source.sharedWith.length > 0) return [];
  const [, v1] = simulate(facts);
  const skipped = migrations.filter(({ findings }) =>
    findings.some(({ state }) => state === "skipped forever"),
  );
  if (v1?.outcome !== "refuses" && skipped.length + orphans.length === 0) return [];
  return [
    finding.upgradeHazard({
      refusal: v1?.outcome === "refuses" ? v1.sentence : undefined,
      skipped: skipped.map(({ tag }) => tag),
      orphans,
    }),
  ];
}

function withFiles(entries: JournalEntry[], files: MigrationFile[]): Entry[] {
  const byTag = new Map(files.map((file) => [file.tag, file]));
  return entries.map((entry) => {
    const file = byTag.get(entry.tag);
    return {
      ...entry,
      sql: file?.text ?? null,
      hash: file?.hash ?? null,
      statements: file?.statements ?? [],
    };
  });
}

function fileAlone({ tag, text, hash, statements }: MigrationFile) {
  return { tag, when: null, sql: text, hash, statements };
}

type Text = Omit<Entry, "when"> & { when: number | null };

/** @param found what became of it first, and at least that. */
function migrationStatus(
  position: number,
  { tag, when, sql, hash, statements }: Text,
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
    statements: statements.length,
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
    severity: worstOf(all.map(({ severity }) => severity)) ?? "info",
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
