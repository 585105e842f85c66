// Server: compares a database with what its recorded migrations make when they run in a shadow.
import "server-only";
import { performance } from "node:perf_hooks";
import { differencesBetween, unequalPairs } from "@/lib/migrations/drift/compare-objects";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import { type CatalogObject, keyOf } from "@/lib/migrations/drift/objects";
import { type OwnerOf, ownersBy } from "@/lib/migrations/drift/owners";
import { caveatsOf, reasonFor } from "@/lib/migrations/drift/reasons";
import { type Replayed, replayRecorded } from "@/lib/migrations/drift/replay-recorded";
import { equalWhenReprinted } from "@/lib/migrations/drift/reprint";
import { compareSnapshot } from "@/lib/migrations/drift/snapshot";
import {
  type LiveDatabase,
  type ReadOnly,
  readLiveDatabase,
} from "@/lib/migrations/shadow/live-database";
import type { Stage } from "@/lib/migrations/shadow/run-batch";
import { ShadowFailed } from "@/lib/migrations/shadow/shadow";
import type {
  Difference,
  DriftProgress,
  DriftReport,
  PrefixDrift,
} from "@/lib/model/migrations/drift";
import { isJudged, type PrefixStatus, recordedOf } from "@/lib/model/migrations/status";

type Check = {
  /** Of all prefixes of the database, in the order in which they are migrated. */
  statuses: PrefixStatus[];
  readOnly: ReadOnly;
  onProgress?(progress: DriftProgress): void;
  signal?: AbortSignal;
};

/** A shadow that fails is a report that nothing can be verified. @throws DatabaseUnavailable */
export async function checkDrift({
  statuses,
  readOnly,
  onProgress = () => {},
  signal,
}: Check): Promise<DriftReport> {
  const startedAt = performance.now();
  const at = Date.now();
  onProgress({ stage: "reading" });
  const live = await readLiveDatabase(readOnly);
  const prefixes = await comparedInShadow({
    statuses,
    live,
    onProgress,
    ...(signal && { signal }),
  });
  const ms = Math.round(performance.now() - startedAt);
  return { at, ms, fingerprint: fingerprintOf(statuses, live), prefixes };
}

type Comparison = {
  statuses: PrefixStatus[];
  live: LiveDatabase;
  onProgress(progress: DriftProgress): void;
  signal?: AbortSignal;
};

async function comparedInShadow(comparison: Comparison): Promise<PrefixDrift[]> {
  const { statuses, onProgress } = comparison;
  if (!statuses.some((status) => isJudged(status) && recordedOf(status).length > 0)) {
    return statuses.map((status) => withoutReplay(status, comparison.live, statuses));
  }
  try {
    return await replayRecorded(comparison, async (stage, replayed) => {
      onProgress({ stage: "comparing" });
      return comparePrefixes(stage, replayed, comparison);
    });
  } catch (error) {
    if (!(error instanceof ShadowFailed)) throw error;
    return statuses.map((status) => unverified(status, [error.message]));
  }
}

async function comparePrefixes(
  stage: Stage,
  replayed: Replayed,
  { statuses, live }: Comparison,
): Promise<PrefixDrift[]> {
  const ownerOf = ownersBy({ makers: replayed.makers, ...naming(statuses, live) }, live.objects);
  const found = await asTheShadowPrints(stage, live.objects, replayed.objects);
  const results: PrefixDrift[] = [];
  for (const status of statuses) {
    const failure = replayed.failures.find(({ prefix }) => prefix === status.prefix);
    if (failure) {
      const { unavailable } = stage.shadow;
      results.push(unverified(status, [reasonFor(failure, live, unavailable)]));
    } else if (!isJudged(status) || recordedOf(status).length === 0) {
      results.push(withoutReplay(status, live, statuses));
    } else {
      results.push(await compareOne(stage, status, found, replayed, ownerOf));
    }
  }
  return results;
}

async function compareOne(
  stage: Stage,
  status: PrefixStatus,
  found: CatalogObject[],
  { objects, borrowed, failedTexts, hasOtherOrder }: Replayed,
  ownerOf: OwnerOf,
): Promise<PrefixDrift> {
  const isOwn = (object: CatalogObject) => ownerOf(object) === status.prefix;
  const expected = objects.filter(isOwn);
  const drift = differencesBetween(found.filter(isOwn), expected, wording).filter(
    (difference) => !mayBeOf(failedTexts, difference),
  );
  const { differences, caveat } = await compareSnapshot(stage, status, expected);
  return {
    prefix: status.prefix,
    verdict: drift.length > 0 ? "drifted" : "clean",
    reasons: [],
    caveats: [
      ...caveatsOf(status),
      ...(hasOtherOrder ? [otherOrder] : []),
      ...(borrowed.get(status.prefix) ?? []).map(
        (name) => `${name} is made by no migration, and is taken as it is.`,
      ),
      ...(caveat ? [caveat] : []),
    ],
    drift,
    snapshot: differences,
    objects: expected.length,
  };
}

const wording = {
  missing: "is missing",
  extra: "is made by no migration",
  different: "is not what the migrations make",
};

const otherOrder =
  "Prefix by prefix the migrations do not run: they were replayed in the order in which they were generated.";

/** Another prefix, which did not replay to its end, may have meant it so. */
function mayBeOf(failedTexts: string[], { name, table }: Difference): boolean {
  const names = [name, ...(table === undefined ? [] : [table])];
  return failedTexts.some((text) => names.every((each) => text.includes(each)));
}

async function asTheShadowPrints(
  stage: Stage,
  live: CatalogObject[],
  expected: CatalogObject[],
): Promise<CatalogObject[]> {
  const equal = await equalWhenReprinted(stage, unequalPairs(live, expected));
  const definitions = new Map(expected.map((object) => [keyOf(object), object.definition]));
  return live.map((object) => {
    const key = keyOf(object);
    return equal.has(key) ? { ...object, definition: definitions.get(key) ?? "" } : object;
  });
}

/** Nothing is recorded: right for a prefix that has nothing, and no statement about one that has. */
function withoutReplay(
  status: PrefixStatus,
  live: LiveDatabase,
  statuses: PrefixStatus[],
): PrefixDrift {
  if (!isJudged(status)) return unverified(status, [`${status.headline}.`]);
  const ownerOf = ownersBy({ makers: new Map(), ...naming(statuses, live) }, live.objects);
  if (live.objects.some((object) => ownerOf(object) === status.prefix)) {
    return unverified(status, ["No migration is recorded, and yet there are tables of it."]);
  }
  return { ...unverified(status, []), verdict: "clean" };
}

function naming(statuses: PrefixStatus[], { surroundings }: LiveDatabase) {
  return {
    prefixes: statuses.map(({ prefix }) => prefix),
    ledgers: statuses.map(({ ledger }) => ledger),
    mainSchema: surroundings.searchPath[0],
  };
}

function unverified(status: PrefixStatus, reasons: string[]): PrefixDrift {
  const { prefix } = status;
  const caveats = caveatsOf(status);
  return {
    prefix,
    verdict: "cannot verify",
    reasons,
    caveats,
    drift: [],
    snapshot: [],
    objects: 0,
  };
}
