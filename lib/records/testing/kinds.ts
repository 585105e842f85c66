// Test support: a table with a column of every kind, and literals that each of them takes.
import { getTableColumns } from "drizzle-orm";
import {
  bigint,
  boolean,
  char,
  customType,
  date,
  doublePrecision,
  integer,
  interval,
  json,
  jsonb,
  numeric,
  pgEnum,
  pgTable,
  real,
  smallint,
  text,
  time,
  timestamp,
  uuid,
  varchar,
} from "drizzle-orm/pg-core";

const typed = (type: string) => customType({ dataType: () => type })();

const mood = pgEnum("base_Mood", ["fine", "so, so", 'the "best"', "O'Kay", "NULL", ""]);

/** Types that the columns need, to be made before the table. */
export const kindTypes = `
  create type "base_Mood" as enum ('fine', 'so, so', 'the "best"', 'O''Kay', 'NULL', '');
  create domain base_price as numeric(10, 2) check (value >= 0);
  create domain base_email as text;
  create type base_place as (name text, height integer);
`;

/** No column is required, so that a record may have any of them. */
export const kinds = pgTable("base_kinds", {
  id: uuid().primaryKey().defaultRandom(),
  aText: text(),
  aVarchar: varchar({ length: 40 }),
  aChar: char({ length: 5 }),
  aSmallint: smallint(),
  anInteger: integer(),
  aBigint: bigint({ mode: "bigint" }),
  aNumeric: numeric(),
  aPrice: numeric({ precision: 10, scale: 2 }),
  aReal: real(),
  aDouble: doublePrecision(),
  aBoolean: boolean(),
  anEnum: mood(),
  aTimestamp: timestamp(),
  aMillisecond: timestamp({ precision: 3 }),
  anInstant: timestamp({ withTimezone: true }),
  aDate: date(),
  aTime: time(),
  aZonedTime: time({ withTimezone: true }),
  anInterval: interval(),
  aJson: json(),
  aJsonb: jsonb(),
  texts: text().array(),
  integers: integer().array(),
  prices: numeric({ precision: 10, scale: 2 }).array(),
  reals: real().array(),
  enums: mood().array(),
  jsonbs: jsonb().array(),
  timestamps: timestamp().array(),
  booleans: boolean().array(),
  bytes: typed("bytea"),
  address: typed("inet"),
  range: typed("int4range"),
  span: typed("tstzrange"),
  point: typed("point"),
  xml: typed("xml"),
  money: typed("money"),
  bits: typed("bit(3)"),
  someBits: typed("varbit"),
  words: typed("tsvector"),
  relation: typed("regclass"),
  domain: typed("base_price"),
  email: typed("base_email"),
  composite: typed("base_place"),
});

/** Makes the table just as it is declared. */
export function createKinds(): string {
  const columns = Object.values(getTableColumns(kinds)).map(
    (column) => `"${column.name}" ${column.getSQLType().replace("base_Mood", '"base_Mood"')}`,
  );
  return `create table base_kinds (${columns.join(", ")}, primary key (id));
    alter table base_kinds alter id set default gen_random_uuid();`;
}
