// Server: what every form that writes a record sends along, and refusals as answers to it.
import "server-only";
import { z } from "zod";
import { Refused } from "@/lib/errors";
import { names } from "@/lib/model/form-names";
import type { Literals } from "@/lib/model/literal";
import { failure, type WriteResult } from "@/lib/model/write-result";

const literals = z.record(z.string(), z.string().nullable());
const submissionId = z.uuid();

/** Nothing where the form does not say what it saw; the verbs refuse that. */
export function seenIn(form: FormData): Literals {
  try {
    return literals.parse(JSON.parse(String(form.get(names.seen))));
  } catch {
    return {};
  }
}

/** @param name of the input that holds it */
export function submissionIn(form: FormData, name: string = names.submission): string | undefined {
  return submissionId.safeParse(form.get(name)).data;
}

export async function refusalAsFailure(work: () => Promise<WriteResult>): Promise<WriteResult> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return failure(error.message);
    throw error;
  }
}
