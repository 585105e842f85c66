// Server: gathers all that the rules look at: the catalog, the declarations, the uses of columns and counts of orphans.
import "server-only";
import admin from "@/admin.config";
import { declaredNames } from "@/lib/advisor/declared-names";
import { drizzleNames } from "@/lib/advisor/drizzle-names";
import { type Catalog, type Facts, qualified } from "@/lib/advisor/facts";
import { countOrphans } from "@/lib/advisor/orphans";
import { readCatalog } from "@/lib/advisor/read-catalog";
import { guessReferences } from "@/lib/advisor/references";
import { read, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ledgerName } from "@/lib/migrations/facts";
import { migrationSources } from "@/lib/migrations/sources";
import { adminColumnUses } from "@/lib/store/schema";

/** @param asked the object of a reference whose orphans are counted at leisure */
export async function readFacts(asked: string | undefined): Promise<Facts> {
  const [catalog, uses] = await read((tx) =>
    Promise.all([readCatalog(tx, prefixOf), readUses(tx)]),
  );
  const ledgers = migrationSources(admin.prefixes, env()).map(ledgerName);
  const tables = catalog.tables.filter(
    (table) => !ledgers.includes(qualified(table)) && !ledgersOfTools.test(table.name),
  );
  const internal = admin.prefixes.flatMap((each) => (each.internal ? [each.prefix] : []));
  const references = guessReferences(tables, internal)
    // What a column points at may be a table that could not be looked at.
    .filter(({ target }) => target !== null || catalog.locked.length === 0);
  return {
    ...partsOf({ ...catalog, tables }),
    uses,
    references,
    orphans: await countOrphans(references, asked),
    now: new Date(),
  };
}

function partsOf({ tables, ...catalog }: Catalog) {
  const covered = tables.filter(({ prefix }) => prefix !== null);
  const schemas = new Set(["public", ...covered.map(({ schema }) => schema)]);
  return {
    ...catalog,
    prefixes: admin.prefixes.map(({ prefix, label, zone = "UTC" }) => ({
      prefix,
      label,
      zone,
      tables: covered.filter((table) => table.prefix === prefix),
    })),
    strays: tables.filter(({ prefix, schema }) => prefix === null && schemas.has(schema)),
    declared: admin.prefixes.flatMap(({ prefix, schema }) =>
      schema ? declaredNames(prefix, schema) : [],
    ),
    names: drizzleNames(admin.prefixes.flatMap(({ schema }) => (schema ? [schema] : []))),
  };
}

/** The longest declared prefix that the name begins with. */
function prefixOf(table: string): string | null {
  const covering = admin.prefixes
    .map(({ prefix }) => prefix)
    .filter((each) => table.startsWith(each));
  return covering.sort((a, b) => b.length - a.length)[0] ?? null;
}

/** The books that other tools keep. */
const ledgersOfTools =
  /^(__drizzle_migrations|_prisma_migrations|knex_migrations(_lock)?|kysely_migration(_lock)?|pgmigrations|schema_migrations|flyway_schema_history)$/;

async function readUses(tx: Transaction) {
  const { tableName: table, columnName: column, use, count } = adminColumnUses;
  return tx.select({ table, column, use, count }).from(adminColumnUses);
}
