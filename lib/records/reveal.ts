// Server: the verb that shows a secret: to owners, and never without a line in the history.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { write } from "@/lib/db/client";
import { recordChange } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literal } from "@/lib/model/literal";
import { fieldOf, isSecretFor } from "@/lib/model/resource";
import { WriteStopped } from "@/lib/records/exact";
import { lockRecord } from "@/lib/records/update";
import type { Registered } from "@/lib/resources/registry";

/** @returns `undefined` when there is no such record. @throws Refused for all but owners, and for fields always secret */
export async function revealSecret(
  actor: Actor,
  registered: Registered,
  id: string,
  fieldName: string,
): Promise<Literal | undefined> {
  const { resource } = registered;
  await authorize(actor, "read", { ...resource, readers: "owner" });
  const field = fieldOf(resource, fieldName);
  if (!field?.secretWhen) throw new Error(`${resource.table}.${fieldName} is not to be revealed.`);
  try {
    return await write(async (tx) => {
      const record = await lockRecord(tx, registered, id);
      if (isSecretFor(field, record)) {
        const reading = { action: "reveal", record, before: null, after: null } as const;
        await recordChange(tx, actor, registered, reading, {});
      }
      return record[fieldName] ?? null;
    });
  } catch (error) {
    if (error instanceof WriteStopped) return undefined;
    throw error;
  }
}
