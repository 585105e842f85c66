// Pure: a record's literals as JSON and back. What JSON can hold without loss is JSON, the rest the literal as a string.
import type { Literal, Literals } from "@/lib/model/literal";
import { type Field, isSecretFor, type Resource } from "@/lib/model/resource";

/** Beyond it JavaScript, and many another reader of JSON, rounds. */
const safeBits = 2n ** 53n;

/** How a field's values stand in JSON. */
export type JsonForm = "boolean" | "integer" | "number" | "json" | "string";

export function jsonForm({ kind, range }: Pick<Field, "kind" | "range">): JsonForm {
  if (kind === "boolean" || kind === "json") return kind;
  // `NaN` and the infinities are strings.
  if (kind === "float") return "number";
  return kind === "integer" && range && range[1] < safeBits ? "integer" : "string";
}

/** The record as the text of a JSON object, its fields in the resource's order. @param record secrets are masked */
export function recordJson(resource: Resource, record: Literals): string {
  const members = resource.fields.map((field) => {
    const literal = record[field.name] ?? null;
    const value = isSecretFor(field, record) ? JSON.stringify(literal) : toJson(field, literal);
    return `${JSON.stringify(field.name)}:${value}`;
  });
  return `{${members.join(",")}}`;
}

function toJson(field: Field, literal: Literal): string {
  if (literal === null) return "null";
  switch (jsonForm(field)) {
    case "boolean":
    case "integer":
    case "json":
      return literal;
    case "number":
      return /^-?\d/.test(literal) ? literal : JSON.stringify(literal);
    default:
      return JSON.stringify(literal);
  }
}

export type ReadLiteral = { ok: true; literal: Literal } | { ok: false; fault: string };

/**
 * The text of a JSON value as the field's literal. Every literal is taken as a string too, but for a JSON field, where
 * a string is itself a value.
 * @param zone of the resource's `timestamp` columns
 */
export function fromJson(field: Field, json: string, zone: string): ReadLiteral {
  if (field.kind === "json") return { ok: true, literal: jsonLiteral(field, json) };
  if (json === "null") return { ok: true, literal: null };
  if (json.startsWith('"')) {
    return { ok: true, literal: withoutZulu(field, JSON.parse(json) as string, zone) };
  }
  if (/^(true|false)$/.test(json) && field.kind === "boolean") return { ok: true, literal: json };
  if (/^[-\d]/.test(json) && ["integer", "decimal", "float"].includes(field.kind)) {
    return { ok: true, literal: json };
  }
  return { ok: false, fault: `Send ${expected(field)}.` };
}

/** Where the column cannot be NULL, a `null` can only be JSON's own. */
function jsonLiteral({ nullable }: Field, json: string): Literal {
  return json === "null" && nullable ? null : json;
}

/** What `JSON.stringify` makes of a date, for a column whose literals are in UTC and say no zone. */
function withoutZulu({ kind }: Field, literal: string, zone: string): string {
  const isUtc = kind === "timestamp" && zone === "UTC";
  return isUtc ? literal.replace(/^(\d{4,}-\d{2}-\d{2}T[\d:.]+)Z$/, "$1") : literal;
}

function expected({ kind, type }: Field): string {
  if (kind === "boolean") return "true or false";
  if (kind === "integer" || kind === "decimal" || kind === "float") return "a number";
  return kind === "array"
    ? `a Postgres literal of ${type} as a string, such as "{a,b}"`
    : "a string";
}
