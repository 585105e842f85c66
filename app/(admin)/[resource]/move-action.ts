"use server";
// Server: moving a record on its calendar. The view's declaration says which field that is; nothing else can be written.
import { revalidatePath } from "next/cache";
import { z } from "zod";
import { requireResource } from "@/app/(admin)/[resource]/find";
import { refusalAsFailure } from "@/app/(admin)/[resource]/submitted";
import type { MoveResult } from "@/components/calendar/use-reschedule";
import { requireActionActor } from "@/lib/auth/actor";
import { isWall, literalOf, wallOf } from "@/lib/model/calendar/wall";
import type { Literal } from "@/lib/model/literal";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";
import { declaredView } from "@/lib/model/view";
import { sentenceOf } from "@/lib/model/write-result";
import { updateRecord } from "@/lib/records/update";

const target = z.object({ slug: z.string().max(200), id: z.string().max(2_000) });
const move = z.object({
  seen: z.string().max(100).nullable(),
  to: z.string().refine(isWall),
  submissionId: z.uuid().optional(),
});

/** @param asked.to what clocks in the app's zone shall show, see `Wall` */
export async function rescheduleRecord(
  slug: string,
  id: string,
  asked: { seen: Literal; to: string; submissionId?: string },
): Promise<MoveResult> {
  const actor = await requireActionActor();
  const known = target.parse({ slug, id });
  const registered = await requireResource(known.slug);
  const { seen, to, submissionId } = move.parse(asked);
  const field = placingField(registered.resource);
  if (!field) return { ok: false, message: "These records have no calendar." };
  const { zone } = registered.resource;
  const literal = literalOf(to, field, zone);
  const edit = { values: { [field.name]: literal }, seen: { [field.name]: seen } };
  const result = await refusalAsFailure(() =>
    updateRecord(actor, registered, known.id, edit, { submissionId }),
  );
  revalidatePath("/", "layout");
  if (result.ok) {
    return { ok: true, changeId: result.changeId, wall: wallOf(literal, field, zone) ?? to };
  }
  const message = sentenceOf(result);
  const present = result.conflicts?.[field.name];
  if (present === undefined) return { ok: false, message };
  const wall = present === null ? undefined : wallOf(present, field, zone);
  return { ok: false, message, present: { seen: present, wall } };
}

function placingField(resource: Resource): Field | undefined {
  const view = declaredView(resource, "calendar");
  return view && fieldOf(resource, view.at);
}
