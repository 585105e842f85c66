// Pure: from the OpenAPI document to what the reference page shows of one group.
import type { ApiDocument } from "@/lib/api/openapi/document";
import { curlExample } from "@/lib/api/openapi/example";
import type { Paths } from "@/lib/api/openapi/operations";
import type { SchemaObject } from "@/lib/api/openapi/schemas";
import type {
  ApiAnswer,
  ApiField,
  ApiOperation,
  ApiParameter,
  ApiReference,
} from "@/lib/model/api-reference";

type PathItem = Paths[string];
type Operation = NonNullable<PathItem["get"]>;
type Reference = { $ref: string };
type Schema = SchemaObject | Reference;

const methods = ["get", "post", "put", "patch", "delete"] as const;

/** @param origin where the API is, for the examples */
export function referenceOf(document: ApiDocument, group: string, origin: string): ApiReference {
  const operations = Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    methods.flatMap((method): ApiOperation[] => {
      const operation = item[method];
      if (!operation?.tags?.includes(group)) return [];
      return [operationOf(document, { path, method, item, operation, origin })];
    }),
  );
  return {
    groups: (document.tags ?? []).map(({ name, description }) => ({
      name,
      ...(description && { description }),
    })),
    operations,
  };
}

type Place = {
  path: string;
  method: (typeof methods)[number];
  item: PathItem;
  operation: Operation;
  origin: string;
};

function operationOf(
  document: ApiDocument,
  { path, method, item, operation, origin }: Place,
): ApiOperation {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])].flatMap(
    (parameter): ApiParameter[] => {
      if ("$ref" in parameter) return [];
      const { name, in: place, description = "", required = false, schema = {} } = parameter;
      return [{ name, place, description, isRequired: required, type: typeWords(schema) }];
    },
  );
  const body =
    operation.requestBody && "content" in operation.requestBody
      ? operation.requestBody.content["application/json"]?.schema
      : undefined;
  const bodySchema = body && resolved(document, body);
  const upper = method.toUpperCase() as ApiOperation["method"];
  return {
    id: operation.operationId ?? `${method} ${path}`,
    method: upper,
    path,
    summary: operation.summary ?? path,
    ...(operation.description && { description: operation.description }),
    parameters,
    body: bodySchema ? fieldsOf(bodySchema) : [],
    answers: Object.entries(operation.responses ?? {}).map(([status, response]) =>
      answerOf(document, status, response),
    ),
    example: curlExample({ method: upper, url: origin + path, parameters, body: bodySchema }),
  };
}

function answerOf(
  document: ApiDocument,
  status: string,
  response: NonNullable<Operation["responses"]>[string] | Reference,
): ApiAnswer {
  const name = "$ref" in response ? String(response.$ref).split("/").at(-1) : undefined;
  const told = name === undefined ? response : document.components?.responses?.[name];
  if (!told || "$ref" in told) return { status, description: "", fields: [] };
  const schema = told.content?.["application/json"]?.schema;
  return {
    status: status === "default" ? "other" : status,
    description: told.description,
    fields: schema ? fieldsOf(elementOf(document, resolved(document, schema))) : [],
  };
}

/** Of an array, what it holds. */
function elementOf(document: ApiDocument, schema: SchemaObject): SchemaObject {
  return schema.type === "array" && schema.items ? resolved(document, schema.items) : schema;
}

function resolved(document: ApiDocument, schema: Schema): SchemaObject {
  if (!("$ref" in schema) || schema.$ref === undefined) return schema as SchemaObject;
  const found = document.components?.schemas?.[schema.$ref.split("/").at(-1) ?? ""];
  return found ? resolved(document, found) : {};
}

function fieldsOf({ properties = {}, required = [] }: SchemaObject): ApiField[] {
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    type: typeWords(schema),
    isRequired: required.includes(name),
    description: ("description" in schema && schema.description) || "",
  }));
}

/** `string (uuid) or null`, `array of sessions`. */
function typeWords(schema: Schema): string {
  if ("$ref" in schema && schema.$ref) return schema.$ref.split("/").at(-1) ?? "";
  const { type, format, items, enum: values } = schema as SchemaObject;
  if (values) return values.map((value) => JSON.stringify(value)).join(" or ");
  if (type === "array" && items) return `array of ${typeWords(items)}`;
  const types = [type ?? []].flat();
  if (types.length === 0) return "any JSON";
  const words = types.map((each) => (each === "string" && format ? `string (${format})` : each));
  return words.join(" or ");
}
