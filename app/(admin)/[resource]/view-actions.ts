"use server";
// Server: what a person does with saved views of a list. Each action resolves its actor; each verb checks whose view it is.
import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { refusalAsFailure, seenIn, submissionIn } from "@/app/(admin)/[resource]/submitted";
import type { SaveViewState } from "@/components/list/saved-view-state";
import { requireActionActor } from "@/lib/auth/actor";
import { roles } from "@/lib/model/actor";
import { savedHref } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";
import { type ViewFacts, viewLiterals } from "@/lib/model/saved-views";
import { sentenceOf, type WriteSuccess } from "@/lib/model/write-result";
import { removeView } from "@/lib/views/remove-view";
import { createView, updateView } from "@/lib/views/save-view";

const sent = z.object({
  id: z.string().max(100).optional(),
  name: z.string().max(1_000).optional(),
  definition: z.string().max(20_000).optional(),
});

/** Only what the form speaks of. */
function textsIn(form: FormData) {
  const names = Object.keys(sent.shape).filter((name) => form.has(name));
  return sent.parse(Object.fromEntries(names.map((name) => [name, form.get(name)])));
}

/** Saves a new view, or of the one with the given id what the form speaks of and differs from what it saw. */
export async function saveListView(
  slug: string,
  _state: SaveViewState,
  form: FormData,
): Promise<SaveViewState> {
  const actor = await requireActionActor();
  const registered = await requireResource(z.string().parse(slug));
  const { id, ...texts } = textsIn(form);
  const facts = { ...texts, ...sharingIn(form) };
  const seen = seenIn(form);
  const act = { submissionId: submissionIn(form) };
  const result = await refusalAsFailure(() =>
    id === undefined
      ? createView(actor, registered, { ...empty, ...facts }, act)
      : updateView(actor, registered, id, { facts: changedIn(facts, seen), seen }, act),
  );
  if (result.ok) return leave(registered.resource, result, result.id);
  const { name, ...others } = result.fieldErrors;
  return {
    error: sentenceOf({ ...result, fieldErrors: others }),
    ...(name && { nameError: name }),
    facts,
    // From here on the person has seen what the others saved.
    ...(result.conflicts && { conflicts: result.conflicts }),
    submission: randomUUID(),
  };
}

export async function removeListView(
  slug: string,
  _state: SaveViewState,
  form: FormData,
): Promise<SaveViewState> {
  const actor = await requireActionActor();
  const registered = await requireResource(z.string().parse(slug));
  const { id = "" } = textsIn(form);
  const act = { submissionId: submissionIn(form) };
  const result = await refusalAsFailure(() => removeView(actor, registered, id, act));
  if (!result.ok) return { error: sentenceOf(result), submission: randomUUID() };
  return leave(registered.resource, result);
}

const empty: ViewFacts = { name: "", definition: "", isShared: false, defaultFor: [] };

/** Nothing where the form does not speak of it: an unchecked box is not sent. */
function sharingIn(form: FormData): Partial<ViewFacts> {
  const asked = form.getAll("asks");
  const defaultFor = roles.filter((role) => form.getAll("role").includes(role));
  return {
    ...(asked.includes("shared") && { isShared: form.has("shared") }),
    ...(asked.includes("role") && { defaultFor }),
  };
}

function changedIn(facts: Partial<ViewFacts>, seen: Record<string, string | null>) {
  const literals: Record<string, string> = viewLiterals({ ...empty, ...facts });
  return Object.fromEntries(
    Object.entries(facts).filter(([name]) => literals[name] !== seen[name]),
  ) as Partial<ViewFacts>;
}

function leave(resource: Resource, { changeId = "nothing" }: WriteSuccess, view?: string): never {
  revalidatePath("/", "layout");
  const href = savedHref(resource, view);
  redirect(`${href}${href.includes("?") ? "&" : "?"}did=${changeId}`);
}
