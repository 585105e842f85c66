// Server: what a lock receipt has to know of the live tables: sizes, columns, keys. Estimates only, nothing is counted.
import "server-only";
import { sql } from "drizzle-orm";
import type { LedgerReader } from "@/lib/migrations/read/ledger";
import type { LiveFacts, TableSize } from "@/lib/model/migrations/lock-receipt";

/** @param names of relations, as a JSON array */
export async function readLiveFacts(
  tx: LedgerReader,
  names: string,
  prefixes: string[],
): Promise<LiveFacts> {
  const [sizes, [server], [tables]] = await Promise.all([
    readSizes(tx, names),
    tx.execute<Server>(serverFacts),
    readTables(tx, names),
  ]);
  return {
    sizes: [...sizes],
    columns: tables?.columns ?? [],
    foreignKeys: tables?.foreignKeys ?? [],
    indexes: tables?.indexes ?? [],
    searchPath: server?.searchPath ?? [],
    schemas: server?.schemas ?? [],
    extensions: server?.extensions ?? [],
    availableExtensions: server?.availableExtensions ?? [],
    serverVersion: Number(server?.version ?? 0),
    prefixes,
    // Our runner sets one before it runs anything.
    hasLockTimeout: true,
  };
}

/** Writes a day since the statistics began. A partitioned table is as large as its partitions. */
function readSizes(tx: LedgerReader, names: string) {
  return tx.execute<TableSize>(sql`
    select s.nspname || '.' || c.relname as table,
      case when c.reltuples >= 0 and c.relkind <> 'p' then c.reltuples::float8 end as rows,
      pg_total_relation_size(c.oid)::float8 as bytes,
      (t.n_tup_ins + t.n_tup_upd + t.n_tup_del)::float8 / greatest(
        1, extract(epoch from now() - coalesce(d.stats_reset, pg_postmaster_start_time())) / 86400
      )::float8 as "writesPerDay"
    from pg_catalog.pg_class c
    join pg_catalog.pg_namespace s on s.oid = c.relnamespace
    left join pg_catalog.pg_stat_user_tables t on t.relid = c.oid
    cross join (
      select stats_reset from pg_catalog.pg_stat_database where datname = current_database()
    ) d
    where c.relname in (select json_array_elements_text(${names}::json))
      and c.relkind in ('r', 'p', 'm', 'v', 'f') and s.nspname !~ '^(pg_|information_schema$)'
  `);
}

type Server = Pick<LiveFacts, "searchPath" | "schemas" | "extensions" | "availableExtensions"> & {
  version: string;
};

const serverFacts = sql`
  select current_setting('server_version_num') as version,
    to_json(current_schemas(true)) as "searchPath",
    (select coalesce(json_agg(nspname), '[]') from pg_catalog.pg_namespace) as schemas,
    (select coalesce(json_agg(extname), '[]') from pg_catalog.pg_extension) as extensions,
    (select coalesce(json_agg(name), '[]') from pg_catalog.pg_available_extensions)
      as "availableExtensions"
`;

type Tables = Pick<LiveFacts, "columns" | "foreignKeys" | "indexes">;

/** A validated CHECK of a column that says no more than that it is not null saves SET NOT NULL its scan. */
function readTables(tx: LedgerReader, names: string) {
  return tx.execute<Tables>(sql`
    with tables as materialized (
      select c.oid, s.nspname || '.' || c.relname as table
      from pg_catalog.pg_class c
      join pg_catalog.pg_namespace s on s.oid = c.relnamespace
      where c.relname in (select json_array_elements_text(${names}::json))
        and c.relkind in ('r', 'p') and s.nspname !~ '^(pg_|information_schema$)'
    )
    select (
      select coalesce(json_agg(json_build_object(
        'table', t.table, 'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
        'hasNotNullCheck', exists (
          select from pg_catalog.pg_constraint k
          where k.conrelid = t.oid and k.contype = 'c' and k.convalidated
            and k.conkey = array[a.attnum]
            and pg_get_constraintdef(k.oid) = format('CHECK ((%I IS NOT NULL))', a.attname)
        ))), '[]')
      from tables t join pg_catalog.pg_attribute a on a.attrelid = t.oid
      where a.attnum > 0 and not a.attisdropped
    ) as columns, (
      select coalesce(json_agg(json_build_object(
        'name', k.conname,
        'table', cs.nspname || '.' || c.relname,
        'columns', array(
          select attname::text from pg_catalog.pg_attribute
          where attrelid = k.conrelid and attnum = any (k.conkey)
        ),
        'parent', ps.nspname || '.' || p.relname,
        'parentColumns', array(
          select attname::text from pg_catalog.pg_attribute
          where attrelid = k.confrelid and attnum = any (k.confkey)
        ))), '[]')
      from pg_catalog.pg_constraint k
      join pg_catalog.pg_class c on c.oid = k.conrelid
      join pg_catalog.pg_namespace cs on cs.oid = c.relnamespace
      join pg_catalog.pg_class p on p.oid = k.confrelid
      join pg_catalog.pg_namespace ps on ps.oid = p.relnamespace
      where k.contype = 'f'
        and (k.conrelid in (select oid from tables) or k.confrelid in (select oid from tables))
    ) as "foreignKeys", (
      select coalesce(json_agg(json_build_object('name', i.relname, 'table', t.table)), '[]')
      from tables t join pg_catalog.pg_index x on x.indrelid = t.oid
      join pg_catalog.pg_class i on i.oid = x.indexrelid
    ) as indexes
  `);
}
