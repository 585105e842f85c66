// Server: reads tables, columns, indexes and foreign keys with a few queries over the catalog, which every role may read.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import {
  type Catalog,
  type Column,
  type ForeignKey,
  type Index,
  qualified,
  type Table,
} from "@/lib/advisor/facts";
import type { Transaction } from "@/lib/db/client";

type OfTable<T> = T & { oid: number };
type TableRow = OfTable<Omit<Table, "prefix" | "columns" | "indexes" | "foreignKeys">>;

export async function readCatalog(
  tx: Pick<Transaction, "execute">,
  prefixOf: (table: string) => string | null,
): Promise<Catalog> {
  const rowsOf = async <T>(query: SQL) => [...(await tx.execute(query))] as T[];
  const found = await rowsOf<TableRow & { isLocked: boolean }>(tableQuery);
  const free = found.filter(({ isLocked }) => !isLocked);
  const oids = sql`${`{${free.map(({ oid }) => oid).join(",")}}`}::oid[]`;
  const [columns, indexes, foreignKeys, [server]] = await Promise.all([
    rowsOf<OfTable<Column>>(columnQuery(oids)),
    rowsOf<OfTable<Index>>(indexQuery(oids)),
    rowsOf<OfTable<ForeignKey>>(foreignKeyQuery(oids)),
    rowsOf<{ words: string[]; countedSince: string | null }>(serverQuery),
  ]);
  const [columnsOf, indexesOf, keysOf] = [byTable(columns), byTable(indexes), byTable(foreignKeys)];
  return {
    tables: free.map(({ oid, ...table }) => ({
      ...table,
      prefix: prefixOf(table.name),
      columns: columnsOf.get(oid) ?? [],
      indexes: indexesOf.get(oid) ?? [],
      foreignKeys: keysOf.get(oid) ?? [],
    })),
    locked: found
      .filter(({ isLocked, name }) => isLocked && prefixOf(name) !== null)
      .map(qualified),
    reservedWords: new Set(server?.words),
    countedSince: new Date(server?.countedSince ?? Date.now()),
  };
}

function byTable<T extends object>(rows: OfTable<T>[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const { oid, ...row } of rows) {
    const group = groups.get(oid) ?? [];
    groups.set(oid, group);
    group.push(row as unknown as T);
  }
  return groups;
}

/**
 * Ordinary and partitioned tables that neither Postgres nor an extension made. Who prints a default or an index waits
 * for whoever alters the table: such tables are told by name alone.
 */
const tableQuery = sql`
  select c.oid::int8::float8 as oid, s.nspname::text as schema, c.relname::text as name,
    c.relkind = 'p' as "isPartitioned",
    c.oid in (
      select l.relation from pg_locks l
      where l.relation is not null and l.mode = 'AccessExclusiveLock'
        and l.database = (select oid from pg_database where datname = current_database())
    ) as "isLocked",
    greatest(c.reltuples, coalesce(n_live_tup, 0), 0)::float8 as rows,
    coalesce(n_tup_ins, 0)::float8 as inserts,
    coalesce(n_tup_upd, 0)::float8 as updates,
    (coalesce(seq_scan, 0) + coalesce(idx_scan, 0))::float8 as reads,
    exists (
      select from pg_trigger t join pg_proc p on p.oid = t.tgfoid
      -- Of the bits of tgtype, 2 is BEFORE and 16 is UPDATE.
      where t.tgrelid = c.oid and not t.tgisinternal and t.tgenabled <> 'D'
        and t.tgtype & 18 = 18 and p.prosrc ~* 'raise' and p.prosrc !~* 'return'
    ) as "isAppendOnly",
    (
      select case when has_sequence_privilege(q.seqrelid, 'usage, select')
        then pg_sequence_last_value(q.seqrelid)::float8
          / case a.atttypid when 'int2'::regtype then 32767 when 'int4'::regtype then 2147483647
            else 9223372036854775807 end
        end
      from pg_index i
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
      join pg_depend d on d.refobjid = i.indrelid and d.refobjsubid = a.attnum
        and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
      join pg_sequence q on q.seqrelid = d.objid
      where i.indrelid = c.oid and i.indisprimary and i.indnkeyatts = 1
        and a.atttypid in ('int2'::regtype, 'int4'::regtype, 'int8'::regtype)
      limit 1
    ) as "keyUse"
  from pg_class c
  join pg_namespace s on s.oid = c.relnamespace
  left join pg_stat_user_tables used on used.relid = c.oid
  where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence <> 't'
    and s.nspname !~ '^(pg_|information_schema$)'
    and not exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  order by s.nspname, c.relname`;

