// Server: runs pending migrations in a shadow of the database before they run on it, and measures what they lock;
// then everything from empty, to see whether a fresh database becomes the same.
import "server-only";
import { performance } from "node:perf_hooks";
import { differencesBetween } from "@/lib/migrations/drift/compare-objects";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import type { CatalogObject } from "@/lib/migrations/drift/objects";
import { reasonFor } from "@/lib/migrations/drift/reasons";
import { replayRecorded, replayStretches } from "@/lib/migrations/drift/replay-recorded";
import {
  type LiveDatabase,
  type ReadOnly,
  readLiveDatabase,
} from "@/lib/migrations/shadow/live-database";
import { type LockMeter, startLockMeter } from "@/lib/migrations/shadow/measure-locks";
import { readShadow } from "@/lib/migrations/shadow/read-shadow";
import type { ReplayFailure } from "@/lib/migrations/shadow/replay";
import { partsOf, runBatch, type Stage } from "@/lib/migrations/shadow/run-batch";
import { onStage } from "@/lib/migrations/shadow/stage";
import type { DriftProgress } from "@/lib/model/migrations/drift";
import type {
  RehearsalFailure,
  RehearsalReport,
  RehearsedStatement,
} from "@/lib/model/migrations/rehearsal";
import { type PrefixStatus, pendingOf } from "@/lib/model/migrations/status";

type Rehearsal = {
  /** Of all prefixes of the database, in the order in which they are migrated. */
  statuses: PrefixStatus[];
  readOnly: ReadOnly;
  onProgress?(progress: DriftProgress): void;
  signal?: AbortSignal;
};

/** @throws ShadowFailed, DatabaseUnavailable */
export async function rehearse({
  statuses,
  readOnly,
  onProgress = () => {},
  signal,
}: Rehearsal): Promise<RehearsalReport> {
  const startedAt = performance.now();
  const at = Date.now();
  onProgress({ stage: "reading" });
  const live = await readLiveDatabase(readOnly);
  const options = { statuses, live, onProgress, ...(signal && { signal }) };
  const here = await replayRecorded(options, (stage, { failures }) =>
    runPending(stage, statuses, caveatsFor(failures, live, stage)),
  );
  const fresh = await fromEmpty(options);
  const isWhole = !here.failure && !fresh.failure && here.caveats.length === 0;
  return {
    at,
    ms: Math.round(performance.now() - startedAt),
    fingerprint: fingerprintOf(statuses, live),
    caveats: here.caveats,
    statements: here.statements,
    failure: here.failure,
    fromEmpty: {
      failure: fresh.failure,
      parts: isWhole ? differencesBetween(here.objects, fresh.objects, wording) : [],
    },
  };
}

function caveatsFor(failures: ReplayFailure[], live: LiveDatabase, { shadow }: Stage): string[] {
  return failures.map((failure) => reasonFor(failure, live, shadow.unavailable));
}

type Outcome = Pick<RehearsalReport, "caveats" | "statements" | "failure"> & {
  objects: CatalogObject[];
};

/** One transaction a prefix, as drizzle does it; the first that fails is the last. */
async function runPending(
  stage: Stage,
  statuses: PrefixStatus[],
  caveats: string[],
): Promise<Outcome> {
  const statements: RehearsedStatement[] = [];
  for (const status of statuses) {
    const { measured, failure } = await runPrefix(stage, status);
    statements.push(...measured);
    if (failure) return { caveats, statements, failure, objects: [] };
  }
  const objects = (await readShadow(stage.shadow)).filter((object) => !stage.lender.isLent(object));
  return { caveats, statements, failure: null, objects };
}

type PrefixOutcome = { measured: RehearsedStatement[]; failure?: RehearsalFailure };

async function runPrefix(stage: Stage, status: PrefixStatus): Promise<PrefixOutcome> {
  const { prefix } = status;
  const parts = pendingOf(status).flatMap(({ tag, sql }) =>
    partsOf(sql ?? "").map((text, index) => ({ prefix, tag, index: index + 1, text })),
  );
  if (parts.length === 0) return { measured: [] };
  let meter: LockMeter | undefined;
  let measured: RehearsedStatement[] = [];
  const failed = await runBatch(stage, {
    statements: parts.map(({ text }) => text),
    begin: "begin",
    async start() {
      measured = [];
      meter = await startLockMeter(stage.shadow);
    },
    async afterStatement(position) {
      const { text: _, ...part } = parts[position] ?? { prefix, tag: "", index: 0, text: "" };
      const reading = await meter?.read();
      measured.push({ ...part, locks: reading?.locks ?? [], rewrites: reading?.rewrites ?? [] });
    },
    finish: () => stage.shadow.exec("commit"),
  });
  if (!failed) return { measured };
  const { code, message, position } = failed.error;
  // Constraints that are deferred speak up when it commits.
  const { text, ...part } = parts[failed.index] ?? { ...lastOf(parts), text: "COMMIT" };
  return { measured, failure: { ...part, statement: text.trim(), code, message, position } };
}

function lastOf<Part>(parts: Part[]): Part {
  return parts[parts.length - 1] as Part;
}

type Options = Parameters<typeof replayRecorded>[0];

async function fromEmpty({ statuses, live, onProgress, signal }: Options) {
  const stretches = statuses.map(({ prefix, migrations }) => ({
    prefix,
    migrations: migrations.filter(({ when }) => when !== null),
  }));
  const texts = stretches.flatMap(({ migrations }) => migrations.map(({ sql }) => sql ?? ""));
  const prefixes = statuses.map(({ prefix }) => prefix);
  onProgress({ stage: "starting" });
  const play = { live, prefixes, texts, ...(signal && { signal }) };
  const { failures, objects } = await onStage(play, (stage) =>
    replayStretches(stage, stretches, onProgress),
  );
  const [first] = failures;
  if (!first) return { failure: null, objects };
  const { statement, text, ...rest } = first;
  return { failure: { ...rest, index: statement, statement: text }, objects };
}

const wording = {
  missing: "is made on a fresh database, and not on this one",
  extra: "is made on this database, and not on a fresh one",
  different: "is another one on a fresh database",
};
