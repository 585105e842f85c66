// Server: an act on some records, in a transaction of the caller's: what can be done is done and written down, the rest told.
import "server-only";
import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import { pgCode } from "@/lib/db/errors";
import { type Entry, recordChanges } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import { type BulkFailure, type BulkTally, movedFields } from "@/lib/model/bulk";
import { encodeRecordId, type Literals } from "@/lib/model/literal";
import { fieldOf, isSecretFor } from "@/lib/model/resource";
import { failure } from "@/lib/model/write-result";
import { eachThatCan } from "@/lib/records/bulk/bisect";
import { hasKeyAmong, keyText, lockRecords, type Many } from "@/lib/records/bulk/many";
import type { Prepared } from "@/lib/records/bulk/prepare";
import { columnOf, keyOf, literalColumns, withoutSecrets } from "@/lib/records/columns";
import { asParameters } from "@/lib/records/create";
import { exactnessColumns, requireExact, WriteStopped } from "@/lib/records/exact";
import { titleOf } from "@/lib/records/title";
import { isTouched, pick, touched } from "@/lib/records/update";

export type ChunkJob = Prepared & {
  actor: Actor;
  /** Records that do not match by then are left out. */
  where?: SQL | undefined;
  /** What was on screen, by `keyText`. */
  seen?: Map<string, Literals>;
  /** Where it is written down; a rehearsal writes nothing. */
  history?: { groupId: string; submissionId?: string };
  /** Called before and after every part that was made. */
  observe?: (tx: Transaction, isAfter: boolean) => Promise<void>;
};

export type ChunkOutcome = BulkTally & { failures: BulkFailure[] };

const lockedSentence =
  "Someone else is changing this record right now. It was left as it is; try again in a moment.";

export async function applyChunk(
  tx: Transaction,
  job: ChunkJob,
  keys: string[][],
): Promise<ChunkOutcome> {
  const { many, act } = job;
  const outcome: ChunkOutcome = { done: 0, changed: 0, unchanged: 0, failed: 0, failures: [] };
  const refuse = (record: Literals, sentence: string) => {
    outcome.failures.push(failureOf(many, record, sentence));
  };
  const { records, locked } = await lockThose(tx, job, keys);
  for (const record of locked) refuse(record, lockedSentence);
  if (job.seen) tellOfGone(job, keys, [...records, ...locked], outcome);
  const standing = records.filter((record) => {
    if (act.kind === "set" && holds(record, job.kept)) {
      outcome.unchanged++;
      return false;
    }
    const moved = movedSentence(many, job.seen?.get(keyText(many, record)), record);
    if (moved) refuse(record, moved);
    return !moved;
  });
  let named = job.history;
  await eachThatCan(tx, standing, {
    registered: many,
    values: act.kind === "set" ? act.values : {},
    onRefused: refuse,
    work: async (part) => {
      await job.observe?.(tx, false);
      const entries =
        act.kind === "set" ? await updateThose(tx, job, part) : await deleteThose(tx, many, part);
      if (named) await recordChanges(tx, job.actor, many, entries, named);
      await job.observe?.(tx, true);
      outcome.changed += entries.length;
      // A submission is named by its first change alone.
      named = named && { groupId: named.groupId };
    },
  });
  outcome.failed = outcome.failures.length;
  outcome.done = outcome.changed + outcome.unchanged + outcome.failed;
  return outcome;
}

/** Waits for others once; what is still theirs then is left out. */
async function lockThose(
  tx: Transaction,
  { many, where }: ChunkJob,
  keys: string[][],
): Promise<{ records: Literals[]; locked: Literals[] }> {
  await tx.execute(sql`savepoint before_locks`);
  try {
    return { records: await lockRecords(tx, many, keys, { where }), locked: [] };
  } catch (error) {
    if (pgCode(error) !== "55P03") throw error;
    await tx.execute(sql`rollback to savepoint before_locks`);
  }
  const records = await lockRecords(tx, many, keys, { where, skipsLocked: true });
  const mine = new Set(records.map((record) => keyText(many, record)));
  const present: Literals[] = await tx
    .select(literalColumns(many))
    .from(many.table)
    .where(sql`${hasKeyAmong(many, keys)}${where ? sql` and ${where}` : sql``}`);
  return { records, locked: present.filter((record) => !mine.has(keyText(many, record))) };
}

