// Server: how often each value of a field occurs: counted where few rows match, else from the database's statistics.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import type { Transaction } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { type Facet, isFacetField, knownValues, withoutField } from "@/lib/model/facet";
import { isFilterField } from "@/lib/model/filter/operators";
import type { Matching } from "@/lib/model/list-params";
import type { Literal } from "@/lib/model/literal";
import type { Field } from "@/lib/model/resource";
import { columnOf } from "@/lib/records/columns";
import { countedRows, inTime, plannedRows } from "@/lib/records/count";
import { matchingCondition } from "@/lib/records/filter-condition";
import { tableFacts } from "@/lib/records/table-facts";
import type { Registered } from "@/lib/resources/registry";

/** More different values than that are no choice. */
const maxValues = 50;

/**
 * Among the records that match, whatever the filter says of the field itself.
 * @returns `undefined` for a field of too many values, or where nothing is known in time
 * @throws Refused for a secret
 */
export async function readFacet(
  actor: Actor,
  registered: Registered,
  field: Field,
  { where: filter, search }: Matching,
): Promise<Facet | undefined> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  if (!isFilterField(field)) throw new Refused("The values of a secret are not counted.");
  if (!isFacetField(field)) return undefined;
  const where = matchingCondition(registered, { where: withoutField(filter, field.name), search });
  const { rows } = await tableFacts(resource);
  const isEasy = where !== undefined || rows <= countedRows;
  const counted = isEasy
    ? await inTime((tx) => countValues(tx, registered, field, where))
    : undefined;
  const facet =
    counted ??
    (await inTime(async (tx) => {
      const among = where ? await plannedRows(tx, registered, where) : rows;
      return estimatedValues(tx, registered, field, among);
    }));
  const isChoice = facet && facet.values.length > 0 && facet.values.length <= maxValues;
  return isChoice || (facet && knownValues(field)) ? facet : undefined;
}

type Counted = { value: Literal; rows: string; all: string };

/** `undefined` where more rows match than are counted. */
async function countValues(
  tx: Transaction,
  registered: Registered,
  field: Field,
  where: SQL = sql`true`,
): Promise<Facet | undefined> {
  const limit = sql.raw(String(countedRows + 1));
  const found = await tx.execute<Counted>(sql`
    with matching as (
      select ${columnOf(registered, field.name)} as value from ${registered.table} where ${where} limit ${limit}
    )
    select value::text as value, count(*) as rows, sum(count(*)) over () as all
    from matching group by value
    order by count(*) desc, value limit ${sql.raw(String(maxValues + 1))}`);
  if (Number(found[0]?.all ?? 0) > countedRows) return undefined;
  return { kind: "exact", values: found.map(({ value, rows }) => [value, Number(rows)]) };
}

type Statistics = { distinct: number; nulls: number; values: string[]; shares: number[] };

/** From the shares that the database's statistics know; `undefined` where it has none of the column. */
async function estimatedValues(
  tx: Transaction,
  { resource }: Registered,
  field: Field,
  among: number,
): Promise<Facet | undefined> {
  const [statistics] = await tx.execute<Statistics>(sql`
    select n_distinct::float8 as distinct, null_frac::float8 as nulls,
      to_json(most_common_vals::text::text[]) as values, to_json(most_common_freqs) as shares
    from pg_stats where schemaname = ${resource.schema} and tablename = ${resource.table}
      and attname = ${field.column} and not inherited and most_common_vals is not null`);
  // Negative where the values grow in number with the rows.
  if (!statistics || statistics.distinct < 0 || statistics.distinct > maxValues) return undefined;
  const { values, shares, nulls } = statistics;
  const estimates = values.map((value, index): [Literal, number] => [
    field.kind === "boolean" ? booleanLiteral(value) : value,
    Math.round((shares[index] ?? 0) * among),
  ]);
  const missing: [Literal, number][] = nulls > 0 ? [[null, Math.round(nulls * among)]] : [];
  return { kind: "estimate", values: [...estimates, ...missing].sort((a, b) => b[1] - a[1]) };
}

/** Inside of an array Postgres prints `t` for `true`. */
function booleanLiteral(value: string): string {
  return value === "t" ? "true" : "false";
}
