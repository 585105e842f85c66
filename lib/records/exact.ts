// Server: refuses a write that the database would keep differently from what was sent: rounded, cut or padded.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Literal, Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { columnOf } from "@/lib/records/columns";
import type { Registered } from "@/lib/resources/registry";

/** Keeps the verdicts apart from the columns, of which none can have this character in its name. */
const prefix = "\0exact ";

/** For `returning`: whether each stored value equals the literal that was sent, where the type could bend it. */
export function exactnessColumns(registered: Registered, values: Literals): Record<string, SQL> {
  const bendable = Object.entries(values).filter(
    ([name, literal]) => literal !== null && fieldOf(registered.resource, name)?.inexact,
  );
  return Object.fromEntries(
    bendable.map(([name, literal]) => [prefix + name, isKept(registered, name, literal)]),
  );
}

/** Floats are compared by their digits: read as a float, the literal would have lost the same ones. */
function isKept(registered: Registered, name: string, literal: Literal): SQL<boolean> {
  const column = columnOf(registered, name);
  const field = fieldOf(registered.resource, name);
  const isFloat = /^(real|double precision|float\d*)(\[|$)/.test(field?.type ?? "");
  if (!isFloat) return sql`${column} = ${literal}`;
  const digits = sql.raw(field?.kind === "array" ? "numeric[]" : "numeric");
  return sql`${column}::text::${digits} = ${literal}::${digits}`;
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
