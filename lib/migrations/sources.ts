// Pure: the declared prefixes, with their folders and ledgers resolved.
import { resolve } from "node:path";
import { ledgerName, type MigrationSource } from "@/lib/migrations/facts";
import type { Prefix } from "@/lib/model/define-admin";

/** All of them together, since a ledger may be shared by mistake. In the order in which they are migrated. */
export function migrationSources(
  prefixes: Prefix[],
  env: { FASTAPP_DIR?: string | undefined; PROJECT_DIR?: string | undefined },
): MigrationSource[] {
  const sources = prefixes.map(({ prefix, label, schema, migrations, ledger, script }) => ({
    prefix,
    label,
    ...placeOf(typeof migrations === "string" ? migrations : migrations(env), env.PROJECT_DIR),
    ledger: { schema: ledger?.schema ?? "drizzle", table: ledger?.table ?? `${prefix}migrations` },
    script,
    sharedWith: [],
    ...(schema && { schema }),
  }));
  return sources.map((source) => ({
    ...source,
    sharedWith: sources
      .filter((other) => other !== source && ledgerName(other) === ledgerName(source))
      .map(({ prefix }) => prefix),
  }));
}

/** The server of a build runs in the build's own folder, which holds the migrations of its day. */
function placeOf(folder: string, projectFolder: string | undefined) {
  const builtPath = resolve(/* turbopackIgnore: true */ process.cwd(), folder);
  if (projectFolder === undefined) return { folder, path: builtPath };
  const path = resolve(/* turbopackIgnore: true */ projectFolder, folder);
  return { folder, path, ...(path !== builtPath && { builtPath }) };
}
