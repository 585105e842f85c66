// Server: the verb that adds a record.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import type { Transaction } from "@/lib/db/client";
import { type Act, recordChange } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { resourceFor } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";
import { failure, type WriteResult, type WriteSuccess } from "@/lib/model/write-result";
import { columnOf, literalColumns, masksSent } from "@/lib/records/columns";
import { exactnessColumns, requireExact } from "@/lib/records/exact";
import { writeOnce } from "@/lib/records/once";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

/** @param values literals by field name; a field left out takes the database's default */
export async function createRecord(
  actor: Actor,
  registered: Registered,
  values: Literals,
  act: Act = {},
): Promise<WriteResult> {
  await authorize(actor, "create", registered.resource);
  const errors = creationErrors(registered, values);
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const content = ["create", actor.id, versionOf(values)];
  return writeOnce(registered, { act, values, content }, (tx, namedAct) =>
    addRecord(tx, actor, registered, values, namedAct),
  );
}

/** What is wrong with a record to be, by field name; empty when nothing is. */
export function creationErrors({ resource }: Registered, values: Literals): Record<string, string> {
  return {
    ...validate(resource, values, "create"),
    ...masksSent(resourceFor(resource, values), values),
  };
}

/** Inserts the record and what came of it into the history. @throws WriteStopped */
export async function addRecord(
  tx: Transaction,
  actor: Actor,
  registered: Registered,
  values: Literals,
  act: Act,
): Promise<WriteSuccess> {
  const record = await insertRecord(tx, registered, values);
  const change = { action: "create", record, before: null, after: record } as const;
  return recordChange(tx, actor, registered, change, act);
}

/** Sets identity columns too where `values` has them, so that a deleted record can return as it was. @throws WriteStopped */
export async function insertRecord(
  tx: Transaction,
  registered: Registered,
  values: Literals,
): Promise<Literals> {
  const insert = tx.insert(registered.table);
  const setsIdentity = Object.keys(values).some(
    (name) => columnOf(registered, name).generatedIdentity?.type === "always",
  );
  const [row] = await (setsIdentity ? insert.overridingSystemValue() : insert)
    .values(asParameters(values))
    .returning({ ...literalColumns(registered), ...exactnessColumns(registered, values) });
  if (!row) throw new Error(`The insert into ${registered.resource.table} returned no row.`);
  return requireExact(row, registered, values);
}

/** Untyped parameters: Postgres reads each by its column's own type, as it would a quoted literal. */
export function asParameters(values: Literals): Record<string, SQL> {
  return Object.fromEntries(
    Object.entries(values).map(([name, literal]) => [name, sql`${literal}`]),
  );
}
