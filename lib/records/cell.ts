// Server: one value of one record, whole: what a list shows the beginning of.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import { isUnreadableLiteral } from "@/lib/db/errors";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { decodeRecordId, type Literal, type Literals } from "@/lib/model/literal";
import { fieldOf, isSecretFor } from "@/lib/model/resource";
import { keyEquals, literalColumns } from "@/lib/records/columns";
import type { Registered } from "@/lib/resources/registry";

/**
 * @param id see `encodeRecordId`
 * @returns `undefined` when there is no such record or field. @throws Refused for a secret
 */
export async function readCell(
  actor: Actor,
  registered: Registered,
  id: string,
  fieldName: string,
): Promise<{ literal: Literal } | undefined> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const field = fieldOf(resource, fieldName);
  const key = decodeRecordId(id, resource.key.length);
  if (!field || !key || key.length === 0) return undefined;
  if (field.isSecret) throw new Refused("This value is a secret.");
  const telling = field.secretWhen ? [field.secretWhen.field] : [];
  const record = await findLiterals(registered, key, [field.name, ...telling]);
  if (!record) return undefined;
  if (isSecretFor(field, record)) throw new Refused("This value is a secret.");
  return { literal: record[field.name] ?? null };
}

async function findLiterals(
  registered: Registered,
  key: string[],
  names: string[],
): Promise<Literals | undefined> {
  try {
    const [record] = await read((tx) =>
      tx
        .select(literalColumns(registered, names))
        .from(registered.table)
        .where(keyEquals(registered, key))
        .limit(1),
    );
    return record;
  } catch (error) {
    // No record has a key that its type cannot even read.
    if (isUnreadableLiteral(error)) return undefined;
    throw error;
  }
}
