// Server: all that is read from the live database for a shadow of it: its objects, and what migrations find there
// without making it. Catalogs alone, which every role may read.
import "server-only";
import { sql } from "drizzle-orm";
import { printerSettings } from "@/lib/migrations/drift/catalog-queries";
import { type CatalogObject, catalogQuery, objectsFrom } from "@/lib/migrations/drift/objects";
import type { LedgerReader } from "@/lib/migrations/read/ledger";

/** Runs `work` in a read-only transaction. */
export type ReadOnly = <T>(work: (tx: LedgerReader) => Promise<T>) => Promise<T>;

export type Surroundings = {
  user: string;
  searchPath: string[];
  schemas: string[];
  roles: string[];
  /** With the names of the types, functions and access methods that each one has. */
  extensions: { name: string; schema: string; members: string[] }[];
  /** What literals are read by when a session states nothing else. */
  settings: { name: string; value: string }[];
  /** Of Postgres. */
  majorVersion: number;
};

export type LiveDatabase = { surroundings: Surroundings; objects: CatalogObject[] };

/** @throws DatabaseUnavailable */
export function readLiveDatabase(readOnly: ReadOnly): Promise<LiveDatabase> {
  return readOnly(async (tx) => {
    const surroundings = await readText(tx, surroundingsQuery);
    await tx.execute(sql.raw(printerSettings));
    const objects = await readText(tx, catalogQuery);
    return { surroundings: JSON.parse(surroundings), objects: objectsFrom(objects) };
  });
}

async function readText(tx: LedgerReader, query: string): Promise<string> {
  const [row] = await tx.execute<{ catalog: string }>(sql.raw(query));
  return row?.catalog ?? "";
}

const membersOf = (catalog: string, name: string) => `
  select ${name} from pg_catalog.${catalog} m join pg_catalog.pg_depend d
    on d.classid = 'pg_catalog.${catalog}'::regclass and d.objid = m.oid
  where d.deptype = 'e' and d.refobjid = e.oid`;

const surroundingsQuery = `select json_build_object(
  'user', current_user,
  'searchPath', current_schemas(false),
  'schemas', (select coalesce(json_agg(nspname), '[]') from pg_catalog.pg_namespace
    where nspname !~ '^pg_' and nspname <> 'information_schema'),
  'roles', (select coalesce(json_agg(rolname), '[]') from pg_catalog.pg_roles where rolname !~ '^pg_'),
  'extensions', (
    select coalesce(json_agg(json_build_object('name', e.extname, 'schema', n.nspname, 'members',
      array(${membersOf("pg_type", "typname")} union ${membersOf("pg_proc", "proname")}
        union ${membersOf("pg_am", "amname")}))), '[]')
    from pg_catalog.pg_extension e join pg_catalog.pg_namespace n on n.oid = e.extnamespace
    where e.extname <> 'plpgsql'),
  'settings', (select json_agg(json_build_object('name', name, 'value', reset_val)) from pg_catalog.pg_settings
    where name in ('TimeZone', 'DateStyle', 'IntervalStyle')),
  'majorVersion', current_setting('server_version_num')::int / 10000)::text as catalog`;
