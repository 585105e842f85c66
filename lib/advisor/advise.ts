// Server: reads the database, judges it by all rules and sets apart what people have accepted.
import "server-only";
import admin from "@/admin.config";
import { readAcceptances } from "@/lib/advisor/decisions";
import { declaredNames } from "@/lib/advisor/declared-names";
import { drizzleNames } from "@/lib/advisor/drizzle-names";
import { type Catalog, type Facts, qualified, type Table } from "@/lib/advisor/facts";
import { countOrphans } from "@/lib/advisor/orphans";
import { readCatalog } from "@/lib/advisor/read-catalog";
import { guessReferences } from "@/lib/advisor/references";
import { judge, rules } from "@/lib/advisor/rules";
import { read, type Transaction } from "@/lib/db/client";
import { env } from "@/lib/env";
import { ledgerName } from "@/lib/migrations/facts";
import { migrationSources } from "@/lib/migrations/sources";
import { type Advice, findingKey } from "@/lib/model/advice";
import { adminColumnUses } from "@/lib/store/schema";

/** Whoever is signed in may read it. @param asked the object of a reference whose orphans are counted at leisure */
export async function advise(asked?: string): Promise<Advice> {
  const { facts, acceptances } = await readFacts(asked);
  const found = judge(facts).map((finding) => ({
    finding,
    acceptance: acceptances.get(findingKey(finding)),
  }));
  return {
    prefixes: facts.prefixes.map(({ prefix, label, tables }) => ({
      prefix,
      label,
      tables: tables.length,
    })),
    rules: rules.map(({ id, title, why }) => ({ id, title, why })),
    findings: found.flatMap(({ finding, acceptance }) => (acceptance ? [] : [finding])),
    accepted: found.flatMap(({ finding, acceptance }) =>
      acceptance ? [{ finding, acceptance }] : [],
    ),
  };
}

async function readFacts(asked: string | undefined) {
  const { catalog, uses, acceptances } = await read(async (tx) => {
    const [catalog, uses, acceptances] = await Promise.all([
      readCatalog(tx, prefixOf),
      readUses(tx),
      readAcceptances(tx),
    ]);
    return { catalog, uses, acceptances };
  });
  const tables = catalog.tables.filter((table) => !isLedger(table));
  const references = guessReferences(
    tables,
    admin.prefixes.flatMap(({ prefix, internal }) => (internal ? [prefix] : [])),
  );
  const facts: Facts = {
    ...partsOf({ ...catalog, tables }),
    uses,
    references,
    orphans: await countOrphans(references, asked),
    now: new Date(),
  };
  return { facts, acceptances };
}

function partsOf({ tables, reservedWords, countedSince }: Catalog) {
  const covered = tables.filter(({ prefix }) => prefix !== null);
  const schemas = new Set(["public", ...covered.map(({ schema }) => schema)]);
  return {
    reservedWords,
    countedSince,
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

/** Of a declared prefix, or of a tool that keeps its own books. */
function isLedger(table: Table): boolean {
  const declared = migrationSources(admin.prefixes, env()).map(ledgerName);
  return declared.includes(qualified(table)) || ledgersOfTools.test(table.name);
}

const ledgersOfTools =
  /^(__drizzle_migrations|_prisma_migrations|knex_migrations(_lock)?|kysely_migration(_lock)?|pgmigrations|schema_migrations|flyway_schema_history)$/;

async function readUses(tx: Transaction) {
  const { tableName: table, columnName: column, use, count } = adminColumnUses;
  return tx.select({ table, column, use, count }).from(adminColumnUses);
}
