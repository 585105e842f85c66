// Server: a change of many records, of which those that are refused are left out and told, and the others made.
import "server-only";
import { sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import { isConflict, isQueryCanceled, pgFault } from "@/lib/db/errors";
import type { Literals } from "@/lib/model/literal";
import { sentenceOf } from "@/lib/model/write-result";
import { WriteStopped } from "@/lib/records/exact";
import { explain } from "@/lib/records/write-errors";
import type { Registered } from "@/lib/resources/registry";

type Part<Item> = {
  registered: Registered;
  /** What is sent, to say which of it Postgres could not take. */
  values: Literals;
  work: (items: Item[]) => Promise<void>;
  onRefused: (item: Item, sentence: string) => void;
};

/**
 * Halves what fails until it is a single record. `work` is undone where it failed, so it must tell of what it did only
 * when it has succeeded.
 * @throws what is nothing a record could do something about
 */
export async function eachThatCan<Item>(
  tx: Transaction,
  items: Item[],
  part: Part<Item>,
): Promise<void> {
  const [first] = items;
  if (first === undefined) return;
  const error = await attempt(tx, () => part.work(items));
  if (error === undefined) return;
  if (items.length === 1) {
    part.onRefused(first, await sentence(error, part));
    return;
  }
  const middle = items.length >> 1;
  await eachThatCan(tx, items.slice(0, middle), part);
  await eachThatCan(tx, items.slice(middle), part);
}

/** @returns why it was undone; `undefined` where it was made */
async function attempt(tx: Transaction, work: () => Promise<void>): Promise<unknown> {
  await tx.execute(sql`savepoint part_of_chunk`);
  try {
    await work();
    // What a constraint puts off until the end is to be told of the records that it is about.
    await tx.execute(sql`set constraints all immediate`);
    await tx.execute(sql`release savepoint part_of_chunk`);
    return undefined;
  } catch (error) {
    if (!isAboutRecords(error)) throw error;
    await tx.execute(sql`rollback to savepoint part_of_chunk`);
    await tx.execute(sql`release savepoint part_of_chunk`);
    return error;
  }
}

function isAboutRecords(error: unknown): boolean {
  if (error instanceof WriteStopped) return true;
  if (isConflict(error) || isQueryCanceled(error) || isSubmissionTaken(error)) return false;
  return pgFault(error) !== undefined;
}

/** Another request with the same number began before. */
export function isSubmissionTaken(error: unknown): boolean {
  return pgFault(error)?.constraint_name === "admin_changes_submission_id_idx";
}

async function sentence<Item>(error: unknown, { registered, values }: Part<Item>): Promise<string> {
  const refused =
    error instanceof WriteStopped ? error.result : await explain(error, registered, values);
  return refused.ok ? "The database kept this record from being changed." : sentenceOf(refused);
}
