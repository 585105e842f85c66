// Server: the verb that deletes a record.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Transaction } from "@/lib/db/client";
import { type Act, recordChange } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { failure, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { keyEquals, keyOf } from "@/lib/records/columns";
import { WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { lockRecord } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

/** @param version of the record that the editor saw, see `getRecord` */
export async function removeRecord(
  actor: Actor,
  registered: Registered,
  id: string,
  version: string,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "delete", registered.resource);
  const content = ["delete", actor.id, id, version];
  return writeOnce(registered, { act, values: {}, content }, async (tx, namedAct) => {
    const record = await lockVersion(tx, registered, id, version, changedSince);
    return deleteRecord(tx, actor, registered, record, namedAct);
  });
}

export const changedSince =
  "Someone changed this record after you opened it. Look at it again before you delete it.";

/**
 * The record, held until the transaction ends, if it still is as it was seen.
 * @param otherwise the sentence that refuses it
 * @throws WriteStopped
 */
export async function lockVersion(
  tx: Transaction,
  registered: Registered,
  id: string,
  version: string,
  otherwise: string,
): Promise<Literals> {
  const record = await lockRecord(tx, registered, id);
  if (versionOf(record) === version) return record;
  throw new WriteStopped(failure(otherwise));
}

/** @param record the whole locked record, which the history keeps */
export async function deleteRecord(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  record: Literals,
  act: Act,
): Promise<WriteSuccess> {
  await tx.delete(registered.table).where(keyEquals(registered, keyOf(registered, record)));
  return recordChange(
    tx,
    actor,
    registered,
    { action: "delete", record, before: record, after: null },
    act,
  );
}
