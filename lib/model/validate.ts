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
  const errors: Record<string, string> = {};
  for (const [name, literal] of Object.entries(values)) {
    const field = Object.hasOwn(values, name) ? fieldOf(resource, name) : undefined;
    const error = field ? checkValue(field, literal, action) : "There is no such field.";
    if (error) errors[name] = error;
  }
  if (action === "create") {
    for (const field of resource.fields) {
      if (isRequired(field) && !Object.hasOwn(values, field.name)) errors[field.name] = "Enter a value.";
    }
  }
  return errors;
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
