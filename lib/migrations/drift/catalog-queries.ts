// Pure: the questions to Postgres's catalog, one for each kind of object, asked unchanged of the live database and of
// the shadow. Their answers are printed by Postgres itself, and qualified wherever nothing is on the search path.

/** Before the questions, for the rest of the transaction: names then come with their schemas, constants in one style. */
export const printerSettings = `select ${Object.entries({
  search_path: "pg_catalog",
  quote_all_identifiers: "off",
  timezone: "UTC",
  datestyle: "ISO, YMD",
  intervalstyle: "postgres",
  bytea_output: "hex",
  extra_float_digits: "1",
})
  .map(([name, value]) => `pg_catalog.set_config('${name}', '${value}', true)`)
  .join(", ")}`;

const isOurs = (schema: string) => `${schema} !~ '^pg_' and ${schema} <> 'information_schema'`;

const notOfExtension = (catalog: string, oid: string) => `not exists (
  select from pg_depend e
  where e.classid = '${catalog}'::regclass and e.objid = ${oid} and e.deptype = 'e')`;

const relations = `pg_class c join pg_namespace n on n.oid = c.relnamespace
  and ${isOurs("n.nspname")} and c.relpersistence <> 't' and ${notOfExtension("pg_class", "c.oid")}`;

const collationOf = (collation: string, type: string) => `(
  select quote_ident(cn.nspname) || '.' || quote_ident(co.collname)
  from pg_collation co join pg_namespace cn on cn.oid = co.collnamespace
  where co.oid = ${collation} and ${collation} <> (select typcollation from pg_type where oid = ${type}))`;

const sequenceParts = (oid: string) => `(
  select json_build_object('schema', sn.nspname, 'name', sc.relname,
    'type', format_type(s.seqtypid, null), 'start', s.seqstart::text, 'increment', s.seqincrement::text,
    'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle)
  from pg_sequence s join pg_class sc on sc.oid = s.seqrelid join pg_namespace sn on sn.oid = sc.relnamespace
  where s.seqrelid = ${oid})`;

const ownedSequence = `(
  select d.objid from pg_depend d
  where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass
    and d.refobjid = c.oid and d.refobjsubid = a.attnum and d.deptype in ('a', 'i')
    and exists (select from pg_sequence s where s.seqrelid = d.objid)
  order by d.objid limit 1)`;

/** Partitions take these from the table that they are part of. */
const isOwnColumn = "a.attnum > 0 and not a.attisdropped and (a.attinhcount = 0 or a.attislocal)";

export const catalogQueries = {
  table: `
    select n.nspname as schema, c.relname as name, c.relpersistence = 'u' as "isUnlogged",
      case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end as "partitionKey",
      case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end as bound,
      (select json_agg(json_build_object('schema', pn.nspname, 'name', p.relname) order by i.inhseqno)
        from pg_inherits i join pg_class p on p.oid = i.inhparent
        join pg_namespace pn on pn.oid = p.relnamespace where i.inhrelid = c.oid) as parents,
      c.relrowsecurity as "hasRowSecurity", c.relforcerowsecurity as "forcesRowSecurity"
    from ${relations} where c.relkind in ('r', 'p')`,
  column: `
    select n.nspname as schema, c.relname as "table", a.attname as name,
      format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as "isNotNull",
      pg_get_expr(d.adbin, d.adrelid) as expression, a.attidentity as identity, a.attgenerated as generated,
      ${collationOf("a.attcollation", "a.atttypid")} as collation,
      ${sequenceParts(ownedSequence)} as sequence
    from ${relations} join pg_attribute a on a.attrelid = c.oid and ${isOwnColumn}
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    where c.relkind in ('r', 'p') order by a.attnum`,
  constraint: `
    select n.nspname as schema, c.relname as "table", k.conname as name, k.contype as type,
      pg_get_constraintdef(k.oid) as definition
    from ${relations} join pg_constraint k on k.conrelid = c.oid
    where k.contype not in ('n', 't') and k.conparentid = 0 and (k.coninhcount = 0 or k.conislocal)`,
  index: `
    select n.nspname as schema, t.relname as "table", c.relname as name,
      pg_get_indexdef(c.oid) as definition, i.indisvalid as "isValid", c.relkind = 'I' as "isPartitioned"
    from ${relations} join pg_index i on i.indexrelid = c.oid join pg_class t on t.oid = i.indrelid
    where not c.relispartition and not exists (
      select from pg_constraint k where k.conindid = c.oid and k.contype in ('p', 'u', 'x') and k.conrelid = t.oid)`,
  enum: `
    select n.nspname as schema, t.typname as name,
      (select json_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid) as labels
    from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${isOurs("n.nspname")}
    where t.typtype = 'e' and ${notOfExtension("pg_type", "t.oid")}`,
  domain: `
    select n.nspname as schema, t.typname as name, format_type(t.typbasetype, t.typtypmod) as type,
      t.typnotnull as "isNotNull", pg_get_expr(t.typdefaultbin, 0) as expression,
      ${collationOf("t.typcollation", "t.typbasetype")} as collation,
      (select json_agg(json_build_object('name', k.conname, 'definition', pg_get_constraintdef(k.oid)) order by k.conname)
        from pg_constraint k where k.contypid = t.oid and k.contype = 'c') as checks
    from pg_type t join pg_namespace n on n.oid = t.typnamespace and ${isOurs("n.nspname")}
    where t.typtype = 'd' and ${notOfExtension("pg_type", "t.oid")}`,
  "composite type": `
    select n.nspname as schema, c.relname as name,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
          'collation', ${collationOf("a.attcollation", "a.atttypid")}) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as attributes
    from ${relations} where c.relkind = 'c' and ${notOfExtension("pg_type", "c.reltype")}`,
  sequence: `
    select n.nspname as schema, c.relname as name, ${sequenceParts("c.oid")} as sequence
    from ${relations}
    where c.relkind = 'S' and not exists (
      select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.refobjsubid > 0 and d.deptype in ('a', 'i'))`,
  view: `
    select n.nspname as schema, c.relname as name, pg_get_viewdef(c.oid) as definition,
      c.relkind = 'm' as "isMaterialized", array_to_json(c.reloptions) as options
    from ${relations} where c.relkind in ('v', 'm') order by c.oid`,
  function: `
    select n.nspname as schema, p.proname as name, pg_get_function_identity_arguments(p.oid) as arguments,
      p.prokind = 'p' as "isProcedure", pg_get_functiondef(p.oid) as definition
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace and ${isOurs("n.nspname")}
    where p.prokind in ('f', 'p') and ${notOfExtension("pg_proc", "p.oid")} order by p.oid`,
  trigger: `
    select n.nspname as schema, c.relname as "table", g.tgname as name,
      pg_get_triggerdef(g.oid) as definition, g.tgenabled as enabled
    from ${relations} join pg_trigger g on g.tgrelid = c.oid
    where not g.tgisinternal and g.tgparentid = 0`,
  policy: `
    select n.nspname as schema, c.relname as "table", p.polname as name, p.polcmd as command,
      p.polpermissive as "isPermissive", pg_get_expr(p.polqual, p.polrelid) as using,
      pg_get_expr(p.polwithcheck, p.polrelid) as "withCheck",
      (select json_agg(coalesce(quote_ident(r.rolname), 'public') order by r.rolname)
        from unnest(p.polroles) as o (id) left join pg_roles r on r.oid = o.id) as roles
    from ${relations} join pg_policy p on p.polrelid = c.oid`,
};
