"use server";
// Server: what a person can do to records from a page. Each action resolves its actor; each verb checks the policy.
import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { refusalAsFailure, seenIn, submissionIn } from "@/app/(admin)/[resource]/submitted";
import type { RecordFormState } from "@/components/form/record-form";
import { requireActionActor } from "@/lib/auth/actor";
import { standingActor } from "@/lib/auth/standing";
import { Refused } from "@/lib/errors";
import { isGroupId } from "@/lib/history/list-changes";
import { counted } from "@/lib/model/counted";
import { readForm } from "@/lib/model/form-values";
import { recordHref, resourceHref } from "@/lib/model/resource";
import { sentenceOf } from "@/lib/model/write-result";
import { isBigGroup, undoBigGroup } from "@/lib/records/bulk/undo";
import { createRecord } from "@/lib/records/create";
import { removeRecord } from "@/lib/records/remove";
import { revertChange, revertGroup } from "@/lib/records/revert";
import { updateRecord } from "@/lib/records/update";

/** @param id `null` for a record to be */
export async function saveRecord(
  slug: string,
  id: string | null,
  _state: RecordFormState,
  form: FormData,
): Promise<RecordFormState> {
  const actor = await requireActionActor();
  const registered = await requireResource(z.string().parse(slug));
  const seen = seenIn(form);
  const { values, entries } = readForm(registered.resource, form, seen);
  const act = { submissionId: submissionIn(form) };
  const result = await refusalAsFailure(() =>
    id === null
      ? createRecord(actor, registered, values, act)
      : updateRecord(actor, registered, z.string().parse(id), { values, seen }, act),
  );
  if (result.ok) {
    revalidatePath("/", "layout");
    redirect(`${recordHref(registered.resource, result.id)}?did=${result.changeId ?? "nothing"}`);
  }
  // From here on the editor has seen what the others wrote.
  return {
    entries,
    seen: { ...seen, ...result.conflicts },
    submission: randomUUID(),
    failure: result,
  };
}

export type DeleteState = { error?: string };

/** @param version of the record as the page showed it */
export async function deleteRecord(
  slug: string,
  id: string,
  version: string,
  _state: DeleteState,
  form: FormData,
): Promise<DeleteState> {
  const actor = await requireActionActor();
  const registered = await requireResource(z.string().parse(slug));
  const act = { submissionId: submissionIn(form) };
  const result = await refusalAsFailure(() =>
    removeRecord(actor, registered, z.string().parse(id), z.string().parse(version), act),
  );
  if (!result.ok) return { error: sentenceOf(result) };
  revalidatePath("/", "layout");
  redirect(`${resourceHref(registered.resource)}?did=${result.changeId}`);
}

/** `message`: what was undone, where that is not all of it. */
export type UndoState = { error?: string; changeId?: string; message?: string };

/** Undoes a change of the history, or a whole group; the answer names what did so, which can be undone in turn. */
export async function undoChange(_state: UndoState, form: FormData): Promise<UndoState> {
  const actor = await requireActionActor();
  const given = String(form.get("change"));
  if (isGroupId(given) && (await isBigGroup(given))) return undoBig(given);
  const result = await refusalAsFailure(() =>
    isGroupId(given) ? revertGroup(actor, given) : revertChange(actor, given),
  );
  if (!result.ok) return { error: sentenceOf(result) };
  revalidatePath("/", "layout");
  return { changeId: result.changeId };
}

async function undoBig(group: string): Promise<UndoState> {
  try {
    const { changed, failed } = await undoBigGroup(group, await standingActor());
    revalidatePath("/", "layout");
    const left = failed > 0 ? ` ${counted(failed, "record")} left as they are.` : "";
    return { message: `${counted(changed, "change")} undone.${left}` };
  } catch (error) {
    if (error instanceof Refused) return { error: error.message };
    throw error;
  }
}
