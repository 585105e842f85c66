// Server: a list's filter and search as SQL. Names come from the resource's fields, values are parameters.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { type Condition, type FilterPart, type Group, isGroup } from "@/lib/model/filter/filter";
import { factsOf, type Operator } from "@/lib/model/filter/operators";
import { type Duration, intervalLiteral, parseDuration } from "@/lib/model/filter/time-spans";
import type { Matching } from "@/lib/model/list-params";
import { arrayLiteral } from "@/lib/model/literal";
import { type Field, fieldOf } from "@/lib/model/resource";
import { searchFields } from "@/lib/model/table-facts";
import { columnOf } from "@/lib/records/columns";
import { keyCondition, uuidBeginsWith } from "@/lib/records/find-condition";
import { likeText } from "@/lib/records/like-text";
import type { Registered } from "@/lib/resources/registry";

/** Which rows match; `undefined` for all of them. */
export function matchingCondition(
  registered: Registered,
  { where, search }: Partial<Matching>,
): SQL | undefined {
  const parts = [
    where && groupCondition(registered, where),
    search && searchCondition(registered, search),
  ].filter((part) => part !== undefined && part !== "");
  return parts.length > 0 ? sql.join(parts as SQL[], sql` and `) : undefined;
}

/** Each word in one of the search fields, or the record whose id was given. */
function searchCondition(registered: Registered, search: string): SQL {
  const columns = searchFields(registered.resource).map(({ name }) => columnOf(registered, name));
  const words = search.split(/\s+/).map((word) => {
    const matches = columns.map((column) => sql`${column} ilike ${`%${likeText(word)}%`}`);
    return matches.length > 0 ? sql`(${sql.join(matches, sql` or `)})` : sql`false`;
  });
  const byKey = keyCondition(registered, search);
  return sql`(${sql.join(words, sql` and `)}${byKey ? sql` or ${byKey}` : sql``})`;
}

function groupCondition(registered: Registered, { any, parts }: Group): SQL | undefined {
  const conditions = parts.flatMap((part) => partCondition(registered, part) ?? []);
  if (conditions.length === 0) return undefined;
  return sql`(${sql.join(conditions, any ? sql` or ` : sql` and `)})`;
}

function partCondition(registered: Registered, part: FilterPart): SQL | undefined {
  if (isGroup(part)) return groupCondition(registered, part);
  const field = fieldOf(registered.resource, part.field);
  if (!field) throw new Error(`No field ${part.field}.`);
  const column = sql`${columnOf(registered, field.name)}`;
  if (field.kind === "json") return jsonCondition(column, field, part);
  const compare = comparisons[part.operator];
  return compare({ column, field, values: part.values, zone: registered.resource.zone });
}

type Compared = { column: SQL; field: Field; values: string[]; zone: string };

