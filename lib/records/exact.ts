// Server: refuses a write that the database would keep differently from what was sent: rounded, cut or padded.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { columnOf } from "@/lib/records/columns";
import type { Registered } from "@/lib/resources/registry";

const prefix = "is_exact_";

/** For `returning`: whether each stored value equals the literal that was sent, where the type could bend it. */
export function exactnessColumns(registered: Registered, values: Literals): Record<string, SQL> {
  const bendable = Object.entries(values).filter(
    ([name, literal]) => literal !== null && fieldOf(registered.resource, name)?.inexact,
  );
  return Object.fromEntries(
    bendable.map(([name, literal]) => [
      prefix + name,
      sql<boolean>`${columnOf(registered, name)} = ${literal}`,
    ]),
  );
}

/** Ends the transaction that it is thrown in, keeping nothing; its `result` is the answer to the editor. */
export class WriteStopped extends Error {
  constructor(readonly result: WriteResult) {
    super("The write was stopped.");
  }
}

/** Splits a returned row into the record and the verdicts on it. @throws WriteStopped */
export function requireExact(row: Record<string, unknown>, { resource }: Registered): Literals {
  const record: Literals = {};
  const errors: Record<string, string> = {};
  for (const [name, value] of Object.entries(row)) {
    if (!name.startsWith(prefix)) record[name] = value as string | null;
    else if (value === false) {
      const field = name.slice(prefix.length);
      errors[field] = `${fieldOf(resource, field)?.type} would store this as ${row[field]}. Enter it that way if that is meant.`;
    }
  }
  if (Object.keys(errors).length > 0) throw new WriteStopped(failure(undefined, errors));
  return record;
}
