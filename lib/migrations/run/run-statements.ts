// Server: runs the statements of one migration, and tells which one Postgres refused and what it said.
import "server-only";
import { sql } from "drizzle-orm";
import { type PostgresFault, pgFault } from "@/lib/db/errors";
import { statementsOf } from "@/lib/migrations/read/file-text";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import type { StatementFailure } from "@/lib/model/migrations/run";
import { firstLineOf } from "@/lib/model/migrations/statement-excerpt";
import type { MigrationStatus } from "@/lib/model/migrations/status";

/** Which statement runs next, of how many. */
type OnStatement = (place: { index: number; total: number; statement: string }) => void;

/** @throws StatementFailed */
export async function runStatements(
  tx: LedgerReader,
  { tag, sql: text }: MigrationStatus,
  onStatement: OnStatement,
): Promise<void> {
  const statements = statementsOf(text ?? "");
  for (const [at, statement] of statements.entries()) {
    const place = { index: at + 1, total: statements.length };
    onStatement({ ...place, statement: firstLineOf(statement) });
    try {
      await tx.execute(sql.raw(statement));
    } catch (error) {
      const fault = messageOf(error);
      if (!fault) throw error;
      throw new StatementFailed({ tag, statement, ...place, ...said(fault) }, error);
    }
  }
}

export class StatementFailed extends Error {
  override name = "StatementFailed";
  constructor(
    readonly failure: StatementFailure,
    cause: unknown,
  ) {
    super(failure.message, { cause });
  }
}

/** What Postgres said, with the parts that may be shown to whoever runs the statement. */
type PostgresMessage = PostgresFault & { message: string; hint?: string; position?: string };

export function messageOf(error: unknown): PostgresMessage | undefined {
  return pgFault(error) as PostgresMessage | undefined;
}

function said({ code, message, detail, hint, position }: PostgresMessage) {
  return {
    code,
    message,
    // "Failing row contains …" is a record as a whole, passwords included.
    detail: detail?.startsWith("Failing row") ? undefined : detail,
    hint,
    position: position ? Number(position) : undefined,
  };
}
