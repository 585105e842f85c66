// Pure: drizzle's migrators played through on the facts, up to what Postgres would make of the statements.
import { type Facts, type LedgerRow, ledgerName, type MigrationFile } from "@/lib/migrations/facts";
import { newestRow, pairRows } from "@/lib/migrations/judge/pair-rows";
import { counted } from "@/lib/model/counted";
import type { SimulatedStep, Simulation } from "@/lib/model/migrations/simulation";

type Known = Pick<Facts, "source" | "journal" | "files" | "ledger">;

/** None where folder or ledger cannot be read. */
export function simulate(facts: Known): Simulation[] {
  const { journal, ledger } = facts;
  if (journal.kind !== "read" || ledger.kind === "unreadable") return [];
  const rows = ledger.kind === "read" ? ledger.rows : [];
  const { entries } = journal;
  const known: Playing = {
    ...facts,
    journal,
    entries,
    rows,
    hasRow: recordedIn(facts, entries, rows),
  };
  return journal.layout === "v0" ? [simulateV0(known), simulateV1(known)] : [simulateV1(known)];
}

type Entry = { tag: string; when: number };
type Playing = Known & {
  journal: { layout: "v0" | "v1" };
  entries: Entry[];
  rows: LedgerRow[];
  /** The entries that have run. */
  hasRow: Set<Entry>;
};

/** drizzle-orm 0.45, `pg-core/dialect` `migrate`: the newest time decides alone, hashes are never read. */
function simulateV0(playing: Playing): Simulation {
  const { source, entries, rows, ledger, hasRow } = playing;
  const newest = newestRow(rows);
  const reads = `select id, hash, created_at from ${ledgerName(source)} order by created_at desc limit 1 → ${
    newest ? `row ${newest.id}, created_at ${newest.createdAt ?? "NULL"}` : "no row"
  }`;
  const base = { prefix: source.prefix, tool: "Drizzle 0.x" as const, reads };

  const missing = entries.find(({ tag }) => !fileOf(playing, tag));
  if (missing) {
    return {
      ...base,
      outcome: "fails",
      sentence: `It stops before it asks the database: there is no file ${missing.tag}.sql.`,
      steps: [],
      passesOver: [],
    };
  }
  const ceiling = newest?.createdAt ?? 0;
  const isNext = ({ when }: Entry) => !newest || ceiling < when;
  const runs = entries.filter(isNext);
  const passesOver = entries
    .filter((entry) => !isNext(entry) && !hasRow.has(entry))
    .map(({ tag, when }) => ({ tag, why: `its time ${when} is not after ${ceiling}` }));
  const own = ledger.kind === "missing" ? [createsLedger(source)] : [];
  return {
    ...base,
    ...told(runs.length, passesOver.length),
    steps: [...own, ...runs.map((entry) => stepFor(playing, entry))],
    passesOver,
  };
}

/**
 * drizzle-orm 1.0, `up-migrations/pg` and `migrator.utils`: a ledger without names is given them first, by the time
 * in whole seconds, else by the hash; then runs what has no row of its name, in the order of names.
 */
function simulateV1(playing: Playing): Simulation {
  const { source, entries, rows, ledger } = playing;
  const isNamed = ledger.kind === "read" && ledger.layout === "v1";
  const base = {
    prefix: source.prefix,
    tool: "Drizzle v1" as const,
    reads: `select id, hash, created_at, name from ${ledgerName(source)} → ${counted(rows.length, "row")}${
      isNamed || ledger.kind === "missing" ? "" : ", none with a name yet"
    }`,
    passesOver: [],
  };
  const names = isNamed
    ? new Map(rows.map((row) => [row, entries.find(({ tag }) => tag === row.name)]))
    : new Map(rows.map((row) => [row, matchedByV1(playing, row)]));
  const strangers = isNamed ? [] : rows.filter((row) => !names.get(row));
  if (strangers.length > 0) {
    return {
      ...base,
      outcome: "refuses",
      sentence: `It stops while it names the rows: ${strangers
        .map(({ id }) => `row ${id}`)
        .join(", ")} fits no migration of this folder.`,
      steps: [],
    };
  }

  const done = new Set([...names.values()]);
  const runs = entries
    .filter((entry) => !done.has(entry))
    .toSorted((a, b) => a.when - b.when || (a.tag < b.tag ? -1 : 1));
  const missing = runs.find(({ tag }) => !fileOf(playing, tag));
  if (missing) {
    return { ...base, outcome: "fails", sentence: `There is no SQL of ${missing.tag}.`, steps: [] };
  }
  const own =
    ledger.kind === "missing" ? [createsLedger(source)] : isNamed ? [] : [namesRows(source)];
  const { outcome, sentence } = told(runs.length, 0);
  return {
    ...base,
    outcome,
    sentence:
      playing.journal.layout === "v0"
        ? `Once drizzle-kit up has converted the folder: ${sentence}`
        : sentence,
    steps: [...own, ...runs.map((entry) => stepFor(playing, entry))],
  };
}

function matchedByV1(playing: Playing, { createdAt, hash }: LedgerRow): Entry | undefined {
  const inSeconds = (ms: number) => Math.trunc(ms / 1_000);
  const hasHash = ({ tag }: Entry) => fileOf(playing, tag)?.hash === hash;
  const atTime = playing.entries.filter(
    ({ when }) => createdAt !== null && inSeconds(when) === inSeconds(createdAt),
  );
  if (atTime.length === 1) return atTime[0];
  return (atTime.length > 1 ? atTime : playing.entries).find(hasHash);
}

function told(runs: number, passedOver: number): Pick<Simulation, "outcome" | "sentence"> {
  const rest =
    passedOver > 0
      ? ` It passes over ${counted(passedOver, "migration")} without a word, now and at every later run.`
      : "";
  if (runs === 0) {
    return { outcome: "nothing to do", sentence: `It runs nothing and reports success.${rest}` };
  }
  return {
    outcome: "runs",
    sentence: `It runs ${counted(runs, "migration")} in one transaction.${rest}`,
  };
}

function fileOf({ files }: Known, tag: string): MigrationFile | undefined {
  return files.find((file) => file.tag === tag);
}

/** The entries that a row is about. */
function recordedIn(known: Known, entries: Entry[], ledger: LedgerRow[]): Set<Entry> {
  const texts = entries.map((entry) => {
    const file = fileOf(known, entry.tag);
    return { ...entry, sql: file?.text ?? null, hash: file?.hash ?? null };
  });
  const { rows } = pairRows(texts, ledger);
  return new Set(entries.filter((_, index) => rows.has(index)));
}

function stepFor(playing: Playing, entry: Entry): SimulatedStep {
  const statements = fileOf(playing, entry.tag)?.statements ?? [];
  return {
    tag: entry.tag,
    isRepeated: playing.hasRow.has(entry),
    statements: statements.map(({ summary, line }) => ({ summary, line })),
  };
}

function ownStep(...summaries: string[]): SimulatedStep {
  return {
    tag: null,
    isRepeated: false,
    statements: summaries.map((summary) => ({ summary, line: null })),
  };
}

function createsLedger({ ledger }: Facts["source"]): SimulatedStep {
  return ownStep(
    `Create schema ${ledger.schema}, unless it exists`,
    `Create the ledger ${ledger.schema}.${ledger.table}`,
  );
}

function namesRows({ ledger }: Facts["source"]): SimulatedStep {
  return ownStep(
    `Add columns name and applied_at to ${ledger.schema}.${ledger.table}`,
    "Write the name of its migration into every row",
  );
}