/** Records that were picked and are no more: to a deletion they are as they are to be. */
function tellOfGone(
  { many, act }: ChunkJob,
  keys: string[][],
  there: Literals[],
  outcome: ChunkOutcome,
) {
  const present = new Set(there.map((record) => keyText(many, record)));
  for (const key of keys) {
    if (present.has(JSON.stringify(key))) continue;
    const id = encodeRecordId(key);
    if (act.kind === "delete") outcome.unchanged++;
    else
      outcome.failures.push({
        id,
        title: key.join(", "),
        sentence: "This record no longer exists.",
      });
  }
}

export function holds(record: Literals, values: Literals): boolean {
  return Object.entries(values).every(([name, literal]) => record[name] === literal);
}

function movedSentence({ resource }: Many, seen: Literals | undefined, record: Literals) {
  const open = Object.fromEntries(
    Object.entries(seen ?? {}).filter(([name]) => {
      const field = fieldOf(resource, name);
      return field && !isSecretFor(field, record) && !field.secretWhen;
    }),
  );
  const labels = movedFields(open, record).map(([name]) => fieldOf(resource, name)?.label ?? name);
  if (labels.length === 0) return undefined;
  return `Someone changed this record after it was shown here (${labels.join(", ")}). It was left as it is.`;
}

function failureOf(many: Many, record: Literals, sentence: string): BulkFailure {
  const id = encodeRecordId(keyOf(many, record));
  return { id, title: titleOf(many, withoutSecrets(many, record)), sentence };
}

/** @throws WriteStopped where a record was not changed, or not to what was sent */
async function updateThose(
  tx: Transaction,
  { many, act }: ChunkJob,
  records: Literals[],
): Promise<Entry[]> {
  if (act.kind !== "set") return [];
  const { values } = act;
  const rows = await tx
    .update(many.table)
    .set({ ...touched(many, values), ...asParameters(values) })
    .where(
      hasKeyAmong(
        many,
        records.map((record) => keyOf(many, record)),
      ),
    )
    .returning({ ...literalColumns(many), ...exactnessColumns(many, values) });
  const after = rows.map((row) => requireExact(row, many, values));
  return entriesOf(many, records, after, (name) => isTouched(many, values, name));
}

/** What became of each record, in their order. @param isAside whether the update sets the field by itself */
export function entriesOf(
  many: Many,
  records: Literals[],
  rows: Literals[],
  isAside: (name: string) => boolean,
): Entry[] {
  const byKey = new Map(rows.map((row) => [keyText(many, row), row]));
  return records.map((before) => {
    const after = byKey.get(keyText(many, before));
    const changed = after && Object.keys(after).filter((name) => after[name] !== before[name]);
    if (!after || !changed || changed.every(isAside)) {
      throw new WriteStopped(failure("The database kept this record from being changed."));
    }
    const images = { before: pick(before, changed), after: pick(after, changed) };
    return { action: "update", record: after, ...images };
  });
}

/** @throws WriteStopped where the database kept one */
export async function deleteThose(
  tx: Transaction,
  many: Many,
  records: Literals[],
): Promise<Entry[]> {
  const keys = records.map((record) => keyOf(many, record));
  const [first = ""] = many.resource.key;
  const gone = await tx
    .delete(many.table)
    .where(hasKeyAmong(many, keys))
    .returning({ key: columnOf(many, first) });
  if (gone.length < records.length) {
    throw new WriteStopped(failure("The database kept this record from being deleted."));
  }
  return records.map((record) => ({ action: "delete", record, before: record, after: null }));
}
