"use server";
// Server: what a person does on a board. Each action resolves its actor; the verb checks policy and declaration.
import { randomUUID } from "node:crypto";
import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { refusalAsFailure, seenIn, submissionIn } from "@/app/(admin)/[resource]/submitted";
import { findQuestion } from "@/app/(admin)/[resource]/views/board-question";
import type { MoveQuestion, MoveState } from "@/components/board/move-state";
import { requireActionActor } from "@/lib/auth/actor";
import { readForm } from "@/lib/model/form-values";
import { type BoardView, declaredView, viewHref } from "@/lib/model/view";
import { moveRecord } from "@/lib/records/move";
import type { Registered } from "@/lib/resources/registry";

/** Moves a card; also how the form of a move answers. */
export async function moveCard(
  slug: string,
  id: string,
  to: string,
  _state: MoveState,
  form: FormData,
): Promise<MoveState> {
  const actor = await requireActionActor();
  const { registered, view } = await requireBoard(slug);
  const seen = seenIn(form);
  const { values, entries } = readForm(registered.resource, form, seen);
  const move = { to: z.string().parse(to), seen, values };
  const act = { submissionId: submissionIn(form) };
  const result = await refusalAsFailure(() =>
    moveRecord(actor, registered, view, z.string().parse(id), move, act),
  );
  const submission = randomUUID();
  if (!result.ok) {
    if (result.conflicts) revalidatePath("/", "layout");
    // From here on the person has seen what the others wrote.
    const { conflicts } = result;
    return { entries, seen: { ...seen, ...conflicts }, submission, failure: result };
  }
  revalidatePath("/", "layout");
  const now = await findQuestion(actor, registered, view, { id: result.id, to });
  return {
    entries: {},
    seen: now?.initial.seen ?? {},
    submission,
    ...(result.changeId && { changeId: result.changeId }),
  };
}

/** The same where no script runs: on to the board. */
export async function moveCardAndReturn(
  slug: string,
  id: string,
  to: string,
  state: MoveState,
  form: FormData,
): Promise<MoveState> {
  const answer = await moveCard(slug, id, to, state, form);
  if (answer.failure) return answer;
  const { registered } = await requireBoard(slug);
  redirect(viewHref(registered.resource, "board", { did: answer.changeId ?? "nothing" }));
}

/** What a move asks for, filled with what the record holds now. */
export async function askForMove(
  slug: string,
  id: string,
  to: string,
): Promise<MoveQuestion | undefined> {
  const actor = await requireActionActor();
  const { registered, view } = await requireBoard(slug);
  const move = { id: z.string().parse(id), to: z.string().parse(to) };
  return findQuestion(actor, registered, view, move);
}

async function requireBoard(slug: string): Promise<{ registered: Registered; view: BoardView }> {
  const registered = await requireResource(z.string().parse(slug));
  const view = declaredView(registered.resource, "board");
  if (!view) throw new Error(`${registered.resource.slug} has no board.`);
  return { registered, view };
}
