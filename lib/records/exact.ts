// Server: refuses a write that the database would keep differently from what was sent: rounded, cut or padded.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { keepsDigits } from "@/lib/model/float-digits";
import type { Literal, Literals } from "@/lib/model/literal";
import { type Field, fieldOf } from "@/lib/model/resource";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { columnOf } from "@/lib/records/columns";
import type { Registered } from "@/lib/resources/registry";

/** Keeps the verdicts apart from the columns, of which none can have this character in its name. */
const prefix = "\0exact ";

/**
 * For `returning`: whether each stored value equals the literal that was sent, where the type could bend it.
 * @param stored the value, where that is not yet the column's
 */
export function exactnessColumns(
  registered: Registered,
  values: Literals,
  stored: (name: string) => SQL = (name) => sql`${columnOf(registered, name)}`,
): Record<string, SQL> {
  const bendable = Object.entries(values).filter(
    ([name, literal]) => literal !== null && fieldOf(registered.resource, name)?.inexact,
  );
  return Object.fromEntries(
    bendable.map(([name, literal]) => [prefix + name, sql<boolean>`${stored(name)} = ${literal}`]),
  );
}

/** Ends the transaction that it is thrown in, keeping nothing; its `result` is the answer to the editor. */
export class WriteStopped extends Error {
  constructor(readonly result: WriteResult) {
    super("The write was stopped.");
  }
}

/**
 * Splits a returned row into the record and the verdicts on it.
 * @param values what was sent
 * @throws WriteStopped
 */
export function requireExact(
  row: Record<string, unknown>,
  { resource }: Registered,
  values: Literals,
): Literals {
  const entries = Object.entries(row);
  const record = Object.fromEntries(entries.filter(([name]) => !name.startsWith(prefix)));
  const bent = resource.fields.filter(
    (field) =>
      row[prefix + field.name] === false ||
      (Object.hasOwn(values, field.name) && isBentFloat(field, values, record as Literals)),
  );
  if (bent.length === 0) return record as Literals;
  const errors = bent.map(({ name, type }) => [
    name,
    `${type} would store this as ${record[name]}. Enter it that way if that is meant.`,
  ]);
  throw new WriteStopped(failure(undefined, Object.fromEntries(errors)));
}

/** Floats and arrays of them. Postgres cannot tell: read as a float, what was sent has lost the same digits. */
function isBentFloat({ name, type }: Field, values: Literals, record: Literals): boolean {
  const width = /^(real|float4|double precision|float8)(\[|$)/i.exec(type)?.[1];
  if (!width) return false;
  const sent = numbersIn(values[name]);
  const stored = numbersIn(record[name]);
  const isSingle = /^(real|float4)$/i.test(width);
  return sent.some((literal, index) => !keepsDigits(literal, stored[index] ?? "", isSingle));
}

function numbersIn(literal: Literal | undefined): string[] {
  return literal?.split(/[{},"\s]+/).filter(Boolean) ?? [];
}
