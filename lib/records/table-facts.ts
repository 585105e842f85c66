// Server: what the catalog says of a table: how many rows, which indexes. Kept for a while, since it seldom changes.
import "server-only";
import { sql } from "drizzle-orm";
import { read, type Transaction } from "@/lib/db/client";
import { qualifiedName, type Resource } from "@/lib/model/resource";
import type { Index, TableFacts } from "@/lib/model/table-facts";

const keptMs = 30_000;

// Bundles may load this module more than once; the facts are one per process.
const holder = globalThis as { fastappAdminTableFacts?: Map<string, Kept> };
type Kept = { at: number; facts: TableFacts };

/** Up to half a minute old. A table that is not there has no rows and no indexes. */
export async function tableFacts(resource: Resource): Promise<TableFacts> {
  holder.fastappAdminTableFacts ??= new Map();
  const name = qualifiedName(resource);
  const kept = holder.fastappAdminTableFacts.get(name);
  if (kept && performance.now() - kept.at < keptMs) return kept.facts;
  const facts = await read((tx) => readTableFacts(tx, resource));
  holder.fastappAdminTableFacts.set(name, { at: performance.now(), facts });
  return facts;
}

export function forgetTableFacts(): void {
  holder.fastappAdminTableFacts?.clear();
}

type Row = { rows: number; indexes: Index[] };

async function readTableFacts(tx: Transaction, { schema, table }: Resource): Promise<TableFacts> {
  const [row] = await tx.execute<Row>(sql`
    select c.reltuples::float8 as rows, coalesce((
      select json_agg(json_build_object(
        'columns', (select json_agg(a.attname order by k.place)
          from unnest((i.indkey::int2[])[0:i.indnkeyatts - 1]) with ordinality as k (number, place)
          left join pg_attribute a on a.attrelid = c.oid and a.attnum = k.number),
        'options', to_json(i.indoption::int2[]),
        'operatorClass', (select opcname from pg_opclass where oid = i.indclass[0]),
        'method', am.amname) order by i.indexrelid)
      from pg_index i
      join pg_class ic on ic.oid = i.indexrelid
      join pg_am am on am.oid = ic.relam
      where i.indrelid = c.oid and i.indisvalid and i.indpred is null
    ), '[]'::json) as indexes
    from pg_class c
    where c.oid = to_regclass(format('%I.%I', ${schema}::text, ${table}::text))`);
  return { rows: row?.rows ?? 0, indexes: row?.indexes ?? [] };
}
