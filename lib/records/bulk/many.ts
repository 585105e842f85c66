// Server: many records of one table in one statement: found by their keys, each with literals of its own.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import { arrayLiteral, type Literal, type Literals } from "@/lib/model/literal";
import { columnOf, keyOf, literalColumns } from "@/lib/records/columns";
import type { Registered } from "@/lib/resources/registry";

/** A table and its columns' types, by field name, as the catalog writes them. */
export type Many = Registered & {
  /** Without the type's modifier: nothing is cut or rounded by a cast to it. */
  types: Record<string, string>;
  /** With it: as the column itself would keep a value. */
  columnTypes: Record<string, string>;
};

export async function manyOf(tx: Transaction, registered: Registered): Promise<Many> {
  const { schema, table, fields } = registered.resource;
  const rows = await tx.execute<{ name: string; bare: string; full: string }>(sql`
    select attname as name, format_type(atttypid, -1) as bare, format_type(atttypid, atttypmod) as full
    from pg_attribute
    where attrelid = to_regclass(format('%I.%I', ${schema}::text, ${table}::text))
      and attnum > 0 and not attisdropped`);
  const byName = (part: "bare" | "full") =>
    Object.fromEntries(
      fields.map(({ name, column }) => {
        const type = rows.find((row) => row.name === column)?.[part];
        if (!type) throw new Error(`The table ${table} has no column ${column}.`);
        return [name, type];
      }),
    );
  return { ...registered, types: byName("bare"), columnTypes: byName("full") };
}

/** A parameter or a column of `valuesOf` as the field's type. */
export function cast({ types }: Many, name: string, value: SQL): SQL {
  return sql`${value}::${sql.raw(types[name] ?? "text")}`;
}

export function hasKeyAmong(many: Many, keys: string[][]): SQL {
  const { key } = many.resource;
  const columns = key.map((name) => sql`${columnOf(many, name)}`);
  const chosen = key.map((name, at) => cast(many, name, sql`${sql.identifier(`k${at}`)}`));
  const names = key.map((_, at) => sql.identifier(`k${at}`));
  const literals = key.map((_, at) => texts(keys.map((each) => each[at] ?? "")));
  return sql`(${sql.join(columns, sql`, `)}) in (
    select ${sql.join(chosen, sql`, `)}
    from unnest(${sql.join(literals, sql`, `)}) as chosen (${sql.join(names, sql`, `)}))`;
}

/** `from` this, a record of the names is a row of texts called by `valueName`. */
export function valuesOf(names: string[], records: Literals[]): SQL {
  const columns = names.map((name) => texts(records.map((record) => record[name] ?? null)));
  const called = names.map((_, at) => sql`${sql.identifier(`v${at}`)}`);
  return sql`unnest(${sql.join(columns, sql`, `)}) as given (${sql.join(called, sql`, `)})`;
}

export function valueName(names: string[], name: string): SQL {
  return sql`given.${sql.identifier(`v${names.indexOf(name)}`)}`;
}

function texts(literals: Literal[]): SQL {
  return sql`${arrayLiteral(literals)}::text[]`;
}

/** Whole records, secrets included, held until the transaction ends, in the order of the key; those that are gone are left out. */
export async function lockRecords(
  tx: Transaction,
  many: Many,
  keys: string[][],
  { where, skipsLocked = false }: { where?: SQL | undefined; skipsLocked?: boolean } = {},
): Promise<Literals[]> {
  if (keys.length === 0) return [];
  return tx
    .select(literalColumns(many))
    .from(many.table)
    .where(sql`${hasKeyAmong(many, keys)}${where ? sql` and ${where}` : sql``}`)
    .orderBy(...many.resource.key.map((name) => sql`${columnOf(many, name)}`))
    .for("update", skipsLocked ? { skipLocked: true } : {});
}

/** One text for a key: what sets a record apart in a map. */
export function keyText(many: Registered, record: Literals): string {
  return JSON.stringify(keyOf(many, record));
}
