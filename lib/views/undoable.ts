// Server: whether a change of a saved view may be undone by this person: that is a change of it too.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { findByTable, type Registered } from "@/lib/resources/registry";
import type { Owned } from "@/lib/views/judge-view";
import { savedViews } from "@/lib/views/registered";
import { guardOf, requireAllowed } from "@/lib/views/stored";

type Change = { before: Literals | null; after: Literals | null };

/** @returns `undefined` where the list has gone. @throws Refused */
export async function findUndoableView(
  actor: Actor,
  { before, after }: Change,
): Promise<Registered | undefined> {
  const list = await findByTable((after ?? before)?.tableName ?? "");
  if (!list) return undefined;
  await authorize(actor, "read", list.resource);
  await authorize(actor, "update", guardOf(list.resource));
  await requireAllowed(actor, after as Owned | null, before as Owned | null);
  return savedViews;
}
