// Server: writes the history, inside the transaction of the change itself.
import "server-only";
import { sql } from "drizzle-orm";
import { requestId } from "@/lib/auth/request-id";
import type { Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import { arrayLiteral, encodeRecordId, type Literals } from "@/lib/model/literal";
import { qualifiedName } from "@/lib/model/resource";
import type { WriteSuccess } from "@/lib/model/write-result";
import { keyOf } from "@/lib/records/columns";
import { titleOf } from "@/lib/records/title";
import type { Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

/** What belongs to an act as a whole, beside the change of one record. */
export type Act = {
  /** The same for every repetition of one submission: the second is answered with the outcome of the first. */
  submissionId?: string;
  /** Names the act in the history; a fresh one when left out. */
  groupId?: string;
  /** The change that this one undoes. */
  revertsId?: bigint;
};

export type Change = {
  action: "create" | "update" | "delete" | "reveal";
  /** The whole record after the change (before it, for a delete): names it in the history. */
  record: Literals;
  before: Literals | null;
  after: Literals | null;
};

/** `tx` must be the transaction that makes the change. Secrets are kept, so that they can be restored. */
export async function recordChange(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  { action, record, before, after }: Change,
  { submissionId, groupId, revertsId }: Act,
): Promise<WriteSuccess> {
  const recordId = encodeRecordId(keyOf(registered, record));
  const recordTitle = titleOf(registered, record);
  const [change] = await tx
    .insert(adminChanges)
    .values({
      actorId: actor.id,
      actorName: actor.name,
      action,
      tableName: qualifiedName(registered.resource),
      recordId,
      recordTitle,
      before,
      after,
      submissionId,
      groupId,
      revertsId,
      requestId: await requestId(),
    })
    .returning({ id: adminChanges.id });
  return { ok: true, id: recordId, title: recordTitle, changeId: String(change?.id) };
}

/** A change among many, and what of them it undoes. */
export type Entry = Change & { revertsId?: bigint };

/** As `recordChange`, for many at once: a row for each, in one statement. A submission is named by the first. */
export async function recordChanges(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  entries: Entry[],
  { submissionId, groupId }: Pick<Act, "submissionId" | "groupId">,
): Promise<void> {
  const json = (literals: Literals | null) => literals && JSON.stringify(literals);
  const columns = [
    entries.map(({ action }) => action),
    entries.map(({ record }) => encodeRecordId(keyOf(registered, record))),
    entries.map(({ record }) => titleOf(registered, record)),
    entries.map(({ before }) => json(before)),
    entries.map(({ after }) => json(after)),
    entries.map(({ revertsId }) => (revertsId === undefined ? null : String(revertsId))),
  ].map((texts) => sql`${arrayLiteral(texts)}::text[]`);
  await tx.execute(sql`
    insert into ${adminChanges} (actor_id, actor_name, table_name, group_id, request_id, submission_id,
      action, record_id, record_title, before, after, reverts_id)
    select ${actor.id}, ${actor.name}, ${qualifiedName(registered.resource)}, ${groupId}::uuid,
      ${await requestId()}, case when place = 1 then ${submissionId ?? null}::uuid end,
      action, record_id, record_title, before::jsonb, after::jsonb, reverts_id::bigint
    from unnest(${sql.join(columns, sql`, `)}) with ordinality as entry
      (action, record_id, record_title, before, after, reverts_id, place)
    order by place`);
}
