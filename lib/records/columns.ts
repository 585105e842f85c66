// Server: fields as SQL: how a column is read as a literal, and how a record is found by its key.
import "server-only";
import { and, getTableColumns, type SQL, sql } from "drizzle-orm";
import type { PgColumn } from "drizzle-orm/pg-core";
import type { Literals } from "@/lib/model/literal";
import {
  type Field,
  isSecretFor,
  type Resource,
  type SecretWhen,
  secretSound,
} from "@/lib/model/resource";
import type { Registered } from "@/lib/resources/registry";

/** Shown in place of a secret's value. */
export const mask = "••••••••";

/** Characters of a long value that a list shows and a cursor carries. */
export const previewLength = 300;

export function columnOf({ table }: Registered, name: string): PgColumn {
  const column = getTableColumns(table)[name];
  if (!column) throw new Error(`No column for field ${name}.`);
  return column as PgColumn;
}

/** Fields of a record, by default every one, as Postgres prints them, secrets included: for the verbs, never for a page. */
export function literalColumns(
  registered: Registered,
  names: string[] = registered.resource.fields.map(({ name }) => name),
): Record<string, SQL<string | null>> {
  return Object.fromEntries(
    names.map((name) => [name, sql<string | null>`${columnOf(registered, name)}::text`]),
  );
}

/** Kinds whose literals are short by nature, so their length need not be asked. */
const shortKinds = new Set<Field["kind"]>([
  "uuid",
  "integer",
  "float",
  "boolean",
  "enum",
  "timestamp",
  "timestamptz",
  "date",
  "time",
  "interval",
]);

/** The cell of a list: the beginning of long values, beside their length in characters, or the whole of them. */
export function cellColumns(registered: Registered, field: Field, isWhole = false): SQL[] {
  const column = columnOf(registered, field.name);
  if (field.isSecret) return [masked(column)];
  const columns = isWhole ? [sql`${column}::text`] : openColumns(field, column);
  return field.secretWhen ? maskedWhen(registered, column, columns, field.secretWhen) : columns;
}

function masked(column: PgColumn): SQL {
  return sql`case when ${column} is not null then ${mask} end`;
}

function maskedWhen(
  registered: Registered,
  column: PgColumn,
  [beginning, length]: SQL[],
  when: SecretWhen,
): SQL[] {
  const isSecret = secretCondition(registered, when);
  return [
    sql`case when ${isSecret} then ${masked(column)} else ${beginning} end`,
    ...(length ? [sql`case when ${isSecret} then null else ${length} end`] : []),
  ];
}

/** `isSecretWhen` for Postgres. */
function secretCondition(registered: Registered, { field, is, isNot }: SecretWhen): SQL {
  const told = sql`${columnOf(registered, field)}::text`;
  const among = (literals: string[]) =>
    literals.length > 0 ? sql`${told} in ${literals}` : sql`false`;
  return sql`(${told} is not null and not ${among(isNot)} and (${among(is)} or ${told} ~* ${secretSound}))`;
}

function openColumns(field: Field, column: PgColumn): SQL[] {
  const isShort = shortKinds.has(field.kind) || (field.length ?? Infinity) <= previewLength;
  if (isShort) return [sql`${column}::text`];
  return [
    sql`left(${column}::text, ${sql.raw(String(previewLength))})`,
    sql`case when length(${column}::text) > ${sql.raw(String(previewLength))} then length(${column}::text) end`,
  ];
}

/** @param key the key's literals, in the resource's order. */
export function keyEquals(registered: Registered, key: string[]): SQL {
  const parts = registered.resource.key.map(
    (name, index) => sql`${columnOf(registered, name)} = ${key[index]}`,
  );
  const condition = and(...parts);
  if (!condition) throw new Error(`${registered.resource.table} has no key.`);
  return condition;
}

export function keyOf({ resource }: Registered, record: Literals): string[] {
  return resource.key.map((name) => record[name] ?? "");
}

/** Secrets that came back as the mask they were shown as: writing it would destroy them. */
export function masksSent(resource: Resource, values: Literals): Record<string, string> {
  const sent = resource.fields.filter(({ name, isSecret }) => isSecret && values[name] === mask);
  return Object.fromEntries(
    sent.map(({ name }) => [name, "This is only the mask. Enter a value, or leave the field out."]),
  );
}

/** The record as a page may hold it. */
export function withoutSecrets({ resource }: Registered, record: Literals): Literals {
  const secret = new Set(
    resource.fields.filter((field) => isSecretFor(field, record)).map(({ name }) => name),
  );
  return Object.fromEntries(
    Object.entries(record).map(([name, literal]) => [
      name,
      secret.has(name) && literal !== null ? mask : literal,
    ]),
  );
}
