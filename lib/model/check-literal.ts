// Pure: whether a literal can be what its field's type holds, before it is sent. The database has the last word.
import type { Field } from "@/lib/model/resource";

const timePart = String.raw`\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?`;
const zonePart = String.raw`(\s?(Z|UTC|[+-]\d{1,2}(:?\d{2}(:?\d{2})?)?))`;
const datePart = String.raw`\d{4,}-\d{1,2}-\d{1,2}`;
const era = "( (BC|AD))?";

const patterns = {
  uuid: /^(\{[0-9a-f-]{32,}\}|[0-9a-f-]{32,})$/i,
  integer: /^\s*[+-]?\d+\s*$/,
  number: /^\s*([+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?|[+-]?inf(inity)?|nan)\s*$/i,
  boolean: /^\s*(t|tr|tru|true|y|ye|yes|on|1|f|fa|fal|fals|false|n|no|of|off|0)\s*$/i,
  timestamp: new RegExp(`^([+-]?infinity|${datePart}([ T]${timePart})?${era})$`, "i"),
  timestamptz: new RegExp(`^([+-]?infinity|${datePart}([ T]${timePart}${zonePart}?)?${era})$`, "i"),
  date: new RegExp(`^([+-]?infinity|${datePart}${era})$`, "i"),
  time: new RegExp(`^${timePart}${zonePart}?$`, "i"),
};

/** @returns what is wrong and what to enter instead, or `undefined`. `literal` is never NULL here. */
export function checkLiteral(field: Field, literal: string): string | undefined {
  if (literal.includes("\0")) return "Postgres cannot store the character U+0000. Remove it.";
  if (!literal.isWellFormed()) return "This holds half of a surrogate pair. Remove the broken character.";
  if (literal === "" && field.kind !== "text") return emptySentence(field);
  switch (field.kind) {
    case "text":
      return checkText(field, literal);
    case "enum":
      return field.options?.includes(literal) ? undefined : `Choose one of ${field.options?.join(", ")}.`;
    case "uuid":
      return patterns.uuid.test(literal) && literal.replace(/[^0-9a-f]/gi, "").length === 32
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
      return checkTimestamp(literal);
    case "timestamptz":
      return patterns.timestamptz.test(literal)
        ? undefined
        : "Enter a date and time, such as 2026-03-09 14:30:00+00.";
    case "date":
      return patterns.date.test(literal) ? undefined : "Enter a date, such as 2026-03-09.";
    case "time":
      return patterns.time.test(literal) ? undefined : "Enter a time, such as 14:30 or 14:30:05.25.";
    case "json":
      return checkJson(literal);
    case "bytea":
      return /^\\x([0-9a-f]{2})*$/i.test(literal) ? undefined : "Enter bytes as \\x and pairs of hexadecimal digits.";
    default:
      return undefined;
  }
}

function emptySentence(field: Field): string {
  const way = field.nullable ? ", or choose NULL" : field.hasDefault ? ", or choose the default" : "";
  return `Enter a value${way}.`;
}

function checkText(field: Field, literal: string): string | undefined {
  if (field.length === undefined) return undefined;
  const length = [...literal].length;
  return length > field.length
    ? `${length} characters are ${length - field.length} too many: ${field.type} holds ${field.length}.`
    : undefined;
}

function checkInteger(field: Field, literal: string): string | undefined {
  if (!patterns.integer.test(literal)) return "Enter a whole number, without a point or a group separator.";
  const [min, max] = field.range ?? [undefined, undefined];
  if (min === undefined || max === undefined) return undefined;
  const value = BigInt(literal.trim().replace(/^\+/, ""));
  return value < min || value > max
    ? `${field.type} holds ${min} to ${max}; this is beyond it.`
    : undefined;
}

function checkDecimal(field: Field, literal: string): string | undefined {
  if (!patterns.number.test(literal)) return "Enter a number, such as 1234.50.";
  const digits = /^\s*[+-]?(\d*)\.?(\d*)\s*$/.exec(literal);
  if (!digits || field.precision === undefined || field.scale === undefined) return undefined;
  const whole = (digits[1] ?? "").replace(/^0+/, "");
  const fraction = (digits[2] ?? "").replace(/0+$/, "");
  if (fraction.length > field.scale) {
    return `${field.type} keeps ${field.scale} digits after the point; this has ${fraction.length} and would be rounded.`;
  }
  return whole.length > field.precision - field.scale
    ? `${field.type} holds ${field.precision - field.scale} digits before the point; this has ${whole.length}.`
    : undefined;
}

function checkTimestamp(literal: string): string | undefined {
  if (patterns.timestamp.test(literal)) return undefined;
  return patterns.timestamptz.test(literal)
    ? "This column keeps no time zone, so an offset would be dropped. Enter it as 2026-03-09 14:30:00."
    : "Enter a date and time, such as 2026-03-09 14:30:00.";
}

/** Syntax only: numbers of any size and repeated keys are valid, and nothing is normalised. */
function checkJson(literal: string): string | undefined {
  try {
    JSON.parse(literal);
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    return `This is not valid JSON${position(literal, reason)}.`;
  }
}

function position(text: string, message: string): string {
  const at = /position (\d+)/.exec(message)?.[1];
  if (at === undefined) return "";
  const lines = text.slice(0, Number(at)).split("\n");
  return `: line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`;
}
