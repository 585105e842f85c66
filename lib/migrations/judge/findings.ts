// Pure: every finding about one migration, in words.
import {
  type AppliedText,
  type LedgerRow,
  ledgerName,
  type MigrationSource,
} from "@/lib/migrations/facts";
import { alignHash, alignRow, removeRow, restamp } from "@/lib/migrations/judge/repairs";
import type { Evidence, Finding } from "@/lib/model/migrations/status";

type Entry = { tag: string; when: number; hash: string | null };

export function applied(entry: Entry, row: LedgerRow): Finding {
  return {
    state: "applied",
    severity: "ok",
    headline: "Applied",
    sentence: "The ledger records this file's time and hash.",
    evidence: compared(entry, row),
  };
}

export function differentLineEndings(entry: Entry, row: LedgerRow): Finding {
  return {
    state: "edited",
    severity: "info",
    headline: `${entry.tag} differs in line endings`,
    sentence: "The file is the applied text but for line endings or the end of the file.",
    evidence: compared(entry, row),
    remedy: "Nothing has to be done. In .gitattributes this keeps it from happening:",
    code: "*.sql text eol=lf",
  };
}

/** @param applied the text that ran, where it could be found. */
export function edited(entry: Entry, row: LedgerRow, applied?: AppliedText): Finding {
  return {
    state: "edited",
    severity: "high",
    headline: `${entry.tag} was edited after it was applied`,
    sentence:
      "The file is not the text this database ran; a new database would turn out different.",
    evidence: [
      ...compared(entry, row),
      ...(applied ? [{ label: "The applied text", value: applied.from }] : []),
    ],
    remedy: applied?.command
      ? "Put the change into a new migration, and restore the applied text:"
      : "Restore the applied text from version control and put the change into a new migration.",
    ...(applied?.command && { code: applied.command }),
  };
}

/** The file says the same as what ran, in other words: comments, blanks, capitals. */
export function reformatted(
  entry: Entry & { hash: string },
  row: LedgerRow,
  applied: AppliedText,
  source: MigrationSource,
): Finding {
  return {
    state: "edited",
    severity: "info",
    headline: `${entry.tag} was reformatted after it was applied`,
    sentence: "Both texts parse to the same statements, so a new database turns out the same.",
    evidence: [...compared(entry, row), { label: "The applied text", value: applied.from }],
    remedy: "Restore the applied text, or let the ledger record the present one:",
    repair: alignHash(entry, row, source),
  };
}

export function restamped(entry: Entry, row: LedgerRow, source: MigrationSource): Finding {
  return {
    state: "restamped",
    severity: "warn",
    headline: `${entry.tag} is recorded under another time`,
    sentence: "Ledger and journal have the same text under two times.",
    evidence: compared(entry, row),
    remedy: "If the journal is right, align the row with it:",
    repair: alignRow(entry, row, source),
  };
}

export function runsAgain(entry: Entry, row: LedgerRow, source: MigrationSource): Finding {
  return {
    ...restamped(entry, row, source),
    severity: "critical",
    headline: `Drizzle will run ${entry.tag} again`,
    sentence:
      "It has run, but the journal dates it after the newest recorded time, so it counts as pending.",
    blocks: true,
  };
}

/** @param entry the migration that the row's hash belongs to, if any. */
export function nullCeiling(row: LedgerRow, source: MigrationSource, entry?: Entry): Finding {
  return {
    state: "null ceiling",
    severity: "critical",
    headline: "The next migrate would run everything again",
    sentence: `Row ${row.id} of the ledger has no created_at; it sorts first, so drizzle takes it for the newest and counts every migration as pending.`,
    evidence: entry ? compared(entry, row) : rowEvidence(row),
    ...(entry
      ? {
          remedy: "Give the row the time of its migration:",
          repair: alignRow(entry, row, source),
        }
      : {
          remedy: `Give row ${row.id} of ${ledgerName(source)} the time of the migration it stands for; if there is none, remove it:`,
          repair: removeRow(row, source),
        }),
    blocks: true,
  };
}

export function pending(
  entry: Entry,
  ceiling: LedgerRow | undefined,
  source: MigrationSource,
): Finding {
  return {
    state: "pending",
    severity: "info",
    headline: "Pending",
    sentence: "It has not run on this database; the next migrate runs it.",
    evidence: againstCeiling(entry, ceiling),
    remedy: "Apply it:",
    code: `npm run ${source.script}`,
  };
}

export function skipped(entry: Entry, ceiling: LedgerRow, source: MigrationSource): Finding {
  return {
    state: "skipped forever",
    severity: "critical",
    headline: `Drizzle will never run ${entry.tag}`,
    sentence:
      "It is not dated after the newest applied migration, so every migrate passes over it and reports success.",
    evidence: againstCeiling(entry, ceiling),
    remedy: `Date it after what has run, and npm run ${source.script} will run it:`,
    repair: restamp(entry, (ceiling.createdAt ?? 0) + 1),
    blocks: true,
  };
}

