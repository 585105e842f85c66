// Server: undoes changes of one table and kind, in a transaction of the caller's: those that can be, exactly; the rest is told.
import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import { type Entry, recordChanges } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { BulkFailure } from "@/lib/model/bulk";
import { decodeRecordId, type Literals } from "@/lib/model/literal";
import { failure, sentenceOf } from "@/lib/model/write-result";
import { deleteThose, entriesOf, holds } from "@/lib/records/bulk/apply-chunk";
import { eachThatCan } from "@/lib/records/bulk/bisect";
import {
  cast,
  keyText,
  lockRecords,
  type Many,
  valueName,
  valuesOf,
} from "@/lib/records/bulk/many";
import { columnOf, literalColumns } from "@/lib/records/columns";
import { WriteStopped } from "@/lib/records/exact";
import { requireStill, restorable, type Undoable, untouched } from "@/lib/records/revert";
import { isTouched, touched } from "@/lib/records/update";

export type UndoJob = { actor: Actor; many: Many; groupId: string };

/** A change, the record as it is now, and what is to be in it again. */
type Undoing = { change: Undoable; record: Literals; values: Literals };

/**
 * @param changes each of another record, all of the same action
 * @returns those that were left, and why
 */
export async function undoChunk(
  tx: Transaction,
  { actor, many, groupId }: UndoJob,
  changes: Undoable[],
): Promise<BulkFailure[]> {
  const left: BulkFailure[] = [];
  const leave = (change: Undoable, sentence: string) =>
    left.push({ id: change.recordId, title: change.recordTitle, sentence });
  const undoings = await standing(tx, many, changes, leave);
  for (const part of byFields(undoings)) {
    await eachThatCan(tx, part, {
      registered: many,
      values: {},
      onRefused: ({ change }, sentence) => leave(change, sentence),
      work: async (items) => {
        const entries = await undoThose(tx, many, items);
        await recordChanges(tx, actor, many, entries, { groupId });
      },
    });
  }
  return left;
}

/** Those on which nothing has built since. A deleted record's place is empty, or the insert will say so. */
async function standing(
  tx: Transaction,
  many: Many,
  changes: Undoable[],
  leave: (change: Undoable, sentence: string) => void,
): Promise<Undoing[]> {
  const [first] = changes;
  if (first?.action === "delete") {
    return changes.map((change) => {
      const record = restorable(many, change.before ?? {});
      return { change, record, values: record };
    });
  }
  const keyed = changes.map((change) => ({
    change,
    key: decodeRecordId(change.recordId, many.resource.key.length) ?? [],
  }));
  const locked = await lockRecords(
    tx,
    many,
    keyed.map(({ key }) => key),
  );
  const present = new Map(locked.map((record) => [keyText(many, record), record]));
  return keyed.flatMap(({ change, key }) => {
    const record = present.get(JSON.stringify(key));
    try {
      if (!record) throw new WriteStopped(failure("This record no longer exists."));
      requireStill(many, record, change.after ?? {});
      return { change, record, values: untouched(many, record, change) };
    } catch (error) {
      if (!(error instanceof WriteStopped) || error.result.ok) throw error;
      leave(change, sentenceOf(error.result));
      return [];
    }
  });
}

/** A statement sets the same fields in all its records. */
function byFields(undoings: Undoing[]): Undoing[][] {
  const parts = new Map<string, Undoing[]>();
  for (const undoing of undoings) {
    const fields = JSON.stringify(Object.keys(undoing.values).sort());
    parts.set(fields, [...(parts.get(fields) ?? []), undoing]);
  }
  return [...parts.values()];
}

async function undoThose(tx: Transaction, many: Many, items: Undoing[]): Promise<Entry[]> {
  const entries = await inverse(tx, many, items);
  return entries.map((entry, at) => ({ ...entry, revertsId: items[at]?.change.id }) as Entry);
}

/** In the order of `items`. */
async function inverse(tx: Transaction, many: Many, items: Undoing[]): Promise<Entry[]> {
  const records = items.map(({ record }) => record);
  const [first] = items;
  if (first?.change.action === "create") return deleteThose(tx, many, records);
  if (first?.change.action === "delete") return insertThose(tx, many, records);
  const names = Object.keys(first?.values ?? {});
  const rows = await updateEach(tx, many, items, names);
  requireRestored(many, items, rows);
  const values = first?.values ?? {};
  return entriesOf(many, records, rows, (name) => isTouched(many, values, name));
}

async function updateEach(
  tx: Transaction,
  many: Many,
  items: Undoing[],
  fields: string[],
): Promise<Literals[]> {
  const { key } = many.resource;
  // The key under names that no field has, for a field of it may be among those that are set.
  const names = [...key.map((name) => `key ${name}`), ...fields.map((name) => `set ${name}`)];
  const given = items.map(({ record, values }) =>
    Object.fromEntries([
      ...key.map((name) => [`key ${name}`, record[name] ?? null]),
      ...fields.map((name) => [`set ${name}`, values[name] ?? null]),
    ]),
  );
  const set = fields.map((name) => [name, cast(many, name, valueName(names, `set ${name}`))]);
  const same = key.map(
    (name) => sql`${columnOf(many, name)} = ${cast(many, name, valueName(names, `key ${name}`))}`,
  );
  return tx
    .update(many.table)
    .set({ ...touched(many, items[0]?.values ?? {}), ...Object.fromEntries(set) })
    .from(valuesOf(names, given))
    .where(sql.join(same, sql` and `))
    .returning(literalColumns(many));
}

async function insertThose(tx: Transaction, many: Many, records: Literals[]): Promise<Entry[]> {
  const names = Object.keys(records[0] ?? {});
  const columns = names.map((name) => sql.identifier(columnOf(many, name).name));
  const values = names.map((name) => cast(many, name, valueName(names, name)));
  const literals = Object.values(literalColumns(many)).map(
    (column, at) => sql`${column} as ${sql.identifier(`c${at}`)}`,
  );
  const setsIdentity = names.some(
    (name) => columnOf(many, name).generatedIdentity?.type === "always",
  );
  const rows = await tx.execute<Record<string, string | null>>(sql`
    insert into ${many.table} (${sql.join(columns, sql`, `)})
    ${setsIdentity ? sql`overriding system value` : sql``}
    select ${sql.join(values, sql`, `)} from ${valuesOf(names, records)}
    returning ${sql.join(literals, sql`, `)}`);
  const fields = Object.keys(literalColumns(many));
  const made = rows.map(
    (row): Literals => Object.fromEntries(fields.map((name, at) => [name, row[`c${at}`] ?? null])),
  );
  const byKey = new Map(made.map((record) => [keyText(many, record), record]));
  return records.map((wanted) => {
    const record = byKey.get(keyText(many, wanted));
    if (!record || !holds(record, wanted)) throw new WriteStopped(failure(bentSentence));
    return { action: "create", record, before: null, after: record };
  });
}

/** Undone means the very literals that were there before. @throws WriteStopped */
function requireRestored(many: Many, items: Undoing[], rows: Literals[]): void {
  const byKey = new Map(rows.map((row) => [keyText(many, row), row]));
  for (const { record, values } of items) {
    const row = byKey.get(keyText(many, record));
    if (!row || !holds(row, values)) throw new WriteStopped(failure(bentSentence));
  }
}

const bentSentence = "The database would not keep exactly what was there before.";
