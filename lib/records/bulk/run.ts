// Server: the verb that acts on many records: chunk by chunk, each a transaction with its lines of the history, all in one group.
import "server-only";
import { eq, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, write } from "@/lib/db/client";
import { isQueryCanceled } from "@/lib/db/errors";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import {
  addTally,
  type BulkAct,
  type BulkEnd,
  type BulkLine,
  type BulkTally,
  noTally,
} from "@/lib/model/bulk";
import { failure, type WriteFailure } from "@/lib/model/write-result";
import { applyChunk, type ChunkJob, type ChunkOutcome } from "@/lib/records/bulk/apply-chunk";
import { isSubmissionTaken } from "@/lib/records/bulk/bisect";
import { actionOf, prepare } from "@/lib/records/bulk/prepare";
import { whileRunning } from "@/lib/records/bulk/running";
import { type Place, type Selected, type Walk, walkOf } from "@/lib/records/bulk/walk";
import { uuidOf } from "@/lib/records/once";
import type { Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

const chunkRows = 1_000;
const chunkMs = 30_000;
/** When so many are refused, the act itself is wrong. */
const maxFailures = 1_000;

export type BulkRun = {
  act: BulkAct;
  selected: Selected;
  /** Never more records than this have their turn, and never more are changed. */
  promised: number;
  /** Sent again, an act goes on where it stopped: no record is changed twice, none beyond the promise. */
  submissionId: string;
  /** Who acts, asked before every chunk. @throws Refused once they may not any more */
  actorNow: () => Promise<Actor>;
};

type Tell = (line: BulkLine) => void;
export type StartedRun = (tell: Tell, signal: AbortSignal) => Promise<void>;

/** Refuses what must not begin. What comes back runs it, telling as it goes, until `signal` says otherwise. */
export async function preparedBulk(
  registered: Registered,
  run: BulkRun,
): Promise<StartedRun | WriteFailure> {
  const { act, selected, actorNow, submissionId } = run;
  const actor = await actorNow();
  await authorize(actor, actionOf(act), registered.resource);
  const prepared = await prepare(registered, act);
  if (!prepared.ok) return prepared;
  const { table } = registered.resource;
  const content = JSON.stringify([act, selected]);
  const groupId = uuidOf(["bulk", submissionId, table, actor.id, content]);
  const earlier = await groupOfSubmission(submissionId);
  if (earlier !== undefined && earlier !== groupId) {
    return failure("This was sent before as another act. Begin anew. Nothing was changed.");
  }
  const walk = await walkOf(registered, selected);
  const history = { groupId, ...(earlier === undefined && { submissionId }) };
  const job = {
    ...prepared,
    actor,
    history,
    where: walk.where,
    ...(walk.seen && { seen: walk.seen }),
  };
  const changedBefore = earlier === undefined ? 0 : await changesOfGroup(groupId);
  return (tell, signal) =>
    whileRunning(groupId, async () => {
      tell({ kind: "begun", group: groupId });
      const end = await runChunks(run, job, walk, { tell, signal, changedBefore });
      tell({ kind: "ended", ...end });
    });
}

type Telling = { tell: Tell; signal: AbortSignal; changedBefore: number };

async function runChunks(
  { act, promised, actorNow }: BulkRun,
  job: ChunkJob,
  walk: Walk,
  { tell, signal, changedBefore }: Telling,
): Promise<BulkEnd> {
  let tally: BulkTally = { ...noTally, done: changedBefore, changed: changedBefore };
  let ownUnmet = changedBefore;
  let place: Place | undefined = changedBefore < promised ? walk.start : undefined;
  let size = chunkRows;
  if (changedBefore > 0) tell({ kind: "progress", ...tally, failures: [] });
  while (place) {
    if (signal.aborted) return { state: "cancelled" };
    const left = promised - tally.done;
    try {
      const actor = await actorNow();
      await authorize(actor, actionOf(act), job.many.resource);
      const made = await runChunk({ ...job, actor }, walk, place, {
        size: Math.min(size, left),
        left,
      });
      if (made === "beyond") return { state: "beyond", sentence: beyondSentence };
      // Those that hold the value since the act was sent before were counted then.
      const own = act.kind === "set" ? Math.min(ownUnmet, made.outcome.unchanged) : 0;
      ownUnmet -= own;
      tally = addTally(tally, made.outcome);
      tally = { ...tally, done: tally.done - own, unchanged: tally.unchanged - own };
      place = made.next;
      if (made.outcome.changed > 0) job.history = job.history && { groupId: job.history.groupId };
      tell({ kind: "progress", ...tally, failures: made.outcome.failures });
      if (tally.failed >= maxFailures && place)
        return { state: "stopped", sentence: failingSentence };
    } catch (error) {
      if (isSubmissionTaken(error) && job.history) {
        // The same act runs elsewhere at this moment: both go on, and each record is changed by one of them.
        job.history = { groupId: job.history.groupId };
        continue;
      }
      if (error instanceof Refused) return { state: "stopped", sentence: error.message };
      if (!isQueryCanceled(error)) throw error;
      if (size === 1) return { state: "stopped", sentence: slowSentence };
      size = Math.ceil(size / 10);
    }
  }
  return { state: "done" };
}

const beyondSentence =
  "More records match by now than were rehearsed. Those beyond that number were left as they are.";
const failingSentence = `It was stopped after ${maxFailures.toLocaleString("en")} records had refused it.`;
const slowSentence = "The database took too long for the next record. The rest was left as it is.";

type Made = { outcome: ChunkOutcome; next?: Place | undefined };

/** A chunk of its own transaction. One more key than may be touched is looked for, to know whether there are more. */
function runChunk(
  job: ChunkJob,
  walk: Walk,
  place: Place,
  { size, left }: { size: number; left: number },
): Promise<Made | "beyond"> {
  return write(
    async (tx) => {
      const { keys, next } = await walk.step(tx, place, Math.max(size, 1));
      if (left <= 0 && keys.length > 0) return "beyond";
      return { outcome: await applyChunk(tx, job, keys), next };
    },
    { deadlineMs: chunkMs },
  );
}

async function groupOfSubmission(submissionId: string): Promise<string | undefined> {
  const [found] = await read((tx) =>
    tx
      .select({ groupId: adminChanges.groupId })
      .from(adminChanges)
      .where(eq(adminChanges.submissionId, submissionId)),
  );
  return found?.groupId;
}

/** How many records a group has changed. */
export async function changesOfGroup(groupId: string): Promise<number> {
  const [counted] = await read((tx) =>
    tx.execute<{ changes: string }>(
      sql`select count(*) as changes from ${adminChanges} where group_id = ${groupId}`,
    ),
  );
  return Number(counted?.changes ?? 0);
}