export function outOfOrder(entry: Entry, earlier: Entry, isRecorded: boolean): Finding {
  return {
    state: "order hazard",
    severity: isRecorded ? "info" : "warn",
    headline: `${entry.tag} is not dated after ${earlier.tag}`,
    sentence: `A database that has run ${earlier.tag} alone will never run this one.`,
    evidence: [time("Its time", entry.when), time(`Time of ${earlier.tag}`, earlier.when)],
    remedy: isRecorded
      ? "It has run here. Databases that have run only the earlier one are at risk."
      : `Set its "when" in the journal above ${earlier.when} before it is merged.`,
  };
}

export function dated(entry: Entry, now: number): Finding {
  return {
    state: "order hazard",
    severity: "warn",
    headline: `${entry.tag} is dated in the future`,
    sentence: `Once it has run, drizzle never runs what is generated before ${utc(entry.when)}.`,
    evidence: [time("Its time", entry.when), time("Now", now)],
    remedy: "Check the clock of the computer that generated it, and of this one.",
  };
}

export function fileMissing(entry: Entry, row: LedgerRow | undefined, blocks: boolean): Finding {
  return {
    state: "file missing",
    severity: "critical",
    headline: `${entry.tag}.sql is missing`,
    sentence: "The journal lists it, so drizzle's migrate stops with an error.",
    evidence: row ? compared(entry, row) : [{ label: "Ledger", value: "no row" }],
    remedy: "Restore the file from version control.",
    blocks,
  };
}

export function unjournaled(tag: string): Finding {
  return {
    state: "unjournaled",
    severity: "warn",
    headline: `${tag}.sql is not in the journal`,
    sentence: "Drizzle runs only what the journal lists, so this file never runs.",
    evidence: [{ label: "Journal", value: `no entry "${tag}"` }],
    remedy: "Remove it, or move its text into an empty migration, which this makes:",
    code: "npx drizzle-kit generate --custom",
  };
}

export function repeatedTag(entry: Entry, times: number, isNext: boolean): Finding {
  return {
    state: "duplicate entry",
    severity: "high",
    headline: `${entry.tag} is listed ${times} times`,
    sentence:
      "The journal names one file more than once, so a new database runs it more than once.",
    evidence: [{ label: "Entries with this tag", value: String(times) }],
    remedy: "Remove the entry that was not meant, most often the trace of a merge.",
    blocks: isNext,
  };
}

export function repeatedTime(entry: Entry, other: Entry): Finding {
  return {
    state: "duplicate entry",
    severity: "high",
    headline: `${entry.tag} has the same time as ${other.tag}`,
    sentence: "A database that has run one of the two never runs the other.",
    evidence: [time("Time of both", entry.when)],
    remedy: 'Give the later one a greater "when" in the journal before it is applied anywhere.',
  };
}

export function doubleRow(
  entry: Entry,
  row: LedgerRow,
  again: LedgerRow[],
  source: MigrationSource,
): Finding {
  const [later] = again;
  return {
    state: "double row",
    severity: "high",
    headline: `${entry.tag} is recorded ${again.length + 1} times`,
    sentence: "Two migrators ran at once, or it was run again: its statements may have run twice.",
    evidence: [row, ...again].flatMap(rowEvidence),
    remedy: "Check what its statements did twice, then remove the later row:",
    ...(later && { repair: removeRow(later, source) }),
  };
}

export function unknown(cause: Finding): Finding {
  return {
    state: "unknown",
    severity: "info",
    headline: "Unknown",
    sentence: `Whether it has run cannot be told. ${cause.headline}.`,
    evidence: [],
  };
}

/** Both sides of the comparison, time by time and hash by hash. */
function compared(entry: Entry, row: LedgerRow): Evidence[] {
  return [
    time("Journal when", entry.when),
    time(`Ledger created_at (row ${row.id})`, row.createdAt),
    { label: "File sha256", value: entry.hash ?? "no file" },
    { label: `Ledger hash (row ${row.id})`, value: row.hash },
  ];
}

function againstCeiling(entry: Entry, ceiling: LedgerRow | undefined): Evidence[] {
  return [
    time("Journal when", entry.when),
    ceiling
      ? time(`Newest in the ledger (row ${ceiling.id})`, ceiling.createdAt)
      : { label: "Newest in the ledger", value: "no rows" },
  ];
}

export function rowEvidence(row: LedgerRow): Evidence[] {
  return [
    time(`Ledger created_at (row ${row.id})`, row.createdAt),
    { label: `Ledger hash (row ${row.id})`, value: row.hash },
  ];
}

export function time(label: string, ms: number | null): Evidence {
  return { label, value: ms === null ? "NULL" : `${ms} (${utc(ms)})` };
}

const latestDate = 8.64e15;

/** A ledger may hold numbers that are no dates. */
function utc(ms: number): string {
  if (Math.abs(ms) > latestDate) return "no date";
  return `${new Date(ms).toISOString().slice(0, 19).replace("T", " ")} UTC`;
}
