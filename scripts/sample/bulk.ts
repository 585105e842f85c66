// Server: fills the big tables with generated rows inside Postgres, a transaction for each chunk.
import { getTableName, type Table } from "drizzle-orm";
import type postgres from "postgres";
import { users } from "@/lib/fastapp/schema";
import { createRandom } from "./random";

type Fragment = postgres.Fragment;

/** The statement that inserts the rows numbered `from` to `to`, skipping those that are there. */
export type InsertChunk = (
  sql: postgres.ISql,
  from: number,
  to: number,
) => postgres.PendingQuery<postgres.Row[]>;

const CHUNK_ROWS = 100_000;
const UNKNOWN_USERS = 5_000;

/**
 * Numbers rows from the present count on and inserts until the table has `rows` of them.
 *
 * @returns How many rows were added.
 */
export async function fillUp(
  sql: postgres.Sql,
  table: Table,
  rows: number,
  insert: InsertChunk,
): Promise<number> {
  const present = await countRows(sql, table);
  let [total, next] = [present, present + 1];
  while (total < rows) {
    const to = next + Math.min(CHUNK_ROWS, rows - total) - 1;
    total += await sql.begin(async (transaction) => {
      await transaction`set local synchronous_commit = off`;
      await transaction`select setseed(${1 / next})`;
      return (await insert(transaction, next, to)).count;
    });
    next = to + 1;
  }
  // Vacuum spares the first readers the work of marking a million rows as visible.
  await sql`vacuum (analyze) ${sql(getTableName(table))}`;
  return total - present;
}

export async function countRows(sql: postgres.ISql, table: Table): Promise<number> {
  const [row] = await sql<[{ total: string }]>`
    select count(*) as total from ${sql(getTableName(table))}`;
  return Number(row.total);
}

/** The framework's users, and many ids that no user has (any more). */
export async function bulkUserIds(sql: postgres.ISql): Promise<string[]> {
  const random = createRandom("unknown users");
  const known = await sql<{ id: string }[]>`
    select id from ${sql(getTableName(users))} order by created_at, id limit 1000`;
  return [
    ...known.map(({ id }) => id),
    ...Array.from({ length: UNKNOWN_USERS }, () => random.uuid()),
  ];
}

/** The id of the generated row with this number: an md5 in the form of a version 4 uuid. */
export function bulkId(sql: postgres.ISql, table: Table, number: Fragment): Fragment {
  const hash = sql`md5(${getTableName(table)}::text || ${number})`;
  return sql`overlay(overlay(${hash} placing '4' from 13) placing '8' from 17)::uuid`;
}

/**
 * An index into an array of `length`, told by a session's number alone, so that its progress finds its user.
 * Multiples of the golden ratio spread evenly; the square makes some users far busier than others.
 */
export function bulkUserIndex(sql: postgres.ISql, number: Fragment, length: number): Fragment {
  const spread = sql`(${number} * 0.6180339887498949::float8)`;
  return sql`1 + floor(${length} * power(${spread} - floor(${spread}), 2))::int`;
}

/** A JSON list as a Postgres array of `jsonb`, built once per statement. */
export function jsonbArray(sql: postgres.ISql, values: unknown[]): Fragment {
  return sql`(array(select jsonb_array_elements(${JSON.stringify(values)}::text::jsonb)))`;
}

/** A list of strings as a Postgres array of `text`, built once per statement. */
export function textArray(sql: postgres.ISql, values: readonly string[]): Fragment {
  return sql`(array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb)))`;
}
