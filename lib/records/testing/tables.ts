// Test support: tables made for one test file. Their names begin with `base_`, a prefix read from the catalog, so that
// the history finds them too.
import { type SQL, sql } from "drizzle-orm";
import { write } from "@/lib/db/client";
import type { WriteResult, WriteSuccess } from "@/lib/model/write-result";
import { findByTable, type Registered } from "@/lib/resources/registry";

export async function run(statements: string | SQL): Promise<Record<string, unknown>[]> {
  const rows = await write((tx) =>
    tx.execute(typeof statements === "string" ? sql.raw(statements) : statements),
  );
  return [...rows];
}

/** Must be made by `run` before the first look at the catalog, which is remembered. */
export async function tableNamed(name: string): Promise<Registered> {
  const registered = await findByTable(name);
  if (!registered) throw new Error(`There is no table ${name}.`);
  return registered;
}

export async function rowCount(table: string): Promise<number> {
  const [row] = await run(`select count(*)::int as count from ${table}`);
  return Number(row?.count);
}

export function succeeded(result: WriteResult): WriteSuccess {
  if (!result.ok) throw new Error(`The write failed: ${JSON.stringify(result)}`);
  return result;
}
