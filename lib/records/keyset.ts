// Server: paging by the place of a row instead of by counting rows: constant time at any depth, stable under inserts.
import "server-only";
import { type SQL, sql } from "drizzle-orm";

/** One key of a total ordering. `value` is the cursor's place in it: SQL, or `null` for SQL NULL. */
export type OrderKey = { column: SQL; descending: boolean; nullable: boolean };
export type PlacedKey = OrderKey & { value: SQL | null };

/**
 * The clause itself; nothing where there is nothing to order by.
 * NULLs stay where Postgres puts them by default (last ascending, first descending), so plain indexes serve.
 */
export function orderBy(keys: OrderKey[]): SQL {
  const parts = keys.map(({ column, descending }) =>
    descending ? sql`${column} desc` : sql`${column}`,
  );
  return parts.length > 0 ? sql`order by ${sql.join(parts, sql`, `)}` : sql``;
}

export function reversed<Key extends OrderKey>(keys: Key[]): Key[] {
  return keys.map((key) => ({ ...key, descending: !key.descending }));
}

/**
 * Conditions that together hold exactly the rows after the cursor, in order: all rows of the first come before all of
 * the second. Each is a range of an index on the keys; one condition with OR would not be.
 */
export function segmentsAfter(keys: PlacedKey[]): SQL[] {
  const [first, ...rest] = keys;
  if (!first) return [];
  if (first.value === null) {
    const sameNull = rest.length > 0 ? [sql`${first.column} is null and ${after(rest)}`] : [];
    return first.descending ? [...sameNull, sql`${first.column} is not null`] : sameNull;
  }
  const nullsFollow = first.nullable && !first.descending;
  return [afterNonNull(keys), ...(nullsFollow ? [sql`${first.column} is null`] : [])];
}

/** Rows whose first key is not NULL, after a cursor whose first key is not NULL. */
function afterNonNull(keys: PlacedKey[]): SQL {
  const [first, ...rest] = keys as [PlacedKey, ...PlacedKey[]];
  const isUniform = rest.every(
    (key) => !key.nullable && key.descending === first.descending && key.value !== null,
  );
  const operator = first.descending ? sql`<` : sql`>`;
  if (isUniform) {
    const columns = sql.join(
      keys.map(({ column }) => column),
      sql`, `,
    );
    const values = sql.join(
      keys.map(({ value }) => sql`${value}`),
      sql`, `,
    );
    return sql`(${columns}) ${operator} (${values})`;
  }
  return sql`${first.column} ${operator}= ${first.value} and (${first.column} ${operator} ${first.value} or ${after(rest)})`;
}

function after(keys: PlacedKey[]): SQL {
  const [first, ...rest] = keys;
  if (!first) return sql`false`;
  const tie = rest.length > 0 ? sql` or (${equal(first)} and ${after(rest)})` : sql``;
  return sql`(${beyond(first)}${tie})`;
}

function beyond({ column, descending, nullable, value }: PlacedKey): SQL {
  if (value === null) return descending ? sql`${column} is not null` : sql`false`;
  if (descending) return sql`${column} < ${value}`;
  return nullable ? sql`(${column} > ${value} or ${column} is null)` : sql`${column} > ${value}`;
}

function equal({ column, value }: PlacedKey): SQL {
  return value === null ? sql`${column} is null` : sql`${column} = ${value}`;
}
