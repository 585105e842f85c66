// Server: the verb that changes a record of which its editor saw the whole, named by its version.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { validate } from "@/lib/model/validate";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { writeOnce } from "@/lib/records/once";
import { lockVersion } from "@/lib/records/remove";
import { applyEdit } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

const changedSince = "Someone changed this record after you read it.";

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
    const seen = await lockVersion(tx, registered, id, version, changedSince);
    return applyEdit(tx, actor, registered, seen, { values, seen }, namedAct);
  });
}
