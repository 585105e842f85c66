// Server: the verb that deletes a saved view.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { WriteResult } from "@/lib/model/write-result";
import { writeOnce } from "@/lib/records/once";
import { deleteRecord } from "@/lib/records/remove";
import type { Registered } from "@/lib/resources/registry";
import { savedViews } from "@/lib/views/registered";
import { guardOf, lockView, requireAllowed } from "@/lib/views/stored";

export async function removeView(
  actor: Actor,
  { resource }: Registered,
  id: string,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "read", resource);
  await authorize(actor, "delete", guardOf(resource));
  const submission = { act, values: {}, content: ["delete", actor.id, id] };
  return writeOnce(savedViews, submission, async (tx, named) => {
    const view = await lockView(tx, actor, resource, id);
    await requireAllowed(actor, view, null);
    return deleteRecord(tx, actor, savedViews, view, named);
  });
}
