// Server: why a write came to nothing, as a problem with the status that says so.
import "server-only";
import { etag } from "@/lib/api/conditions";
import { complaint, fieldComplaints, Problem } from "@/lib/api/problem";
import { isSubmitted } from "@/lib/history/find-submission";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import type { WriteFailure } from "@/lib/model/write-result";
import { getRecord } from "@/lib/records/get";
import type { Registered } from "@/lib/resources/registry";

export type Attempt = {
  values: Literals;
  submissionId?: string;
  /** Of an existing record: which one, and the version that the caller saw. */
  id?: string;
  version?: string;
};

/** Looks at what is there now: the verb's own answer is made for people. */
export async function refusal(
  actor: Actor,
  registered: Registered,
  { formError, fieldErrors }: WriteFailure,
  { values, submissionId, id, version }: Attempt,
): Promise<Problem> {
  if (submissionId !== undefined && (await isSubmitted(submissionId))) {
    return new Problem(422, "This Idempotency-Key came with another request before.");
  }
  if (id !== undefined) {
    const now = await getRecord(actor, registered, id);
    if (!now) return new Problem(404, "There is no such record.");
    if (now.version !== version) {
      const current = Object.fromEntries(
        Object.keys(values).map((name) => [name, now.literals[name] ?? null]),
      );
      return new Problem(412, "Someone changed this record after you read it.", {
        headers: { etag: etag(now.version) },
        // As literals: a JSON field's numbers must not be rounded here either.
        extensions: { current },
      });
    }
  }
  const complaints = fieldComplaints(fieldErrors);
  return complaints.length > 0
    ? complaint(422, "This record cannot be saved.", complaints)
    : new Problem(409, formError ?? "This record cannot be saved.");
}
