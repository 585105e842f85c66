// Server: which rows each column of a board holds: those of an option, and last those of values that are no option.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { read, type Transaction } from "@/lib/db/client";
import { sortedFields } from "@/lib/model/table-facts";
import { columnOf } from "@/lib/records/columns";
import { tableFacts } from "@/lib/records/table-facts";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

export type BoardPart = {
  /** `null` for values that are no option. */
  option: string | null;
  where: SQL;
};

/** Values that are no option, beyond which nobody reads. */
const maxStrays = 20;
/** Rows that are looked through for strays where no index leads with the field. */
const sampledRows = 10_000;

export async function boardParts(
  registered: Registered,
  by: string,
  options: string[],
): Promise<BoardPart[]> {
  const column = columnOf(registered, by);
  const facts = await tableFacts(registered.resource);
  const isIndexed = sortedFields(facts, registered.resource).includes(by);
  const found = await read(
    (tx) =>
      isIndexed
        ? distinctValues(tx, registered, by, options.length + maxStrays)
        : sampledValues(tx, registered, by),
    { signal: requestSignal() },
  );
  const strays = found.filter((value) => value !== null && !options.includes(value));
  const own = options.map((option) => ({ option, where: sql`${column} = ${option}` }));
  const isAnyNull = found.includes(null);
  if (strays.length === 0 && !isAnyNull) return own;
  const among = strays.map((value) => sql`${column} = ${value}`);
  const conditions = [...among, ...(isAnyNull ? [sql`${column} is null`] : [])];
  return [...own, { option: null, where: sql`(${sql.join(conditions, sql` or `)})` }];
}

type Values = (string | null)[];

/** From one value to the next through the index: as many steps as there are values, however many rows. */
async function distinctValues(
  tx: Transaction,
  registered: Registered,
  by: string,
  limit: number,
): Promise<Values> {
  const { table } = registered;
  const column = columnOf(registered, by);
  const rows = await tx.execute<{ value: string }>(sql`
    with recursive found (value, step) as (
      (select ${column}, 1 from ${table} where ${column} is not null order by ${column} limit 1)
      union all
      select (select ${column} from ${table} where ${column} > found.value order by ${column} limit 1), step + 1
      from found where found.value is not null and step < ${sql.raw(String(limit + 1))}
    )
    select value::text as value from found where value is not null`);
  const [nulls] = await tx.execute<{ found: boolean }>(sql`
    select exists (select from ${table} where ${column} is null) as found`);
  return [...rows.map(({ value }) => value), ...(nulls?.found ? [null] : [])];
}

async function sampledValues(tx: Transaction, registered: Registered, by: string): Promise<Values> {
  const column = columnOf(registered, by);
  const rows = await tx.execute<{ value: string | null }>(sql`
    select distinct value from (
      select ${column}::text as value from ${registered.table} limit ${sql.raw(String(sampledRows))}
    ) as sampled limit ${sql.raw(String(maxStrays * 10))}`);
  return rows.map(({ value }) => value);
}
