// Server: the frame around every write: one transaction, one outcome a submission, failures explained.
import "server-only";
import { eq } from "drizzle-orm";
import { read, type Transaction, write } from "@/lib/db/client";
import { pgFault } from "@/lib/db/errors";
import type { Literals } from "@/lib/model/literal";
import { failure, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { WriteStopped } from "@/lib/records/exact";
import { explain } from "@/lib/records/write-errors";
import type { Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

/**
 * Runs `work` in one transaction. A submission that has succeeded before is answered with that outcome; of two at once
 * the second fails on the history's unique index, is rolled back, and is answered likewise.
 * @param values what was sent, to say which of it Postgres could not take
 */
export async function writeOnce(
  registered: Registered,
  values: Literals,
  submissionId: string | undefined,
  work: (tx: Transaction) => Promise<WriteSuccess>,
): Promise<WriteResult> {
  const earlier = await earlierOutcome(submissionId);
  if (earlier) return earlier;
  try {
    return await write(work);
  } catch (error) {
    if (error instanceof WriteStopped) return error.result;
    const constraint = pgFault(error)?.constraint_name;
    if (constraint === "admin_changes_reverts_id_idx") {
      return failure("This change has been undone already.");
    }
    if (constraint === "admin_changes_submission_id_idx") {
      const winner = await earlierOutcome(submissionId);
      if (winner) return winner;
    }
    return explain(error, registered, values);
  }
}

async function earlierOutcome(submissionId: string | undefined): Promise<WriteSuccess | undefined> {
  if (!submissionId) return undefined;
  const [change] = await read((tx) =>
    tx.select().from(adminChanges).where(eq(adminChanges.submissionId, submissionId)),
  );
  return (
    change && {
      ok: true,
      id: change.recordId,
      title: change.recordTitle,
      changeId: String(change.id),
    }
  );
}
