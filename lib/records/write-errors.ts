// Server: from what Postgres refused to sentences beside the fields they concern.
import "server-only";
import { sql } from "drizzle-orm";
import { read } from "@/lib/db/client";
import {
  isConflict,
  isUnreadableLiteral,
  keyColumns,
  type PostgresFault,
  pgCode,
  pgFault,
} from "@/lib/db/errors";
import type { Literals } from "@/lib/model/literal";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { failure, type WriteFailure } from "@/lib/model/write-result";
import { WriteStopped } from "@/lib/records/exact";
import type { Registered } from "@/lib/resources/registry";

export const alreadyUndone = "This change has been undone already.";

/** @throws the error itself when it is not one that the person at the form can do something about. */
export async function explain(
  error: unknown,
  registered: Registered,
  values: Literals,
): Promise<WriteFailure> {
  const { resource } = registered;
  const fault = pgFault(error);
  if (!fault) throw error;
  if (isUnreadableLiteral(error)) return unreadableFields(registered, values);
  if (isConflict(error))
    return failure("Others kept changing the same rows. Nothing was saved; save again.");
  if (fault.constraint_name === "admin_changes_reverts_id_idx") return failure(alreadyUndone);
  switch (fault.code) {
    case "23505":
      return onColumns(
        resource,
        keyColumns(fault),
        "Another record has this value, and it must be unique.",
      );
    case "23001":
    case "23503":
      return isStillReferred(fault, resource)
        ? failure(`Records of ${fault.table_name} still refer to this one. Nothing was saved.`)
        : onColumns(resource, keyColumns(fault), "No such record exists to refer to.");
    case "23502":
      return onColumns(
        resource,
        fault.column_name ? [fault.column_name] : [],
        "This cannot be NULL.",
      );
    case "23514":
      return failure(ruleSentence(fault.constraint_name));
    case "23P01":
      return failure(
        `This overlaps another record, which the rule “${fault.constraint_name}” forbids.`,
      );
    case "54000":
    case "54001":
      return failure(
        "One of these values is too long for its index or nested too deeply. Nothing was saved.",
      );
    case "55P03":
      return failure(
        "Someone else is changing this record right now. Nothing was saved; try again in a moment.",
      );
    case "57014":
      return failure("The database took too long. Nothing was saved; try again.");
    case "42501":
      return failure("The database role of this dashboard may not write to this table.");
    case "53100":
      return failure("The database has no disk space left. Nothing was saved.");
    case "25006":
      return failure("The database is read-only at the moment. Nothing was saved.");
    case "P0001":
      return failure("A trigger of the table refused this change. Nothing was saved.");
    default:
      throw error;
  }
}

/**
 * For one of several writes in a transaction: what the database refuses is explained while it is known which it was.
 * @throws WriteStopped; conflicts as they are, since the whole transaction is tried again
 */
export async function explaining<T>(
  registered: Registered,
  values: Literals,
  work: () => Promise<T>,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof WriteStopped || isConflict(error)) throw error;
    throw new WriteStopped(await explain(error, registered, values));
  }
}

/** Without a name it is a partitioned table's: no partition takes the record. */
function ruleSentence(constraint: string | undefined): string {
  return constraint
    ? `The rule “${constraint}” of the table does not allow these values.`
    : "No partition of the table takes these values.";
}

/** A foreign key fails where a value points nowhere, or where it is pointed at: the table named is the pointing one. */
function isStillReferred(fault: PostgresFault, resource: Resource): boolean {
  return fault.table_name !== resource.table || / still referenced /.test(fault.detail ?? "");
}

function onColumns(resource: Resource, columns: string[], sentence: string): WriteFailure {
  const fields = resource.fields.filter(({ column }) => columns.includes(column));
  if (fields.length === 0) return failure(sentence);
  return failure(undefined, Object.fromEntries(fields.map(({ name }) => [name, sentence])));
}

/** Postgres does not say which literal it could not read, so each is tried by itself. */
async function unreadableFields({ resource }: Registered, values: Literals): Promise<WriteFailure> {
  const errors: Record<string, string> = {};
  for (const [name, literal] of Object.entries(values)) {
    const field = fieldOf(resource, name);
    if (!field || literal === null || field.isGenerated) continue;
    const reason = await unreadable(literal, resource, field.column);
    if (reason !== undefined)
      errors[name] = `Postgres does not accept this as ${field.type}${reason}.`;
  }
  return Object.keys(errors).length > 0
    ? failure(undefined, errors)
    : failure("Postgres could not read one of these values. Nothing was saved.");
}

const reasons: Record<string, string> = {
  "22003": ": it is out of range",
  "22008": ": there is no such date or time",
  "22001": ": it is too long",
  "22026": ": it has the wrong length",
};

async function unreadable(
  literal: string,
  { schema, table }: Resource,
  column: string,
): Promise<string | undefined> {
  try {
    // Planned, not run: reads the literal and fits it into the column as the write itself would.
    await read((tx) =>
      tx.execute(sql`
        explain update ${sql.identifier(schema)}.${sql.identifier(table)}
        set ${sql.identifier(column)} = ${literal}`),
    );
    return undefined;
  } catch (error) {
    if (!isUnreadableLiteral(error)) return undefined;
    return reasons[pgCode(error) ?? ""] ?? "";
  }
}
