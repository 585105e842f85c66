// Server: the process's one rehearsal: started by a person, joined by others, its report kept until the next one.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import { log } from "@/lib/log";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import { jobNamed, joinJob } from "@/lib/migrations/shadow/job";
import { type ReadOnly, readLiveDatabase } from "@/lib/migrations/shadow/live-database";
import { rehearse } from "@/lib/migrations/shadow/rehearse";
import { migrationStatus } from "@/lib/migrations/status";
import type { Actor } from "@/lib/model/actor";
import type { DriftProgress } from "@/lib/model/drift";
import type { PrefixStatus } from "@/lib/model/migration-status";
import type { LastRehearsal, RehearsalReport } from "@/lib/model/rehearsal";

/** Starting one costs the machine seconds of work; what comes out everyone may see. */
const guard = { writers: "editor", table: "rehearsal" } as const;

const job = () => jobNamed<RehearsalReport>("rehearsal");
const readOnly: ReadOnly = (work) => read(work, { deadlineMs: 20_000 });

export function mayRehearse(actor: Actor): boolean {
  return can(actor, "create", guard);
}

/** @throws Refused */
export function assertMayRehearse(actor: Actor): Promise<void> {
  return authorize(actor, "create", guard);
}

/** Rehearses what is pending in all prefixes. @throws Refused, DatabaseUnavailable, ShadowFailed */
export async function runRehearsal(
  actor: Actor,
  onProgress: (progress: DriftProgress) => void,
): Promise<RehearsalReport> {
  await assertMayRehearse(actor);
  return joinJob(job(), (tell) => perform(actor, tell), onProgress);
}

async function perform(
  actor: Actor,
  onProgress: (progress: DriftProgress) => void,
): Promise<RehearsalReport> {
  const statuses = await migrationStatus();
  const report = await rehearse({ statuses, readOnly, onProgress });
  const { ms: durationMs, statements, failure } = report;
  log().info(
    { actorId: actor.id, durationMs, statements: statements.length, failed: failure !== null },
    "migrations rehearsed",
  );
  return report;
}

/** @throws DatabaseUnavailable */
export async function lastRehearsal(statuses: PrefixStatus[]): Promise<LastRehearsal | undefined> {
  const { last } = job();
  if (!last) return undefined;
  const fingerprint = fingerprintOf(statuses, await readLiveDatabase(readOnly));
  return { report: last, isCurrent: fingerprint === last.fingerprint };
}
