// Server: runs statements in a shadow as one batch, and again when what they lacked could be borrowed.
import "server-only";
import { statementsOf } from "@/lib/migrations/read/file-text";
import type { Lender } from "@/lib/migrations/shadow/borrow";
import { type Shadow, StatementRefused } from "@/lib/migrations/shadow/shadow";

export type Stage = {
  shadow: Shadow;
  /** What every session begins with. */
  session: string;
  lender: Lender;
};

export type BatchFailure = {
  /** Of the statement, from 0; one more than the last for what came after it. */
  index: number;
  error: StatementRefused;
};

type Batch = {
  statements: string[];
  begin?: string;
  /** Before the first statement. Like the others it is called again when the batch begins again. */
  start?(): Promise<void>;
  afterStatement?(index: number): Promise<void>;
  finish?(): Promise<void>;
};

/** @returns what stopped it for good, after taking everything back that can be */
export async function runBatch(stage: Stage, batch: Batch): Promise<BatchFailure | undefined> {
  for (;;) {
    const failure = await attempt(stage, batch);
    if (!failure || !batch.begin) return failure;
    if (!(await stage.lender.lend(stage.shadow, failure.error))) return failure;
  }
}

async function attempt(
  { shadow, session }: Stage,
  { statements, begin, start, afterStatement, finish }: Batch,
): Promise<BatchFailure | undefined> {
  let index = 0;
  try {
    await shadow.exec(session);
    if (begin) await shadow.exec(begin);
    await start?.();
    for (const statement of statements) {
      await shadow.exec(statement);
      await afterStatement?.(index);
      index++;
    }
    await finish?.();
    return undefined;
  } catch (error) {
    if (!(error instanceof StatementRefused)) throw error;
    await shadow.exec("rollback");
    return { index, error };
  }
}

/** A migration's text as drizzle sends it, without a mark that Postgres does not read. */
export function partsOf(sql: string): string[] {
  return statementsOf(sql.replace(/^\uFEFF/, ""));
}
