// Server: replays what a database's ledgers say has run, and tells what each prefix made.
import "server-only";
import { type CatalogObject, keyOf } from "@/lib/migrations/drift/objects";
import type { LiveDatabase } from "@/lib/migrations/shadow/live-database";
import { readShadow } from "@/lib/migrations/shadow/read-shadow";
import {
  inOrderOfTime,
  type ReplayFailure,
  replay,
  type Stretch,
} from "@/lib/migrations/shadow/replay";
import type { Stage } from "@/lib/migrations/shadow/run-batch";
import { onStage } from "@/lib/migrations/shadow/stage";
import type { DriftProgress } from "@/lib/model/migrations/drift";
import {
  isJudged,
  type MigrationStatus,
  type PrefixStatus,
  recordedOf,
} from "@/lib/model/migrations/status";

export type Replayed = {
  /** All that is there afterwards. */
  objects: CatalogObject[];
  /** Keys of objects, and the prefix whose migrations first made each. */
  makers: Map<string, string>;
  failures: ReplayFailure[];
  /** What belongs to no prefix and was needed, by the prefix that needed it. */
  borrowed: Map<string, string[]>;
  /** Texts of the prefixes that failed. */
  failedTexts: string[];
  /** Not prefix by prefix, since that does not run. */
  hasOtherOrder: boolean;
};

type Replay = {
  statuses: PrefixStatus[];
  live: LiveDatabase;
  onProgress(progress: DriftProgress): void;
  signal?: AbortSignal;
};

/** Hands the stage on which they were replayed to `work`. @throws ShadowFailed */
export async function replayRecorded<T>(
  { statuses, live, onProgress, signal }: Replay,
  work: (stage: Stage, replayed: Replayed) => Promise<T>,
): Promise<T> {
  const byPrefix = statuses.filter(isJudged).map(recordedStretch);
  const texts = byPrefix.flatMap(textsOf);
  const prefixes = statuses.map(({ prefix }) => prefix);
  const play = { live, prefixes, texts, ...(signal && { signal }) };

  const perform = (stretches: Stretch[], hasOtherOrder: boolean) => {
    onProgress({ stage: "starting" });
    return onStage(play, async (stage) => {
      const replayed = await replayStretches(stage, stretches, onProgress);
      const failedTexts = byPrefix.filter(hasFailedIn(replayed.failures)).flatMap(textsOf);
      const result = await work(stage, { ...replayed, failedTexts, hasOtherOrder });
      return { result, failures: replayed.failures, unavailable: stage.shadow.unavailable };
    });
  };

  const first = await perform(byPrefix, false);
  if (!mayBeTheOrder(first, byPrefix)) return first.result;
  const second = await perform(inOrderOfTime(byPrefix), true);
  return second.failures.length < first.failures.length ? second.result : first.result;
}

function hasFailedIn(failures: ReplayFailure[]) {
  return ({ prefix }: Stretch) => failures.some((failure) => failure.prefix === prefix);
}

/** Something does not exist, which another prefix may make later. */
function mayBeTheOrder(
  { failures, unavailable }: { failures: ReplayFailure[]; unavailable: string[] },
  stretches: Stretch[],
): boolean {
  const hasSeveral = stretches.filter(({ migrations }) => migrations.length > 0).length > 1;
  const lacksObject = failures.some(({ code }) =>
    ["42P01", "42703", "42704", "42883"].includes(code),
  );
  return hasSeveral && lacksObject && unavailable.length === 0;
}

/** Journals that list a migration twice have run it once. */
function recordedStretch(status: PrefixStatus): Stretch {
  const seen = new Set<string>();
  const isFirst = ({ tag, hash }: MigrationStatus) => {
    const key = `${tag} ${hash}`;
    return !seen.has(key) && seen.add(key) !== undefined;
  };
  return { prefix: status.prefix, migrations: recordedOf(status).filter(isFirst) };
}

function textsOf({ migrations }: Stretch): string[] {
  return migrations.map(({ sql }) => sql ?? "");
}

export async function replayStretches(
  stage: Stage,
  stretches: Stretch[],
  onProgress: (progress: DriftProgress) => void,
): Promise<Omit<Replayed, "failedTexts" | "hasOtherOrder">> {
  const makers = new Map<string, string>();
  const borrowed = new Map<string, string[]>();
  const { lender, shadow } = stage;
  const totals = new Map<string, number>();
  for (const { prefix, migrations } of stretches)
    totals.set(prefix, (totals.get(prefix) ?? 0) + migrations.length);
  const begun = new Map<string, number>();
  let objects = await readShadow(shadow);
  const before = new Set(objects.map(keyOf));
  const lent = new Set<string>();

  const failures = await replay(stage, stretches, {
    beforeMigration(prefix) {
      const done = begun.get(prefix) ?? 0;
      begun.set(prefix, done + 1);
      onProgress({ stage: "replaying", prefix, done, total: totals.get(prefix) ?? 0 });
    },
    async afterStretch(prefix) {
      objects = (await readShadow(shadow)).filter((object) => !lender.isLent(object));
      for (const key of objects.map(keyOf)) {
        if (!before.has(key) && !makers.has(key)) makers.set(key, prefix);
      }
      const names = lender.names.filter((name) => !lent.has(name));
      for (const name of names) lent.add(name);
      if (names.length > 0) borrowed.set(prefix, [...(borrowed.get(prefix) ?? []), ...names]);
    },
  });
  return { objects, makers, failures, borrowed };
}
