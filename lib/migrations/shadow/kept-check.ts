// Server: a check in a shadow, as the process keeps it: started by a person, joined by others, its report kept until the next one.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import { log } from "@/lib/log";
import { fingerprintOf } from "@/lib/migrations/drift/fingerprint";
import { jobNamed, joinJob } from "@/lib/migrations/shadow/job";
import { type ReadOnly, readLiveDatabase } from "@/lib/migrations/shadow/live-database";
import { migrationStatus } from "@/lib/migrations/status";
import type { Actor } from "@/lib/model/actor";
import type { DriftProgress, Kept } from "@/lib/model/migrations/drift";
import type { PrefixStatus } from "@/lib/model/migrations/status";

type OnProgress = (progress: DriftProgress) => void;

type Check<Report> = {
  /** Names it in refusals, and in the process. */
  name: string;
  perform: (of: {
    statuses: PrefixStatus[];
    readOnly: ReadOnly;
    onProgress: OnProgress;
  }) => Promise<Report>;
  /** What the log says of it. */
  message: string;
  factsOf: (report: Report) => Record<string, unknown>;
};

/** Longer than for a page: the whole catalog of a large database. */
const readOnly: ReadOnly = (work) => read(work, { deadlineMs: 20_000 });

export function keptCheck<Report extends { ms: number; fingerprint: string }>({
  name,
  perform,
  message,
  factsOf,
}: Check<Report>) {
  /** Starting one costs the machine seconds of work; what comes out everyone may see. */
  const guard = { writers: "editor", table: name } as const;
  const job = () => jobNamed<Report>(name);

  /** @throws Refused */
  const assertMayRun = (actor: Actor): Promise<void> => authorize(actor, "create", guard);

  async function report(actor: Actor, onProgress: OnProgress): Promise<Report> {
    const made = await perform({ statuses: await migrationStatus(), readOnly, onProgress });
    log().info({ actorId: actor.id, durationMs: made.ms, ...factsOf(made) }, message);
    return made;
  }

  return {
    mayRun: (actor: Actor): boolean => can(actor, "create", guard),
    assertMayRun,
    /** @throws Refused, DatabaseUnavailable */
    async run(actor: Actor, onProgress: OnProgress): Promise<Report> {
      await assertMayRun(actor);
      return joinJob(job(), (tell) => report(actor, tell), onProgress);
    },
    /** @throws DatabaseUnavailable */
    async last(statuses: PrefixStatus[]): Promise<Kept<Report> | undefined> {
      const { last } = job();
      if (!last) return undefined;
      const fingerprint = fingerprintOf(statuses, await readLiveDatabase(readOnly));
      return { report: last, isCurrent: fingerprint === last.fingerprint };
    },
  };
}
