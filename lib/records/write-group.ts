// Server: the verb that makes several writes one act: all of them are kept or none, and one Undo takes them back.
import "server-only";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction } from "@/lib/db/client";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { validate } from "@/lib/model/validate";
import { failure, type WriteFailure, type WriteSuccess } from "@/lib/model/write-result";
import { addRecord, creationErrors } from "@/lib/records/create";
import { WriteStopped } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { changedSince, deleteRecord, lockVersion } from "@/lib/records/remove";
import { applyEdit, type Edit, lockRecord } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import { explaining } from "@/lib/records/write-errors";
import type { Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

export type GroupWrite =
  | { action: "create"; values: Literals }
  | ({ action: "update"; id: string } & Edit)
  | { action: "delete"; id: string; version: string };

export type GroupResult =
  | { ok: true; groupId: string; changes: number }
  | { ok: false; failures: { index: number; failure: WriteFailure }[] };

/**
 * @param writes each about another record; they are made in their order
 * @returns on failure every write that is not valid, else every one that was refused when it was tried
 */
export async function writeGroup(
  actor: Actor,
  registered: Registered,
  writes: GroupWrite[],
  act: Pick<Act, "submissionId"> = {},
): Promise<GroupResult> {
  for (const action of new Set(writes.map((write) => write.action))) {
    await authorize(actor, action, registered.resource);
  }
  const failures = writes.flatMap((write, index) => {
    const errors = errorsOf(registered, write);
    const isWrong = Object.keys(errors).length > 0;
    return isWrong ? [{ index, failure: failure(undefined, errors) }] : [];
  });
  if (failures.length > 0) return { ok: false, failures };
  const submission = {
    act: { ...act, groupId: randomUUID() },
    values: {},
    content: ["group", actor.id, ...writes.map(contentOf)],
  };
  const result = await writeOnce(registered, submission, (tx, named) => {
    failures.length = 0;
    return applyAll(tx, actor, registered, writes, named, failures);
  });
  if (result.ok) return groupOf(result);
  return { ok: false, failures: failures.length > 0 ? failures : [{ index: 0, failure: result }] };
}

/** Goes on after a write that is refused, so that all refusals are told of at once. */
async function applyAll(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  writes: GroupWrite[],
  { submissionId, ...act }: Act,
  failures: { index: number; failure: WriteFailure }[],
): Promise<WriteSuccess> {
  let first: WriteSuccess | undefined;
  for (const [index, write] of writes.entries()) {
    // A submission is named by its first change alone.
    const own = first ? act : { ...act, submissionId };
    const values = write.action === "delete" ? {} : write.values;
    await tx.execute(sql`savepoint write_of_group`);
    try {
      const work = () => apply(tx, actor, registered, write, own);
      const success = await explaining(registered, values, work);
      first ??= success;
    } catch (error) {
      if (!(error instanceof WriteStopped)) throw error;
      await tx.execute(sql`rollback to savepoint write_of_group`);
      if (!error.result.ok) failures.push({ index, failure: error.result });
    }
  }
  const [stopped] = failures;
  if (stopped) throw new WriteStopped(stopped.failure);
  return first ?? { ok: true, id: "", title: "" };
}

function errorsOf(registered: Registered, write: GroupWrite): Record<string, string> {
  if (write.action === "create") return creationErrors(registered, write.values);
  return write.action === "update" ? validate(registered.resource, write.values, "update") : {};
}

async function apply(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  write: GroupWrite,
  act: Act,
): Promise<WriteSuccess> {
  switch (write.action) {
    case "create":
      return addRecord(tx, actor, registered, write.values, act);
    case "update": {
      const before = await lockRecord(tx, registered, write.id);
      return applyEdit(tx, actor, registered, before, write, act);
    }
    case "delete": {
      const record = await lockVersion(tx, registered, write.id, write.version, changedSince);
      return deleteRecord(tx, actor, registered, record, act);
    }
  }
}

function contentOf(write: GroupWrite): string {
  if (write.action === "delete") return `delete ${write.id} ${write.version}`;
  if (write.action === "create") return `create ${versionOf(write.values)}`;
  return `update ${write.id} ${versionOf(write.values)} ${versionOf(write.seen)}`;
}

/** Of a repeated submission too, whose changes were made before. */
async function groupOf({ changeId }: WriteSuccess): Promise<GroupResult> {
  if (!changeId) return { ok: true, groupId: "", changes: 0 };
  const [group] = await read((tx) =>
    tx.execute<{ id: string; changes: string }>(sql`
      select group_id as id, count(*) as changes from ${adminChanges}
      where group_id = (select group_id from ${adminChanges} where id = ${changeId})
      group by group_id`),
  );
  return { ok: true, groupId: group?.id ?? "", changes: Number(group?.changes ?? 0) };
}
