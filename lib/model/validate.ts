// Pure: the literals of a write against the fields of its resource, before anything is sent.
import { checkLiteral } from "@/lib/model/check-literal";
import type { Literals } from "@/lib/model/literal";
import { type Field, fieldOf, type Resource } from "@/lib/model/resource";

/** @returns an error by field name; empty when nothing is wrong. A field left out keeps or takes its default. */
export function validate(
  resource: Resource,
  values: Literals,
  action: "create" | "update",
): Record<string, string> {
  const given = Object.entries(values).map(([name, literal]) => {
    const field = fieldOf(resource, name);
    return [name, field ? checkValue(field, literal, action) : "There is no such field."] as const;
  });
  const missing = resource.fields
    .filter(
      (field) => action === "create" && isRequired(field) && !Object.hasOwn(values, field.name),
    )
    .map((field) => [field.name, "Enter a value."] as const);
  return Object.fromEntries(
    [...given, ...missing].filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** Whether a new record needs a value from the person who creates it. */
export function isRequired(field: Field): boolean {
  return !field.nullable && !field.hasDefault && !field.isGenerated;
}

/** Whether `action` may set the field at all. */
export function isWritable(field: Field, action: "create" | "update"): boolean {
  return !field.isGenerated && !(action === "update" && field.isKey);
}

function checkValue(
  field: Field,
  literal: string | null,
  action: "create" | "update",
): string | undefined {
  if (field.isGenerated) return "The database generates this value.";
  if (!isWritable(field, action)) return "The key of a record does not change.";
  if (literal !== null) return checkLiteral(field, literal);
  return field.nullable ? undefined : "This cannot be NULL.";
}
