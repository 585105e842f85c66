// Pure: a resource's fields as JSON schemas: a record as it is read, as it is created, as it is changed.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { jsonForm } from "@/lib/model/record-json";
import type { Field, Resource } from "@/lib/model/resource";
import { isRequired, isWritable } from "@/lib/model/validate";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;
type Schemas = NonNullable<NonNullable<Document["components"]>["schemas"]>;
export type SchemaObject = Exclude<Schemas[string], { $ref: string }>;

/** What components of the document may be called: other characters become their code points. */
export function schemaName(slug: string): string {
  return slug.replace(/[^\w.-]/gu, (character) => `-${character.codePointAt(0)?.toString(16)}-`);
}

/** `sessions`, `sessions.new`, `sessions.changes`. */
export function resourceSchemas(resource: Resource): Record<string, SchemaObject> {
  const name = schemaName(resource.slug);
  const creatable = resource.fields.filter((field) => isWritable(field, "create"));
  const changeable = resource.fields.filter((field) => isWritable(field, "update"));
  return {
    [name]: {
      type: "object",
      description: resource.description ?? `A record of ${resource.table}.`,
      properties: propertiesOf(resource, resource.fields),
      required: resource.fields.map((field) => field.name),
    },
    [`${name}.new`]: {
      type: "object",
      description: "Fields that are left out take their defaults.",
      properties: propertiesOf(resource, creatable),
      required: creatable.filter(isRequired).map((field) => field.name),
      additionalProperties: false,
    },
    [`${name}.changes`]: {
      type: "object",
      description: "Fields that are left out stay as they are.",
      properties: propertiesOf(resource, changeable),
      minProperties: 1,
      additionalProperties: false,
    },
  };
}

function propertiesOf(resource: Resource, fields: Field[]): Record<string, SchemaObject> {
  return Object.fromEntries(fields.map((field) => [field.name, fieldSchema(field, resource)]));
}

function fieldSchema(field: Field, resource: Resource): SchemaObject {
  const { type, ...schema } = valueSchema(field);
  const types = [type ?? []].flat();
  return {
    ...(types.length > 0 && { type: field.nullable ? [...types, "null"] : types }),
    ...schema,
    ...(field.isGenerated && { readOnly: true }),
    ...(field.options && field.kind !== "enum" && { examples: field.options }),
    description: descriptionOf(field, resource),
  };
}

function valueSchema(field: Field): SchemaObject {
  if (field.isSecret) return { type: "string" };
  const [min, max] = field.range ?? [];
  switch (jsonForm(field)) {
    case "json":
      return {};
    case "boolean":
      return { type: "boolean" };
    case "integer":
      return { type: "integer", minimum: Number(min), maximum: Number(max) };
    case "number":
      return { type: ["number", "string"] };
    default:
      return textSchema(field);
  }
}

function textSchema({ kind, length, nullable, options }: Field): SchemaObject {
  switch (kind) {
    case "uuid":
      return { type: "string", format: "uuid" };
    case "enum":
      return { type: "string", enum: [...(options ?? []), ...(nullable ? [null] : [])] };
    case "integer":
      return { type: "string", pattern: String.raw`^-?\d+$` };
    case "text":
      return { type: "string", ...(length !== undefined && { maxLength: length }) };
    case "timestamp":
      return { type: "string", examples: ["2026-03-09 14:30:00"] };
    case "timestamptz":
      return { type: "string", examples: ["2026-03-09 14:30:00+00"] };
    default:
      return { type: "string" };
  }
}

function descriptionOf(field: Field, { zone }: Resource): string {
  const facts = [
    field.kind === "timestamp" ? `${field.type} in ${zone}` : field.type,
    ...(field.defaultText ? [`by default ${field.defaultText}`] : []),
    ...(field.isSecret ? ["secret: it is read as a mask"] : []),
    ...(field.secretWhen ? [`read as a mask where ${field.secretWhen.field} says so`] : []),
  ];
  return [field.description, facts.join("; ")].filter(Boolean).join(". ");
}
