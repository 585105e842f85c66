// Server: the verb that changes a record of which its editor saw the whole, named by its version.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { validate } from "@/lib/model/validate";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { applyEdit, lockRecord } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

/** @param edit with the version of the record that the editor saw, see `getRecord`: any change since refuses it */
export async function updateWhole(
  actor: Actor,
  registered: Registered,
  id: string,
  { values, version }: { values: Literals; version: string },
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "update", registered.resource);
  const errors = validate(registered.resource, values, "update");
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const content = ["update", actor.id, id, versionOf(values), version];
  return writeOnce(registered, { act, values, content }, async (tx, namedAct) => {
    const seen = await lockRecord(tx, registered, id);
    if (versionOf(seen) !== version) {
      throw new WriteStopped(failure("Someone changed this record after you read it."));
    }
    return applyEdit(tx, actor, registered, id, { values, seen }, namedAct);
  });
}
