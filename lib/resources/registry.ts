// Server: every table that has pages, by slug: those of schema files at once, those of the catalog when first asked for.
import "server-only";
import { is } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import admin from "@/admin.config";
import { reflectTables } from "@/lib/db/reflect";
import type { Prefix } from "@/lib/model/define-admin";
import { deriveResource } from "@/lib/model/define-resource";
import { tableName, withRelations } from "@/lib/model/relations";
import { qualifiedName, type Resource } from "@/lib/model/resource";
import { checkDeclarations } from "@/lib/resources/check-declarations";

/** A resource and the Drizzle table that its statements are built on. */
export type Registered = {
  resource: Resource;
  table: PgTable;
  /** The history keeps the whole record with an update, not only what changed. */
  isKeptWhole?: true;
};

const reflectionMs = 30_000;
const prefixNames = admin.prefixes.map(({ prefix }) => prefix);
const visible = admin.prefixes.filter((prefix) => !prefix.internal);
const inCatalog = visible.filter((prefix) => !prefix.schema);

const fromSchemas = checked(
  visible.flatMap((prefix) => tablesOf(prefix).map((table) => register(table, prefix))),
);

let reflected: { at: number; tables: Promise<Registered[]> } | undefined;

/** The resources that need no database to be known. */
export function schemaResources(): Registered[] {
  return [...fromSchemas].sort(byPlace);
}

/** Declared resources first, in their order; then the others by prefix and name. */
export async function allResources(): Promise<Registered[]> {
  return [...fromSchemas, ...(await fromCatalog())].sort(byPlace);
}

export async function findResource(slug: string): Promise<Registered | undefined> {
  return find((resource) => resource.slug === slug);
}

/** @param name as the history knows it, see `qualifiedName` */
export async function findByTable(name: string): Promise<Registered | undefined> {
  return find((resource) => qualifiedName(resource) === name);
}

/** Asks the catalog only when no schema file has it, so a declared resource costs no query. */
async function find(matches: (resource: Resource) => boolean): Promise<Registered | undefined> {
  const found = fromSchemas.find(({ resource }) => matches(resource));
  return found ?? (await fromCatalog()).find(({ resource }) => matches(resource));
}

function fromCatalog(): Promise<Registered[]> {
  if (!reflected || Date.now() - reflected.at > reflectionMs) {
    const tables = reflectAll();
    reflected = { at: Date.now(), tables };
    tables.catch(() => {
      reflected = undefined;
    });
  }
  return reflected.tables;
}

async function reflectAll(): Promise<Registered[]> {
  const groups = await Promise.all(
    inCatalog.map(async (prefix) =>
      (await reflectTables(prefix.prefix, prefixNames)).map((table) => register(table, prefix)),
    ),
  );
  return groups.flat();
}

function tablesOf({ schema = {} }: Prefix): PgTable[] {
  return Object.values(schema).filter((value): value is PgTable => is(value, PgTable));
}

function register(table: PgTable, prefix: Prefix): Registered {
  const name = getTableConfig(table).name;
  const declared = admin.resources.find(
    (declaration) => getTableConfig(declaration.table).name === name,
  );
  const resource = deriveResource(table, prefix, declared?.options);
  const { people } = admin;
  return {
    table,
    resource: withRelations(resource, table, declared?.options.fields, { slugOf, people }),
  };
}

/** Known without the database: of a table that only the catalog has, its prefix says that it may have pages. */
function slugOf(name: string): string | undefined {
  const declared = admin.resources.find(
    ({ table, options }) => options.slug === name || tableName(table) === name,
  );
  const table =
    declared?.table ?? visible.flatMap(tablesOf).find((each) => tableName(each) === name);
  if (table) return declared?.options.slug ?? getTableConfig(table).name;
  return inCatalog.some(({ prefix }) => name.startsWith(prefix)) ? name : undefined;
}

function checked(registered: Registered[]): Registered[] {
  checkDeclarations(
    registered.map(({ resource }) => resource),
    inCatalog.map(({ prefix }) => prefix),
  );
  return registered;
}

function byPlace(a: Registered, b: Registered): number {
  return place(a) - place(b) || a.resource.table.localeCompare(b.resource.table);
}

function place({ table, resource }: Registered): number {
  const name = getTableConfig(table).name;
  const declared = admin.resources.findIndex(
    (declaration) => getTableConfig(declaration.table).name === name,
  );
  return declared >= 0 ? declared : admin.resources.length + prefixNames.indexOf(resource.prefix);
}
