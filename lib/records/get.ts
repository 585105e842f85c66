// Server: one record, whole.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { decodeRecordId, type Literals } from "@/lib/model/literal";
import type { Page } from "@/lib/model/page";
import { keyEquals, literalColumns, withoutSecrets } from "@/lib/records/columns";
import { namePeople } from "@/lib/records/people";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

export type RecordView = {
  /** Secrets are masked. */
  literals: Literals;
  /** Stands for every literal, secrets included: a delete says by it what it saw. */
  version: string;
  people: Page["people"];
};

/** @param id see `encodeRecordId`. @returns `undefined` when there is no such record. */
export async function getRecord(
  actor: Actor,
  registered: Registered,
  id: string,
): Promise<RecordView | undefined> {
  await authorize(actor, "read", registered.resource);
  const key = decodeRecordId(id, registered.resource.key.length);
  if (!key) return undefined;
  try {
    return await read((tx) => findRecord(tx, registered, key));
  } catch (error) {
    // No record has a key that its type cannot even read.
    if (isUnreadableLiteral(error)) return undefined;
    throw error;
  }
}

async function findRecord(
  tx: Transaction,
  registered: Registered,
  key: string[],
): Promise<RecordView | undefined> {
  const [record] = await tx
    .select(literalColumns(registered))
    .from(registered.table)
    .where(keyEquals(registered, key))
    .limit(1);
  if (!record) return undefined;
  const personIds = registered.resource.fields
    .filter((field) => field.isPerson)
    .flatMap((field) => record[field.name] ?? []);
  return {
    literals: withoutSecrets(registered, record),
    version: versionOf(record),
    people: await namePeople(tx, personIds),
  };
}
