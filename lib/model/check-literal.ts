// Pure: whether a literal can be what its field's type holds, before it is sent. The database has the last word.

import { type FieldKind, type TypeFacts, typeFacts } from "@/lib/model/field-kinds";
import { jsonFaultAt, placeIn } from "@/lib/model/json-fault";
import type { Field } from "@/lib/model/resource";

const temporalKinds = new Set<FieldKind>(["timestamp", "timestamptz", "time", "interval"]);

const timePart = String.raw`\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?`;
const zonePart = String.raw`(\s?(Z|UTC|[+-]\d{1,2}(:?\d{2}(:?\d{2})?)?))`;
const datePart = String.raw`\d{4,}-\d{1,2}-\d{1,2}`;
const era = "( (BC|AD))?";

const patterns = {
  uuid: /^(\{([0-9a-f]{4}-?){7}[0-9a-f]{4}\}|([0-9a-f]{4}-?){7}[0-9a-f]{4})$/i,
  integer: /^\s*[+-]?\d+\s*$/,
  number: /^\s*([+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?|[+-]?inf(inity)?|nan)\s*$/i,
  boolean: /^\s*(t|tr|tru|true|y|ye|yes|on|1|f|fa|fal|fals|false|n|no|of|off|0)\s*$/i,
  timestamp: new RegExp(`^([+-]?infinity|${datePart}([ T]${timePart})?${era})$`, "i"),
  timestamptz: new RegExp(`^([+-]?infinity|${datePart}([ T]${timePart}${zonePart}?)?${era})$`, "i"),
  date: new RegExp(`^([+-]?infinity|${datePart}${era})$`, "i"),
  time: new RegExp(`^${timePart}${zonePart}?$`, "i"),
};

/** What the check needs to know of a field. */
type CheckedField = TypeFacts & Pick<Field, "type"> & Partial<Field>;

/** @returns what is wrong and what to enter instead, or `undefined`. `literal` is never NULL here. */
export function checkLiteral(field: CheckedField, literal: string): string | undefined {
  if (literal.includes("\0")) return "Postgres cannot store the character U+0000. Remove it.";
  if (!literal.isWellFormed())
    return "This holds half of a surrogate pair. Remove the broken character.";
  if (literal === "" && !canBeEmpty(field)) return emptySentence(field);
  switch (field.kind) {
    case "text":
      return checkText(field, literal);
    case "enum":
      return field.options?.includes(literal)
        ? undefined
        : `Choose one of ${field.options?.join(", ")}.`;
    case "uuid":
      return patterns.uuid.test(literal)
        ? undefined
        : "Enter a UUID: 32 hexadecimal digits, such as 3f2b8c1e-….";
    case "integer":
      return checkInteger(field, literal);
    case "decimal":
      return checkDecimal(field, literal);
    case "float":
      return patterns.number.test(literal) ? undefined : "Enter a number, such as 12.5 or 1e6.";
    case "boolean":
      return patterns.boolean.test(literal) ? undefined : "Enter true or false.";
    case "timestamp":
      return checkTimestamp(literal) ?? checkFraction(field, literal);
    case "timestamptz":
      return patterns.timestamptz.test(literal)
        ? checkFraction(field, literal)
        : "Enter a date and time, such as 2026-03-09 14:30:00+00.";
    case "date":
      return patterns.date.test(literal) ? undefined : "Enter a date, such as 2026-03-09.";
    case "time":
      return checkTime(field, literal) ?? checkFraction(field, literal);
    case "interval":
      return checkFraction(field, literal);
    case "json":
      return checkJson(literal);
    case "bytea":
      return /^\\x[0-9a-fA-F]*$/.test(literal) && literal.length % 2 === 0
        ? undefined
        : "Enter bytes as \\x and pairs of hexadecimal digits.";
    case "array":
    case "other":
      return holdsTimes(field) ? checkFraction(field, literal) : undefined;
    default:
      return undefined;
  }
}

/** Where nobody knows the type's syntax, Postgres is asked. */
function canBeEmpty(field: CheckedField): boolean {
  return ["text", "other"].includes(field.kind) || (field.options?.includes("") ?? false);
}

function emptySentence(field: CheckedField): string {
  const way = field.nullable
    ? ", or choose NULL"
    : field.hasDefault
      ? ", or choose the default"
      : "";
  return `Enter a value${way}.`;
}

function checkText(field: CheckedField, literal: string): string | undefined {
  if (field.length === undefined) return undefined;
  const length = [...literal].length;
  return length > field.length
    ? `${length} characters are ${length - field.length} too many: ${field.type} holds ${field.length}.`
    : undefined;
}

/** Beyond this no type's range needs to be looked at, and reading the number takes time. */
const maxIntegerLength = 40;

function checkInteger(field: CheckedField, literal: string): string | undefined {
  if (!patterns.integer.test(literal))
    return "Enter a whole number, without a point or a group separator.";
  const [min, max] = field.range ?? [undefined, undefined];
  if (min === undefined || max === undefined) return undefined;
  const digits = literal.trim().replace(/^([+-]?)0+(?=\d)/, "$1");
  const value = digits.length > maxIntegerLength ? undefined : BigInt(digits.replace(/^\+/, ""));
  return value === undefined || value < min || value > max
    ? `${field.type} holds ${min} to ${max}; this is beyond it.`
    : undefined;
}

function checkDecimal(field: CheckedField, literal: string): string | undefined {
  if (!patterns.number.test(literal)) return "Enter a number, such as 1234.50.";
  const digits = /^\s*[+-]?(\d*)(?:\.(\d*))?\s*$/.exec(literal);
  if (!digits || field.precision === undefined || field.scale === undefined) return undefined;
  const whole = (digits[1] ?? "").replace(/^0+/, "");
  const fraction = (digits[2] ?? "").replace(/0+$/, "");
  if (fraction.length > Math.max(field.scale, 0)) {
    return `${field.type} keeps ${Math.max(field.scale, 0)} digits after the point; this has ${fraction.length} and would be rounded.`;
  }
  const maxWhole = Math.max(field.precision - field.scale, 0);
  return whole.length > maxWhole
    ? `${field.type} holds ${maxWhole} digits before the point; this has ${whole.length}.`
    : undefined;
}

function checkTimestamp(literal: string): string | undefined {
  if (patterns.timestamp.test(literal)) return undefined;
  return patterns.timestamptz.test(literal)
    ? "This column keeps no time zone, so an offset would be dropped. Enter it as 2026-03-09 14:30:00."
    : "Enter a date and time, such as 2026-03-09 14:30:00.";
}

function checkTime(field: CheckedField, literal: string): string | undefined {
  if (!patterns.time.test(literal)) return "Enter a time, such as 14:30 or 14:30:05.25.";
  const keepsZone = /tz|with time zone/i.test(field.type);
  return keepsZone || /^[\d:.]+$/.test(literal)
    ? undefined
    : "This column keeps no time zone, so an offset would be dropped. Enter it as 14:30:00.";
}

/** Postgres rounds what is finer than a microsecond. */
function checkFraction(field: CheckedField, literal: string): string | undefined {
  return /\.\d{6}\d*?[1-9]/.test(literal)
    ? `${field.type} keeps microseconds, 6 digits after the point; this has more and would be rounded.`
    : undefined;
}

/** Arrays and ranges of times. */
function holdsTimes({ type }: CheckedField): boolean {
  const element = typeFacts(type.replace(/(\[\d*\])+$/, ""));
  return temporalKinds.has(element.kind) || /^ts(tz)?(multi)?range/.test(type);
}

/** Syntax only: numbers of any size and repeated keys are valid, and nothing is normalised. */
function checkJson(literal: string): string | undefined {
  const at = jsonFaultAt(literal);
  if (at === undefined) return undefined;
  return `This is not valid JSON: ${placeIn(literal, at)}.`;
}
