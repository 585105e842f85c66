// Server: the verb that changes a record, and says so when someone else was quicker.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import type { Transaction } from "@/lib/db/client";
import { type Act, recordChange } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import { decodeRecordId, encodeRecordId, type Literals } from "@/lib/model/literal";
import { fieldOf, isSecretWhen, type Resource, resourceFor } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";
import { failure, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { columnOf, keyEquals, keyOf, literalColumns, masksSent } from "@/lib/records/columns";
import { asParameters } from "@/lib/records/create";
import { exactnessColumns, requireExact, WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { titleOf } from "@/lib/records/title";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

export type Edit = {
  /** The new literals, by field name. */
  values: Literals;
  /** What the editor saw in those fields. A secret is written blind and has no entry. */
  seen: Literals;
};

/** Writes `values` if every field of them still holds what was seen; otherwise answers with `conflicts`. */
export async function updateRecord(
  actor: Actor,
  registered: Registered,
  id: string,
  edit: Edit,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "update", registered.resource);
  const { values, seen } = edit;
  const errors = validate(registered.resource, values, "update");
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const content = ["update", actor.id, id, versionOf(values), versionOf(seen)];
  return writeOnce(registered, { act, values, content }, async (tx, namedAct) => {
    const before = await lockRecord(tx, registered, id);
    return applyEdit(tx, actor, registered, before, edit, namedAct);
  });
}

/**
 * @param before the whole locked record
 * @param edit valid, see `validate`
 * @throws WriteStopped
 */
export async function applyEdit(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  before: Literals,
  edit: Edit,
  act: Act,
): Promise<WriteSuccess> {
  // Which values are secret may depend on the record.
  const resource = resourceFor(registered.resource, before);
  const errors = {
    ...unseen(resource, edit),
    ...masksSent(resource, edit.values),
    ...uncovered(resource, before, edit.values),
  };
  if (Object.keys(errors).length > 0) throw new WriteStopped(failure(undefined, errors));
  requireSeen(resource, before, edit);
  return changeRecord(tx, actor, registered, before, edit.values, act);
}

/** The record as it is now, secrets included, held until the transaction ends. @throws WriteStopped when it is gone */
export async function lockRecord(
  tx: Transaction,
  registered: Registered,
  id: string,
): Promise<Literals> {
  const key = decodeRecordId(id, registered.resource.key.length);
  const [record] = key
    ? await tx
        .select(literalColumns(registered))
        .from(registered.table)
        .where(keyEquals(registered, key))
        .for("update")
    : [];
  if (!record) throw new WriteStopped(failure("This record no longer exists. Nothing was saved."));
  return record;
}

/** Writes `values` into the locked record and what came of it into the history. @throws WriteStopped */
export async function changeRecord(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  before: Literals,
  values: Literals,
  act: Act,
): Promise<WriteSuccess> {
  const [row] = await tx
    .update(registered.table)
    .set({ ...touched(registered, values), ...asParameters(values) })
    .where(keyEquals(registered, keyOf(registered, before)))
    .returning({ ...literalColumns(registered), ...exactnessColumns(registered, values) });
  if (!row) throw new WriteStopped(failure("The database kept this record from being changed."));
  const after = requireExact(row, registered, values);
  const changed = Object.keys(after).filter((name) => after[name] !== before[name]);
  if (changed.every((name) => isTouched(registered, values, name))) {
    throw new WriteStopped(unchanged(registered, before));
  }
  const kept = registered.isKeptWhole ? Object.keys(after) : changed;
  return recordChange(
    tx,
    actor,
    registered,
    { action: "update", record: after, before: pick(before, kept), after: pick(after, kept) },
    act,
  );
}

/** The times of the last update that the editor did not set. */
export function touched({ resource }: Registered, values: Literals): Record<string, SQL> {
  const fields = resource.fields.filter(
    (field) => field.touches && !Object.hasOwn(values, field.name),
  );
  return Object.fromEntries(
    fields.map((field) => [
      field.name,
      field.kind === "timestamp" ? sql`now() at time zone ${resource.zone}` : sql`now()`,
    ]),
  );
}

/** Whether the update itself sets the field, whatever else it changes. */
export function isTouched(registered: Registered, values: Literals, name: string): boolean {
  if (Object.hasOwn(values, name)) return false;
  const isSetByDrizzle = columnOf(registered, name).onUpdateFn !== undefined;
  return isSetByDrizzle || Object.hasOwn(touched(registered, values), name);
}

/** What tells that a value is secret must not change while the value stays: all could read it then. */
function uncovered(resource: Resource, before: Literals, values: Literals): Record<string, string> {
  const after = { ...before, ...values };
  const covers = resource.fields.flatMap(({ name, isSecret, secretWhen }) =>
    isSecret &&
    secretWhen &&
    !Object.hasOwn(values, name) &&
    !isSecretWhen(secretWhen, after[secretWhen.field] ?? null)
      ? [secretWhen.field]
      : [],
  );
  return Object.fromEntries(
    covers.map((name) => [
      name,
      "Under this name the secret could be read. Replace the secret too.",
    ]),
  );
}

/** Fields that the editor changes without saying what was there. */
function unseen(resource: Resource, { values, seen }: Edit): Record<string, string> {
  const names = Object.keys(values).filter(
    (name) => !Object.hasOwn(seen, name) && !fieldOf(resource, name)?.isSecret,
  );
  return Object.fromEntries(
    names.map((name) => [
      name,
      "The form did not say what this was before. Open the record again.",
    ]),
  );
}

/** Secrets have not been seen by anyone, and must not be in the answer. */
function requireSeen(resource: Resource, before: Literals, { values, seen }: Edit): void {
  const moved = Object.keys(values).filter(
    (name) => !fieldOf(resource, name)?.isSecret && seen[name] !== before[name],
  );
  if (moved.length === 0) return;
  throw new WriteStopped(
    failure("Someone changed this record after you opened it.", {}, pick(before, moved)),
  );
}

function unchanged(registered: Registered, record: Literals): WriteSuccess {
  const id = encodeRecordId(keyOf(registered, record));
  return { ok: true, id, title: titleOf(registered, record) };
}

export function pick(record: Literals, names: string[]): Literals {
  return Object.fromEntries(names.map((name) => [name, record[name] ?? null]));
}
