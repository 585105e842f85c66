// Server: the process's one rehearsal, kept for as long as neither the database nor the files have changed.
import "server-only";
import { read } from "@/lib/db/client";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import { jobNamed, joinJob } from "@/lib/migrations/shadow/job";
import { type ReadOnly, readLiveDatabase } from "@/lib/migrations/shadow/live-database";
import { rehearse } from "@/lib/migrations/shadow/rehearse";
import { migrationStatus } from "@/lib/migrations/status";
import type { DriftProgress } from "@/lib/model/drift";
import type { RehearsalReport } from "@/lib/model/rehearsal";

const readOnly: ReadOnly = (work) => read(work, { deadlineMs: 20_000 });

/** Rehearses what is pending in all prefixes, or tells again what the same rehearsal told. @throws ShadowFailed, DatabaseUnavailable */
export async function runRehearsal(
  onProgress: (progress: DriftProgress) => void = () => {},
): Promise<RehearsalReport> {
  const job = jobNamed<RehearsalReport>("rehearsal");
  const statuses = await migrationStatus();
  const { last } = job;
  if (last && last.fingerprint === fingerprintOf(statuses, await readLiveDatabase(readOnly)))
    return last;
  return joinJob(job, (tell) => rehearse({ statuses, readOnly, onProgress: tell }), onProgress);
}
