// Server: the verb that undoes a change, exactly, if nothing has built on it since.
import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, isNull } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { authorize } from "@/lib/auth/authorize";
import type { Action } from "@/lib/auth/policy";
import { read, type Transaction } from "@/lib/db/client";
import { isChangeId } from "@/lib/history/list-changes";
import { type Act, recordChange } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { failure, sentenceOf, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { columnOf } from "@/lib/records/columns";
import { insertRecord } from "@/lib/records/create";
import { WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { deleteRecord } from "@/lib/records/remove";
import { changeRecord, lockRecord } from "@/lib/records/update";
import { alreadyUndone, explaining } from "@/lib/records/write-errors";
import { findByTable, type Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";
import { savedViewsTable } from "@/lib/views/registered";
import { findUndoableView } from "@/lib/views/undoable";

type StoredChange = typeof adminChanges.$inferSelect;

export const inverse = {
  create: "delete",
  update: "update",
  delete: "create",
} as const satisfies Partial<Record<StoredChange["action"], Action>>;

export type Undoable = StoredChange & { action: keyof typeof inverse };

/** @param changeId the number of the change in the history */
export async function revertChange(actor: Actor, changeId: string): Promise<WriteResult> {
  const change = await findChange(changeId);
  if (!change) return failure("There is no such change in the history.");
  if (!isUndoable(change)) return failure("A secret was read there. That cannot be undone.");
  const registered = await findUndoable(actor, change);
  if (!registered) return failure(`The table ${change.tableName} has no pages any more.`);
  const submission = { act: { revertsId: change.id }, values: {}, content: [] };
  return writeOnce(registered, submission, (tx, act) => undo(tx, actor, registered, change, act));
}

/**
 * Undoes what of a group is not undone yet, the latest first: all of it or nothing, in one transaction. A big group is
 * undone by `preparedUndo`.
 * @param groupId a UUID
 */
export async function revertGroup(actor: Actor, groupId: string): Promise<WriteResult> {
  const undoing = alias(adminChanges, "undoing");
  const rows = await read((tx) =>
    tx
      .select({ change: adminChanges })
      .from(adminChanges)
      .leftJoin(undoing, eq(undoing.revertsId, adminChanges.id))
      .where(and(eq(adminChanges.groupId, groupId), isNull(undoing.id)))
      .orderBy(desc(adminChanges.id)),
  );
  const changes: { change: Undoable; registered: Registered }[] = [];
  for (const { change } of rows) {
    if (!isUndoable(change)) continue;
    const registered = await findUndoable(actor, change);
    if (!registered) return failure(`The table ${change.tableName} has no pages any more.`);
    changes.push({ change, registered });
  }
  const [first] = changes;
  if (!first) return failure(alreadyUndone);
  const submission = { act: { groupId: randomUUID() }, values: {}, content: [] };
  return writeOnce(first.registered, submission, async (tx, act) => {
    let last: WriteSuccess | undefined;
    for (const { change, registered } of changes) {
      last = await explaining(registered, {}, () =>
        undo(tx, actor, registered, change, { ...act, revertsId: change.id }),
      ).catch((error: unknown) => {
        throw error instanceof WriteStopped ? named(change, error) : error;
      });
    }
    return last ?? { ok: true, id: "", title: "" };
  });
}

/** @throws Refused when the actor may not do the opposite of the change */
async function findUndoable(actor: Actor, change: Undoable): Promise<Registered | undefined> {
  if (change.tableName === savedViewsTable) return findUndoableView(actor, change);
  const registered = await findByTable(change.tableName);
  if (registered) await authorize(actor, inverse[change.action], registered.resource);
  return registered;
}

/** Of several records, which it was that could not be undone. */
function named({ recordTitle }: StoredChange, { result }: WriteStopped): WriteStopped {
  if (result.ok) return new WriteStopped(result);
  return new WriteStopped(failure(`“${recordTitle}”: ${sentenceOf(result)} Nothing was undone.`));
}

export function isUndoable(change: StoredChange): change is Undoable {
  return Object.hasOwn(inverse, change.action);
}

async function findChange(changeId: string): Promise<StoredChange | undefined> {
  if (!isChangeId(changeId)) return undefined;
  const [change] = await read((tx) =>
    tx
      .select()
      .from(adminChanges)
      .where(eq(adminChanges.id, BigInt(changeId))),
  );
  return change;
}

/** @throws WriteStopped */
async function undo(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  change: Undoable,
  act: Act,
): Promise<WriteSuccess> {
  await requireNotUndone(tx, change);
  const before = restorable(registered, change.before ?? {});
  if (change.action === "delete") {
    const record = await insertRecord(tx, registered, before);
    const entry = { action: "create", record, before: null, after: record } as const;
    return recordChange(tx, actor, registered, entry, act);
  }
  const record = await lockRecord(tx, registered, change.recordId);
  requireStill(registered, record, change.after ?? {});
  if (change.action === "create") return deleteRecord(tx, actor, registered, record, act);
  return changeRecord(tx, actor, registered, record, untouched(registered, record, change), act);
}

async function requireNotUndone(tx: Transaction, { id }: StoredChange): Promise<void> {
  const [undoing] = await tx
    .select({ id: adminChanges.id })
    .from(adminChanges)
    .where(eq(adminChanges.revertsId, id));
  if (undoing) throw new WriteStopped(failure(alreadyUndone));
}

/** What a statement may set: columns that the table still has and does not compute. */
export function restorable(registered: Registered, literals: Literals): Literals {
  return Object.fromEntries(
    Object.entries(literals).filter(
      ([name]) =>
        fieldOf(registered.resource, name) && columnOf(registered, name).generated === undefined,
    ),
  );
}

/** The time of the last update goes back only when it is still that of the change itself. */
export function untouched(
  registered: Registered,
  record: Literals,
  change: StoredChange,
): Literals {
  return Object.fromEntries(
    Object.entries(restorable(registered, change.before ?? {})).filter(
      ([name]) =>
        !fieldOf(registered.resource, name)?.touches || record[name] === change.after?.[name],
    ),
  );
}

/** @throws WriteStopped */
export function requireStill({ resource }: Registered, record: Literals, after: Literals): void {
  const moved = Object.keys(after).filter((name) => {
    const field = fieldOf(resource, name);
    return field && !field.touches && !field.isGenerated && record[name] !== after[name];
  });
  if (moved.length === 0) return;
  const labels = moved.map((name) => fieldOf(resource, name)?.label ?? name);
  throw new WriteStopped(
    failure(`This cannot be undone: ${labels.join(", ")} changed again since.`),
  );
}
