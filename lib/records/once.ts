// Server: the frame around every write: one transaction, one outcome a submission, failures explained.
import "server-only";
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import { read, type Transaction, write } from "@/lib/db/client";
import type { Act } from "@/lib/history/record-change";
import type { Literals } from "@/lib/model/literal";
import { failure, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { WriteStopped } from "@/lib/records/exact";
import { explain } from "@/lib/records/write-errors";
import type { Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

type Submission = {
  act: Act;
  /** What was sent, to say which of it Postgres could not take. */
  values: Literals;
  /** All that tells this write from another: who, what, which record, which literals. */
  content: string[];
};

/**
 * Runs `work` in one transaction. A submission that has succeeded before is answered with that outcome, also when its
 * first answer was lost; of two at once the second fails, is rolled back, and is answered likewise.
 * @param work must hand the act it is given to the history
 */
export async function writeOnce(
  registered: Registered,
  { act, values, content }: Submission,
  work: (tx: Transaction, act: Act) => Promise<WriteSuccess>,
): Promise<WriteResult> {
  const { table, key } = registered.resource;
  if (key.length === 0) {
    return failure("This table has no key that tells its records apart, so they can only be read.");
  }
  const { submissionId } = act;
  if (submissionId === undefined) return attempt(registered, values, (tx) => work(tx, act));
  if (!isUuid(submissionId)) {
    return failure("This form has lost its number. Open the page again. Nothing was saved.");
  }
  const groupId = uuidOf([submissionId, table, ...content]);
  const repetition = await earlierOutcome(submissionId, groupId);
  if (repetition) return repetition;
  try {
    const result = await attempt(registered, values, (tx) => work(tx, { ...act, groupId }));
    return result.ok ? result : ((await earlierOutcome(submissionId, groupId)) ?? result);
  } catch (error) {
    const outcome = await earlierOutcome(submissionId, groupId);
    if (outcome) return outcome;
    throw error;
  }
}

async function attempt(
  registered: Registered,
  values: Literals,
  work: (tx: Transaction) => Promise<WriteSuccess>,
): Promise<WriteResult> {
  try {
    return await write(work);
  } catch (error) {
    if (error instanceof WriteStopped) return error.result;
    return explain(error, registered, values);
  }
}

/** The form may have been changed and sent again: that is another write, and must not pass for the first. */
async function earlierOutcome(
  submissionId: string,
  groupId: string,
): Promise<WriteResult | undefined> {
  const [change] = await read((tx) =>
    tx.select().from(adminChanges).where(eq(adminChanges.submissionId, submissionId)),
  );
  if (!change) return undefined;
  const { recordId, recordTitle, id } = change;
  if (change.groupId !== groupId) {
    return failure(
      `This form was saved before, as “${recordTitle}”. Open that to change it further.`,
    );
  }
  return { ok: true, id: recordId, title: recordTitle, changeId: String(id) };
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
}

/** The same for the same parts, in the way Postgres prints a UUID. */
export function uuidOf(parts: string[]): string {
  const hex = createHash("sha256").update(JSON.stringify(parts)).digest("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5");
}