const columnQuery = (oids: SQL) => sql`
  select a.attrelid::int8::float8 as oid, a.attname::text as name, format_type(a.atttypid, a.atttypmod) as type,
    a.attnotnull as "notNull", a.attidentity <> '' as "isIdentity", a.attgenerated <> '' as "isGenerated",
    t.typtype = 'e' as "isEnum",
    case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end as "default"
  from pg_attribute a
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where a.attrelid = any(${oids}) and a.attnum > 0 and not a.attisdropped
  order by a.attrelid, a.attnum`;

/**
 * The older of two like indexes comes first. One that is just being built is left out. Sizes come from the catalog,
 * for the functions that measure files wait as well.
 */
const indexQuery = (oids: SQL) => sql`
  select i.indrelid::int8::float8 as oid, c.relname::text as name, m.amname::text as method,
    i.indisunique as "isUnique", i.indisprimary as "isPrimary", i.indisvalid as "isValid",
    coalesce(con.conindid is not null, false) as "isConstraint",
    i.indisreplident or exists (
      select from pg_constraint f where f.contype = 'f' and f.conindid = i.indexrelid
    ) as "isReliedOn",
    pg_get_indexdef(i.indexrelid) as definition, pg_get_expr(i.indpred, i.indrelid) as predicate,
    c.relpages::float8 * current_setting('block_size')::float8 as bytes,
    coalesce(used.idx_scan, 0)::float8 as scans,
    key.columns, key.parts, key.included
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  join pg_am m on m.oid = c.relam
  left join pg_constraint con on con.conindid = i.indexrelid and con.contype in ('p', 'u', 'x')
  left join pg_stat_user_indexes used on used.indexrelid = i.indexrelid
  cross join lateral (
    select
      coalesce(json_agg(a.attname order by place) filter (where place <= i.indnkeyatts), '[]') as columns,
      coalesce(json_agg(
        concat_ws(' ', pg_get_indexdef(i.indexrelid, place::int, true), class, collation_id, option)
        order by place) filter (where place <= i.indnkeyatts), '[]') as parts,
      coalesce(json_agg(a.attname order by place) filter (where place > i.indnkeyatts), '[]') as included
    from unnest(i.indkey::int2[], i.indclass::oid[], i.indcollation::oid[], i.indoption::int2[])
      with ordinality as part (number, class, collation_id, option, place)
    left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = part.number
  ) key
  where i.indrelid = any(${oids}) and not exists (
    select from pg_stat_progress_create_index p where p.index_relid = i.indexrelid)
  order by i.indrelid, i.indexrelid`;

const foreignKeyQuery = (oids: SQL) => sql`
  select k.conrelid::int8::float8 as oid, k.conname::text as name,
    s.nspname || '.' || t.relname as target,
    (
      select json_agg(a.attname order by place) from unnest(k.conkey) with ordinality as part (number, place)
      join pg_attribute a on a.attrelid = k.conrelid and a.attnum = number
    ) as columns,
    (
      select json_agg(a.attname order by place) from unnest(k.confkey) with ordinality as part (number, place)
      join pg_attribute a on a.attrelid = k.confrelid and a.attnum = number
    ) as "targetColumns"
  from pg_constraint k
  join pg_class t on t.oid = k.confrelid
  join pg_namespace s on s.oid = t.relnamespace
  where k.conrelid = any(${oids}) and k.contype = 'f' and k.conparentid = 0
  order by k.conrelid, k.conname`;

/** A database whose counters were never reset has no time of its own; a crash resets those of the whole server. */
const serverQuery = sql`
  select
    (select json_agg(word) from pg_get_keywords() where catcode in ('R', 'T')) as words,
    (
      select greatest(d.stats_reset, b.stats_reset)::text from pg_stat_database d, pg_stat_bgwriter b
      where d.datname = current_database()
    ) as "countedSince"`;