/** Texts are compared whatever their case. NULL is neither equal to a value nor different from none. */
const comparisons: Record<Operator, (compared: Compared) => SQL> = {
  is: ({ column, values }) => sql`${column} = ${values[0]}`,
  isNot: ({ column, values }) => sql`${column} is distinct from ${values[0]}`,
  in: ({ column, values }) => sql`${column} = any(${arrayLiteral(values)})`,
  notIn: ({ column, values }) =>
    sql`(${column} is null or ${column} <> all(${arrayLiteral(values)}))`,
  contains: ({ column, values }) => sql`${column} ilike ${`%${likeText(values[0])}%`}`,
  notContains: ({ column, values }) =>
    sql`(${column} is null or ${column} not ilike ${`%${likeText(values[0])}%`})`,
  startsWith: ({ column, field, values }) => startsWith(column, field, values[0] ?? ""),
  endsWith: ({ column, values }) => sql`${column} ilike ${`%${likeText(values[0])}`}`,
  lt: ({ column, values }) => sql`${column} < ${values[0]}`,
  lte: ({ column, values }) => sql`${column} <= ${values[0]}`,
  gt: ({ column, values }) => sql`${column} > ${values[0]}`,
  gte: ({ column, values }) => sql`${column} >= ${values[0]}`,
  between: ({ column, values }) => sql`${column} between ${values[0]} and ${values[1]}`,
  on: (compared) => {
    const from = instant(sql`${compared.values[0]}::timestamp`, compared);
    const to = instant(sql`(${compared.values[0]}::timestamp + interval '1 day')`, compared);
    return within(compared.column, from, to);
  },
  last: (compared) => {
    const from = instant(sql`(${wallNow(compared)} - ${interval(compared)})`, compared);
    const now = instant(wallNow(compared), compared);
    return sql`(${compared.column} > ${from} and ${compared.column} <= ${now})`;
  },
  next: (compared) => {
    const to = instant(sql`(${wallNow(compared)} + ${interval(compared)})`, compared);
    const now = instant(wallNow(compared), compared);
    return sql`(${compared.column} >= ${now} and ${compared.column} < ${to})`;
  },
  this: (compared) => {
    const [period = "day"] = compared.values;
    const start = sql`date_trunc(${period}, ${wallNow(compared)})`;
    const length = period === "quarter" ? "3 months" : `1 ${period}`;
    const end = sql`(${start} + ${length}::interval)`;
    return within(compared.column, instant(start, compared), instant(end, compared));
  },
  past: (compared) => sql`${compared.column} < ${instant(wallNow(compared), compared)}`,
  future: (compared) => sql`${compared.column} > ${instant(wallNow(compared), compared)}`,
  has: ({ column, values }) => sql`${column} @> ${arrayLiteral(values)}`,
  hasAny: ({ column, values }) => sql`${column} && ${arrayLiteral(values)}`,
  hasAll: ({ column, values }) => sql`${column} @> ${arrayLiteral(values)}`,
  hasKey: () => sql`false`,
  holds: () => sql`false`,
  null: ({ column }) => sql`${column} is null`,
  notNull: ({ column }) => sql`${column} is not null`,
  empty: ({ column, field }) =>
    field.kind === "array" ? sql`cardinality(${column}) = 0` : sql`${column} = ''`,
  notEmpty: ({ column, field }) =>
    field.kind === "array" ? sql`cardinality(${column}) > 0` : sql`${column} <> ''`,
};

function within(column: SQL, from: SQL, to: SQL): SQL {
  return sql`(${column} >= ${from} and ${column} < ${to})`;
}

/** What the clocks of the resource's zone show now. */
function wallNow({ field, zone }: Compared): SQL {
  const now = sql`(now() at time zone ${zone})`;
  return field.kind === "date" ? sql`${now}::date` : now;
}

/** A wall time as the field's own type has it. */
function instant(wall: SQL, { field, zone }: Compared): SQL {
  return field.kind === "timestamptz" ? sql`(${wall} at time zone ${zone})` : wall;
}

function interval({ values }: Compared): SQL {
  return sql`${intervalLiteral(parseDuration(values[0] ?? "") as Duration)}::interval`;
}

function startsWith(column: SQL, { kind }: Field, beginning: string): SQL {
  if (kind === "uuid") return uuidBeginsWith(column, beginning);
  return sql`${column} ilike ${`${likeText(beginning)}%`}`;
}

/** Inside of JSON a number is compared as a number where size counts, everything else as the text it is. */
function jsonCondition(column: SQL, field: Field, { path, operator, values }: Condition): SQL {
  const json = field.type === "jsonb" ? column : sql`${column}::jsonb`;
  const pointer = sql`${arrayLiteral(path)}::text[]`;
  const inner = path.length > 0 ? sql`(${json} #> ${pointer})` : json;
  if (operator === "holds") return sql`${inner} @> ${values[0]}::jsonb`;
  if (operator === "hasKey") return sql`${inner} ? ${values[0]}`;
  if (operator === "empty") return sql`${inner} in ('{}', '[]', '""')`;
  if (operator === "notEmpty") return sql`${inner} not in ('{}', '[]', '""', 'null')`;
  const text = path.length > 0 ? sql`(${json} #>> ${pointer})` : column;
  const isBySize = factsOf(operator).kinds === factsOf("lt").kinds;
  if (!isBySize) return comparisons[operator]({ column: text, field, values, zone: "UTC" });
  const number = sql`(case when jsonb_typeof(${inner}) = 'number' then ${text}::numeric end)`;
  return comparisons[operator]({ column: number, field, values, zone: "UTC" });
}
