// Server: the process's one drift check: started by a person, joined by others, its report kept until the next one.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import { log } from "@/lib/log";
import { checkDrift } from "@/lib/migrations/drift/check";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import { jobNamed, joinJob } from "@/lib/migrations/shadow/job";
import { type ReadOnly, readLiveDatabase } from "@/lib/migrations/shadow/live-database";
import { migrationStatus } from "@/lib/migrations/status";
import type { Actor } from "@/lib/model/actor";
import type { DriftProgress, DriftReport, LastDriftCheck } from "@/lib/model/drift";
import type { PrefixStatus } from "@/lib/model/migration-status";

/** Starting one costs the machine seconds of work; what comes out everyone may see. */
const driftGuard = { writers: "editor", table: "drift check" } as const;

const job = () => jobNamed<DriftReport>("drift");

/** Longer than for a page: the whole catalog of a large database. */
const readOnly: ReadOnly = (work) => read(work, { deadlineMs: 20_000 });

export function mayCheckDrift(actor: Actor): boolean {
  return can(actor, "create", driftGuard);
}

/** @throws Refused */
export function assertMayCheckDrift(actor: Actor): Promise<void> {
  return authorize(actor, "create", driftGuard);
}

/** @throws Refused, DatabaseUnavailable */
export async function runDriftCheck(
  actor: Actor,
  onProgress: (progress: DriftProgress) => void,
): Promise<DriftReport> {
  await assertMayCheckDrift(actor);
  return joinJob(job(), (tell) => perform(actor, tell), onProgress);
}

async function perform(
  actor: Actor,
  onProgress: (progress: DriftProgress) => void,
): Promise<DriftReport> {
  const statuses = await migrationStatus();
  const report = await checkDrift({ statuses, readOnly, onProgress });
  const { ms: durationMs, prefixes } = report;
  const verdicts = Object.fromEntries(prefixes.map(({ prefix, verdict }) => [prefix, verdict]));
  log().info({ actorId: actor.id, durationMs, verdicts }, "drift checked");
  return report;
}

/** @throws DatabaseUnavailable */
export async function lastDriftCheck(
  statuses: PrefixStatus[],
): Promise<LastDriftCheck | undefined> {
  const { last } = job();
  if (!last) return undefined;
  const fingerprint = fingerprintOf(statuses, await readLiveDatabase(readOnly));
  return { report: last, isCurrent: fingerprint === last.fingerprint };
}
