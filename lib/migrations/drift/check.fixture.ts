// Tests: drift of the test's database, read as the page reads it.
import { withSingleConnection } from "@/lib/db/single-connection";
import { checkDrift } from "@/lib/migrations/drift/check";
import type { MigrationSource } from "@/lib/migrations/facts";
import { credentials, sql } from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import type { ReadOnly } from "@/lib/migrations/shadow/live-database";
import type { DriftReport, PrefixDrift } from "@/lib/model/migrations/drift";

type Options = Pick<Parameters<typeof checkDrift>[0], "onProgress" | "signal">;

export const readOnly: ReadOnly = (work) =>
  withSingleConnection(credentials, (connection) =>
    connection.transaction("read only", () => work(connection)),
  );

export async function check(
  sources: MigrationSource[],
  options: Options = {},
): Promise<DriftReport> {
  const statuses = await statusOn(credentials, sources);
  return checkDrift({ statuses, readOnly, ...options });
}

/** Of the only prefix. */
export async function checkOne(source: MigrationSource): Promise<PrefixDrift> {
  const { prefixes } = await check([source]);
  const [only] = prefixes;
  if (!only || prefixes.length > 1) throw new Error("One source has one drift.");
  return only;
}

/** One after another, each a query of its own. */
export async function run(...statements: string[]): Promise<void> {
  for (const statement of statements) await sql.unsafe(statement);
}
