// Pure: the declared prefixes, with their folders and ledgers resolved.
import { ledgerName, type MigrationSource } from "@/lib/migrations/facts";
import type { Prefix } from "@/lib/model/define-admin";

/** All of them together, since a ledger may be shared by mistake. In the order in which they are migrated. */
export function migrationSources(
  prefixes: Prefix[],
  env: { FASTAPP_DIR?: string | undefined },
): MigrationSource[] {
  const sources = prefixes.map(({ prefix, label, migrations, ledger, script }) => ({
    prefix,
    label,
    folder: typeof migrations === "string" ? migrations : migrations(env),
    ledger: { schema: ledger?.schema ?? "drizzle", table: ledger?.table ?? `${prefix}migrations` },
    script,
    sharedWith: [],
  }));
  return sources.map((source) => ({
    ...source,
    sharedWith: sources
      .filter((other) => other !== source && ledgerName(other) === ledgerName(source))
      .map(({ prefix }) => prefix),
  }));
}
