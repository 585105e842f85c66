// Server: the verbs that save a view of a list and change one, and say so when somebody else was quicker.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { qualifiedName } from "@/lib/model/resource";
import { type ViewFacts, viewLiterals } from "@/lib/model/saved-views";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { addRecord } from "@/lib/records/create";
import { WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { changeRecord } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";
import { checkView } from "@/lib/views/check-view";
import { savedViews } from "@/lib/views/registered";
import { guardOf, lockView, requireAllowed, yieldDefaults } from "@/lib/views/stored";

/** Saves a view of the actor's own. */
export async function createView(
  actor: Actor,
  { resource }: Registered,
  facts: ViewFacts,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "read", resource);
  await authorize(actor, "create", guardOf(resource));
  const { facts: checked, errors } = checkView(resource, facts);
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const values = {
    ...viewLiterals({ ...facts, ...checked }),
    tableName: qualifiedName(resource),
    ownerId: actor.id,
  };
  await requireAllowed(actor, null, values);
  const content = ["create", actor.id, versionOf(values)];
  return saying(
    await writeOnce(savedViews, { act, values, content }, async (tx, named) => {
      const shared = await yieldDefaults(tx, actor, values, named);
      return addRecord(tx, actor, savedViews, values, shared);
    }),
  );
}

export type ViewEdit = {
  facts: Partial<ViewFacts>;
  /** What the editor saw in those facts: see `viewLiterals`. */
  seen: Literals;
};

/** Writes the facts if each of them still is what was seen; otherwise answers with `conflicts`. */
export async function updateView(
  actor: Actor,
  { resource }: Registered,
  id: string,
  { facts, seen }: ViewEdit,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "read", resource);
  await authorize(actor, "update", guardOf(resource));
  const { facts: checked, errors } = checkView(resource, facts);
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const values = given(checked);
  const content = ["update", actor.id, id, versionOf(values), versionOf(seen)];
  return saying(
    await writeOnce(savedViews, { act, values, content }, async (tx, named) => {
      const before = await lockView(tx, actor, resource, id);
      const after = { ...before, ...values };
      await requireAllowed(actor, before, after);
      requireSeen(before, values, seen);
      const shared = await yieldDefaults(tx, actor, after, named);
      return changeRecord(tx, actor, savedViews, before, values, shared);
    }),
  );
}

/** The literals of those facts alone that are given. */
function given(facts: Partial<ViewFacts>): Literals {
  const whole = viewLiterals({
    name: "",
    definition: "",
    isShared: false,
    defaultFor: [],
    ...facts,
  });
  return Object.fromEntries(
    Object.entries(whole).filter(([name]) => facts[name as keyof ViewFacts] !== undefined),
  );
}

function requireSeen(before: Literals, values: Literals, seen: Literals): void {
  const moved = Object.keys(values).filter(
    (name) => !Object.hasOwn(seen, name) || seen[name] !== before[name],
  );
  if (moved.length === 0) return;
  const conflicts = Object.fromEntries(moved.map((name) => [name, before[name] ?? null]));
  throw new WriteStopped(failure("Somebody changed this view after you opened it.", {}, conflicts));
}

/** The unique indexes' refusals in the words of views. */
function saying(result: WriteResult): WriteResult {
  if (result.ok || !Object.hasOwn(result.fieldErrors, "tableName")) return result;
  return Object.hasOwn(result.fieldErrors, "ownerId")
    ? failure(undefined, { name: "You have a view of this name already." })
    : failure("Somebody else chose a default at the same moment. Nothing was saved; save again.");
}
