// Pure: a column as one writes it in a Drizzle schema.
import type { Column } from "@/lib/advisor/facts";
import { camelCase } from "@/lib/advisor/words";

/**
 * `userId: uuid("user_id").notNull(),`
 * @param calls that follow the column's own, e.g. `.references(() => users.id)`
 */
export function columnLine(field: string, column: Column, calls = ""): string {
  const isFilled = column.isIdentity || isSerial(column);
  return [
    `${property(field)}: ${builder(column)}`,
    column.isIdentity && ".generatedByDefaultAsIdentity()",
    column.notNull && !isFilled && ".notNull()",
    !isFilled && defaultCall(column),
    calls,
    ",",
  ]
    .filter(Boolean)
    .join("");
}

/** A field that is no JavaScript name stands in quotes. */
function property(field: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(field) ? field : text(field);
}

/** `table.userId` */
export function member(object: string, field: string): string {
  return property(field) === field ? `${object}.${field}` : `${object}[${text(field)}]`;
}

function builder(column: Column, type = column.type): string {
  const name = text(column.name);
  if (type.endsWith("[]")) return `${builder(column, type.slice(0, -2))}.array()`;
  if (column.isEnum) return `${camelCase(type.replace(/^.*\./, ""))}(${name})`;
  const [, base = type, modifier, zone] =
    /^([\w ]+?)(?:\((.+)\))?( with(?:out)? time zone)?$/.exec(type) ?? [];
  const make = isSerial(column) ? serials[base] : builders[base];
  if (!make) return `customType<{ data: string }>({ dataType: () => ${text(type)} })(${name})`;
  const options = optionsOf(base, modifier, zone);
  return `${make}(${options ? `${name}, ${options}` : name})`;
}

const serials: Record<string, string> = {
  smallint: "smallserial",
  integer: "serial",
  bigint: "bigserial",
};

const builders: Record<string, string> = {
  smallint: "smallint",
  integer: "integer",
  bigint: "bigint",
  real: "real",
  "double precision": "doublePrecision",
  numeric: "numeric",
  boolean: "boolean",
  text: "text",
  "character varying": "varchar",
  character: "char",
  uuid: "uuid",
  json: "json",
  jsonb: "jsonb",
  date: "date",
  time: "time",
  timestamp: "timestamp",
  interval: "interval",
  inet: "inet",
  cidr: "cidr",
  macaddr: "macaddr",
  point: "point",
  line: "line",
};

function optionsOf(base: string, modifier: string | undefined, zone: string | undefined): string {
  const options: string[] = [];
  if (modifier && /^character/.test(base)) options.push(`length: ${modifier}`);
  if (modifier && /^time/.test(base)) options.push(`precision: ${modifier}`);
  if (base === "numeric" && modifier) {
    const [precision, scale] = modifier.split(",");
    options.push(`precision: ${precision}`);
    if (scale && scale !== "0") options.push(`scale: ${scale}`);
  }
  if (base === "bigint") options.push('mode: "bigint"');
  if (zone === " with time zone") options.push("withTimezone: true");
  return options.length > 0 ? `{ ${options.join(", ")} }` : "";
}

function isSerial({ default: expression }: Column): boolean {
  return expression?.startsWith("nextval(") ?? false;
}

function defaultCall({ default: expression, type }: Column): string {
  if (expression === null) return "";
  if (/^(now\(\)|CURRENT_TIMESTAMP)$/.test(expression)) return ".defaultNow()";
  if (expression === "gen_random_uuid()") return ".defaultRandom()";
  if (/^(true|false|-?\d+)$/.test(expression) && !/^(bigint|numeric)/.test(type))
    return `.default(${expression})`;
  const literal = /^'((?:[^'\\]|'')*)'::[\w ]+$/.exec(expression)?.[1]?.replaceAll("''", "'");
  if (literal !== undefined && /^jsonb?$/.test(type)) return `.default(${literal})`;
  if (literal !== undefined && /^(text|character)/.test(type)) return `.default(${text(literal)})`;
  return `.default(sql\`${expression.replaceAll(/[\\`$]/g, "\\$&")}\`)`;
}

function text(literal: string): string {
  return JSON.stringify(literal);
}
