// Server: the verb that undoes a group too big for one transaction: the latest first, chunk by chunk, what can be undone.
import "server-only";
import { randomUUID } from "node:crypto";
import { and, desc, eq, inArray, lt, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction, write } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import {
  type BulkEnd,
  type BulkFailure,
  type BulkLine,
  type BulkTally,
  noTally,
} from "@/lib/model/bulk";
import { type Many, manyOf } from "@/lib/records/bulk/many";
import type { StartedRun } from "@/lib/records/bulk/run";
import { whileRunning } from "@/lib/records/bulk/running";
import { undoChunk } from "@/lib/records/bulk/undo-chunk";
import { inverse, isUndoable, type Undoable } from "@/lib/records/revert";
import { findByTable, type Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

/** Up to here a group is undone as a whole or not at all. */
export const wholeChanges = 500;
const chunkChanges = 1_000;
const chunkMs = 30_000;

/** What of a group is not undone yet. */
function undoableOf(groupId: string): SQL | undefined {
  const undoing = alias(adminChanges, "undoing");
  const none = sql`(select from ${adminChanges} as ${sql.identifier("undoing")} where ${undoing.revertsId} = ${adminChanges.id})`;
  return and(
    eq(adminChanges.groupId, groupId),
    inArray(adminChanges.action, Object.keys(inverse) as Undoable["action"][]),
    notExists(none),
  );
}

/** Whether it takes more than one transaction to undo the group. */
export async function isBigGroup(groupId: string): Promise<boolean> {
  return (await undoableCount(groupId)) > wholeChanges;
}

/** How many of a group's changes can still be undone. */
export async function undoableCount(groupId: string): Promise<number> {
  const [counted] = await read((tx) =>
    tx.execute<{ changes: string }>(
      sql`select count(*) as changes from ${adminChanges} where ${undoableOf(groupId)}`,
    ),
  );
  return Number(counted?.changes ?? 0);
}

/**
 * Refuses what must not begin. A change on which something has built since is left and told; all undoings are one
 * group of the history, so that they can be undone in turn.
 * @param actorNow asked before every chunk. @throws Refused
 */
export async function preparedUndo(
  groupId: string,
  actorNow: () => Promise<Actor>,
): Promise<StartedRun> {
  const actor = await actorNow();
  for (const { table, action } of await kindsOf(groupId)) {
    await authorize(actor, inverse[action], (await requireTable(table)).resource);
  }
  const ownId = randomUUID();
  return (tell, signal) =>
    whileRunning(ownId, async () => {
      tell({ kind: "begun", group: ownId });
      const end = await undoChunks({ groupId, ownId, actorNow }, tell, signal);
      tell({ kind: "ended", ...end });
    });
}

/** To its end, for whoever cannot follow it. @throws Refused */
export async function undoBigGroup(groupId: string, actorNow: () => Promise<Actor>) {
  const run = await preparedUndo(groupId, actorNow);
  let tally: BulkTally = noTally;
  await run((line) => {
    if (line.kind === "progress") tally = line;
  }, new AbortController().signal);
  return tally;
}

async function kindsOf(groupId: string) {
  const kinds = await read((tx) =>
    tx
      .selectDistinct({ table: adminChanges.tableName, action: adminChanges.action })
      .from(adminChanges)
      .where(undoableOf(groupId)),
  );
  return kinds as { table: string; action: Undoable["action"] }[];
}

type Undo = { groupId: string; ownId: string; actorNow: () => Promise<Actor> };

async function undoChunks(
  { groupId, ownId, actorNow }: Undo,
  tell: (line: BulkLine) => void,
  signal: AbortSignal,
): Promise<BulkEnd> {
  let tally: BulkTally = noTally;
  let before: bigint | undefined;
  for (;;) {
    if (signal.aborted) return { state: "cancelled" };
    try {
      const actor = await actorNow();
      const made = await write((tx) => undoNext(tx, { actor, groupId, ownId, before }), {
        deadlineMs: chunkMs,
      });
      if (!made) return { state: "done" };
      before = made.oldest;
      const failed = tally.failed + made.left.length;
      const changed = tally.changed + made.changes - made.left.length;
      tally = { done: tally.done + made.changes, changed, unchanged: 0, failed };
      tell({ kind: "progress", ...tally, failures: made.left });
    } catch (error) {
      if (error instanceof Refused) return { state: "stopped", sentence: error.message };
      throw error;
    }
  }
}

type Next = { actor: Actor; groupId: string; ownId: string; before: bigint | undefined };

async function undoNext(
  tx: Transaction,
  { actor, groupId, ownId, before }: Next,
): Promise<{ oldest: bigint; changes: number; left: BulkFailure[] } | undefined> {
  const changes = (
    await tx
      .select()
      .from(adminChanges)
      .where(
        and(undoableOf(groupId), before === undefined ? undefined : lt(adminChanges.id, before)),
      )
      .orderBy(desc(adminChanges.id))
      .limit(chunkChanges)
  ).filter(isUndoable);
  const oldest = changes.at(-1)?.id;
  if (oldest === undefined) return undefined;
  const left: BulkFailure[] = [];
  const tables = new Map<string, Many>();
  for (const part of alike(changes)) {
    const [{ tableName, action }] = part;
    const many = tables.get(tableName) ?? (await manyOf(tx, await requireTable(tableName)));
    tables.set(tableName, many);
    await authorize(actor, inverse[action], many.resource);
    left.push(...(await undoChunk(tx, { actor, many, groupId: ownId }, part)));
  }
  return { oldest, changes: changes.length, left };
}

/** Runs of changes that one statement can undo: of one table and action, and no record twice. */
function alike(changes: Undoable[]): [Undoable, ...Undoable[]][] {
  const parts: [Undoable, ...Undoable[]][] = [];
  let records = new Set<string>();
  for (const change of changes) {
    const [first] = parts.at(-1) ?? [];
    const isAlike =
      first?.tableName === change.tableName &&
      first.action === change.action &&
      !records.has(change.recordId);
    if (isAlike) parts.at(-1)?.push(change);
    else {
      parts.push([change]);
      records = new Set();
    }
    records.add(change.recordId);
  }
  return parts;
}

/** @throws Refused when it has no pages any more */
async function requireTable(name: string): Promise<Registered> {
  const registered = await findByTable(name);
  if (!registered) throw new Refused(`The table ${name} has no pages any more.`);
  return registered;
}
