// Server: what the database has of the objects that migrations speak of, from the catalog, which every role may read.
import "server-only";
import { sql } from "drizzle-orm";
import { type Catalog, type Folder, objectKey } from "@/lib/migrations/facts";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import { readLiveFacts } from "@/lib/migrations/read/live-facts";
import type { ObjectKind, ObjectRef } from "@/lib/model/migrations/sql";

type Asked = { prefix: string; folder: Pick<Folder, "files"> };

/** Of every prefix, asked at once, by the names that all migrations make, drop or touch, whoever they belong to. */
export async function readCatalogs(tx: LedgerReader, asked: Asked[]): Promise<Catalog[]> {
  const names = asked.map(({ folder }) => namesIn(folder));
  const wanted = JSON.stringify([...new Set(names.flatMap((each) => [...each]))]);
  const prefixes = asked.map(({ prefix }) => prefix);
  const [rows, invalidIndexes, live] = await Promise.all([
    findObjects(tx, wanted),
    findInvalidIndexes(tx),
    readLiveFacts(tx, wanted, prefixes),
  ]);
  const objects = new Set(rows.flatMap(keysOf));
  return asked.map(({ prefix }, position) => ({
    objects,
    invalidIndexes: invalidIndexes.filter(
      ({ name }) => name.startsWith(prefix) || names[position]?.has(name),
    ),
    live,
  }));
}

function namesIn({ files }: Pick<Folder, "files">): Set<string> {
  const named: { table?: string; name: string }[] = files.flatMap(({ statements }) =>
    statements.flatMap(({ makes, drops, touches }) => [...makes, ...drops, ...touches]),
  );
  return new Set(
    named.flatMap(({ table, name }) => (table === undefined ? [name] : [table, name])),
  );
}

type Found = {
  kind: ObjectKind;
  schema: string | null;
  table: string | null;
  name: string;
  /** The search path finds it without its schema. */
  isVisible: boolean;
};

function keysOf({ kind, schema, table, name, isVisible }: Found): string[] {
  const ref: ObjectRef = { kind, schema, name, ...(table !== null && { table }) };
  return [objectKey(ref), ...(isVisible ? [objectKey({ ...ref, schema: null })] : [])];
}

/** @param names as a JSON array */
function findObjects(tx: LedgerReader, names: string) {
  return tx.execute<Found>(sql`
    with wanted as materialized (
      select value as name from json_array_elements_text(${names}::json)
    ), relations as materialized (
      select c.oid, c.relkind, c.relname::text as name, s.nspname::text as schema,
        pg_table_is_visible(c.oid) as visible
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace s on s.oid = c.relnamespace
      where c.relname in (select name from wanted) and s.nspname !~ '^(pg_|information_schema$)'
    )
    select case when relkind in ('r', 'p', 'f') then 'table' when relkind in ('v', 'm') then 'view'
        when relkind = 'S' then 'sequence' else 'index' end as kind,
      schema, null as table, name, visible as "isVisible"
    from relations where relkind <> 'c'
    union all
    select 'column', r.schema, r.name, a.attname, r.visible
    from relations r join pg_catalog.pg_attribute a on a.attrelid = r.oid
    where r.relkind in ('r', 'p', 'f') and a.attnum > 0 and not a.attisdropped
    union all
    select 'constraint', r.schema, r.name, c.conname, r.visible
    from relations r join pg_catalog.pg_constraint c on c.conrelid = r.oid
    union all
    select 'trigger', r.schema, r.name, t.tgname, r.visible
    from relations r join pg_catalog.pg_trigger t on t.tgrelid = r.oid and not t.tgisinternal
    union all
    select 'policy', r.schema, r.name, p.polname, r.visible
    from relations r join pg_catalog.pg_policy p on p.polrelid = r.oid
    union all
    select 'type', s.nspname, null, t.typname, pg_type_is_visible(t.oid)
    from pg_catalog.pg_type t join pg_catalog.pg_namespace s on s.oid = t.typnamespace
    left join pg_catalog.pg_class c on c.oid = t.typrelid
    where t.typname in (select name from wanted) and coalesce(c.relkind, 'c') = 'c'
    union all
    select 'enum value', s.nspname, t.typname, e.enumlabel, pg_type_is_visible(t.oid)
    from pg_catalog.pg_type t join pg_catalog.pg_namespace s on s.oid = t.typnamespace
    join pg_catalog.pg_enum e on e.enumtypid = t.oid
    where t.typname in (select name from wanted)
    union all
    select 'function', s.nspname, null, p.proname, pg_function_is_visible(p.oid)
    from pg_catalog.pg_proc p join pg_catalog.pg_namespace s on s.oid = p.pronamespace
    where p.proname in (select name from wanted) and s.nspname !~ '^(pg_|information_schema$)'
    union all
    select 'schema', null, null, nspname, true
    from pg_catalog.pg_namespace where nspname in (select name from wanted)
    union all
    select 'extension', null, null, extname, true
    from pg_catalog.pg_extension where extname in (select name from wanted)
  `);
}

/** `name` is the table's own, without its schema. */
function findInvalidIndexes(tx: LedgerReader) {
  return tx.execute<{ index: string; table: string; name: string }>(sql`
    select i.indexrelid::regclass::text as index, i.indrelid::regclass::text as table,
      t.relname::text as name
    from pg_catalog.pg_index i
    join pg_catalog.pg_class t on t.oid = i.indrelid
    where not i.indisvalid
      and not exists (
        select from pg_catalog.pg_stat_progress_create_index p where p.index_relid = i.indexrelid
      )
  `);
}
