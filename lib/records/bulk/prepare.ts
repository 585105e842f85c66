// Server: an act on many records before it begins: refused where it could not be right in any of them.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { read, type Transaction } from "@/lib/db/client";
import { type BulkAct, bulkErrors } from "@/lib/model/bulk";
import type { Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { failure, type WriteFailure } from "@/lib/model/write-result";
import { type Many, manyOf } from "@/lib/records/bulk/many";
import { exactnessColumns, requireExact, WriteStopped } from "@/lib/records/exact";
import { explain } from "@/lib/records/write-errors";
import type { Registered } from "@/lib/resources/registry";

export type Prepared = {
  many: Many;
  act: BulkAct;
  /** What the database will hold in the fields that are set, as it prints it. */
  kept: Literals;
};

export async function prepare(
  registered: Registered,
  act: BulkAct,
): Promise<({ ok: true } & Prepared) | WriteFailure> {
  const { resource } = registered;
  if (resource.key.length === 0) {
    return failure("This table has no key that tells its records apart, so they can only be read.");
  }
  if (act.kind === "delete") {
    return { ok: true, many: await read((tx) => manyOf(tx, registered)), act, kept: {} };
  }
  const errors = bulkErrors(resource, act.values);
  if (Object.keys(errors).length > 0) return failure(errors[""], withoutForm(errors));
  try {
    return await read(async (tx) => {
      const many = await manyOf(tx, registered);
      return { ok: true, many, act, kept: await keptLiterals(tx, many, act.values) };
    });
  } catch (error) {
    if (error instanceof WriteStopped && !error.result.ok) return error.result;
    return explain(error, registered, act.values);
  }
}

/** @throws WriteStopped where the column would keep something else */
async function keptLiterals(tx: Transaction, many: Many, values: Literals): Promise<Literals> {
  const stored = (name: string): SQL =>
    sql`${values[name]}::${sql.raw(many.columnTypes[name] ?? "text")}`;
  const columns = Object.entries({
    ...Object.fromEntries(Object.keys(values).map((name) => [name, sql`${stored(name)}::text`])),
    ...exactnessColumns(many, values, stored),
  });
  const numbered = columns.map(([, column], at) => sql`${column} as ${sql.identifier(`c${at}`)}`);
  const [row] = await tx.execute<Record<string, unknown>>(
    sql`select ${sql.join(numbered, sql`, `)}`,
  );
  const found = Object.fromEntries(columns.map(([name], at) => [name, row?.[`c${at}`]]));
  return requireExact(found, many, values);
}

function withoutForm(errors: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(errors).filter(([name]) => name !== ""));
}

export function actionOf(act: BulkAct): "update" | "delete" {
  return act.kind === "set" ? "update" : "delete";
}

/** "Status: This cannot be NULL." for where no field stands beside it. */
export function refusalText({ resource }: Registered, refused: WriteFailure): string {
  const fields = Object.entries(refused.fieldErrors).map(
    ([name, sentence]) => `${fieldOf(resource, name)?.label ?? name}: ${sentence}`,
  );
  return [refused.formError, ...fields].filter(Boolean).join(" ");
}
