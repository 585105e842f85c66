// Server: tables of a prefix without a schema file, read from the catalog and built as Drizzle tables.
import "server-only";
import { sql } from "drizzle-orm";
import {
  bigint,
  customType,
  foreignKey,
  integer,
  type PgColumnBuilderBase,
  type PgTable,
  pgEnum,
  pgTable,
  primaryKey,
  smallint,
  text,
} from "drizzle-orm/pg-core";
import { read } from "@/lib/db/client";

type CatalogColumn = {
  table: string;
  column: string;
  type: string;
  not_null: boolean;
  identity: "" | "a" | "d";
  is_generated: boolean;
  expression: string | null;
  labels: string[] | null;
  key_position: number | null;
  /** A table, and the one column of its key, which this column holds by a constraint. */
  foreign_key: { table: string; column: string } | null;
};

/** The tables of schema `public` whose names start with `prefix` and with no longer one of `prefixes`. */
export async function reflectTables(prefix: string, prefixes: string[]): Promise<PgTable[]> {
  const longer = prefixes.filter((other) => other !== prefix && other.startsWith(prefix));
  const columns = await read(async (tx) => {
    const rows = await tx.execute<CatalogColumn>(catalogQuery(prefix));
    return [...rows];
  });
  const names = new Set(columns.map(({ table }) => table));
  return [...names]
    .filter((name) => !longer.some((other) => name.startsWith(other)))
    .map((name) =>
      buildTable(
        name,
        columns.filter(({ table }) => table === name),
      ),
    );
}

/** A domain stands as the type below it, whose literals it takes; a partition is part of its table. */
function catalogQuery(prefix: string) {
  return sql`
    select c.relname as "table", a.attname as "column",
      format_type(base.type, base.modifier) as "type",
      a.attnotnull as not_null, a.attidentity as identity, a.attgenerated <> '' as is_generated,
      pg_get_expr(d.adbin, d.adrelid) as expression,
      (select array_to_json(array_agg(e.enumlabel order by e.enumsortorder))
        from pg_enum e where e.enumtypid = base.type) as labels,
      array_position((i.indkey::int2[])[0:i.indnkeyatts - 1], a.attnum) as key_position,
      (select json_build_object('table', target.relname, 'column', key.attname)
        from pg_constraint f
        join pg_class target on target.oid = f.confrelid and target.relnamespace = n.oid
        join pg_index p on p.indrelid = target.oid and p.indisprimary and p.indnkeyatts = 1
        join pg_attribute key on key.attrelid = target.oid
          and key.attnum = p.indkey[0] and key.attnum = f.confkey[1]
        where f.contype = 'f' and f.conrelid = c.oid and f.conkey = array[a.attnum]
        order by f.oid limit 1) as foreign_key
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    cross join lateral (
      with recursive step (type, modifier, depth) as (
        select a.atttypid, a.atttypmod, 0
        union all
        select t.typbasetype, t.typtypmod, depth + 1
        from step join pg_type t on t.oid = step.type and t.typtype = 'd'
      )
      select type, modifier from step order by depth desc limit 1
    ) base
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relkind in ('r', 'p') and not c.relispartition and starts_with(c.relname, ${prefix})
    order by c.relname, a.attnum`;
}

function buildTable(name: string, columns: CatalogColumn[]): PgTable {
  const keyColumns = columns
    .filter((column) => column.key_position !== null)
    .sort((a, b) => Number(a.key_position) - Number(b.key_position));
  const builders = Object.fromEntries(columns.map((column) => [column.column, build(column)]));
  return pgTable(name, builders, (table) => {
    const [first, ...rest] = keyColumns.flatMap(({ column }) => table[column] ?? []);
    const references = columns.flatMap(({ column, foreign_key }) => {
      const from = table[column];
      return from && foreign_key
        ? [foreignKey({ columns: [from], foreignColumns: [keyColumn(foreign_key)] })]
        : [];
    });
    return [...(first ? [primaryKey({ columns: [first, ...rest] })] : []), ...references];
  }) as PgTable;
}

/** Of the table that is pointed to, only what a constraint must name: it may not have been read. */
function keyColumn({ table, column }: { table: string; column: string }) {
  const target = pgTable(table, { key: text(column).primaryKey() });
  return target.key;
}

function build(column: CatalogColumn): PgColumnBuilderBase {
  if (column.identity) return identityColumn(column);
  const typed = column.labels
    ? pgEnum(column.type, column.labels as [string, ...string[]])(column.column)
    : customType({ dataType: () => column.type })(column.column);
  const constrained = column.not_null ? typed.notNull() : typed;
  if (column.expression === null) return constrained;
  const expression = sql.raw(column.expression);
  return column.is_generated
    ? constrained.generatedAlwaysAs(expression)
    : constrained.default(expression);
}

function identityColumn({ type, column, identity }: CatalogColumn): PgColumnBuilderBase {
  const builder =
    type === "bigint"
      ? bigint(column, { mode: "bigint" })
      : type === "smallint"
        ? smallint(column)
        : integer(column);
  return identity === "a"
    ? builder.generatedAlwaysAsIdentity()
    : builder.generatedByDefaultAsIdentity();
}
