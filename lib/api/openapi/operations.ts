// Pure: what can be done with a resource over HTTP, as the operations of an OpenAPI document.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { type SchemaObject, schemaName } from "@/lib/api/openapi/schemas";
import { can } from "@/lib/auth/policy";
import type { Actor } from "@/lib/model/actor";
import { formatSort, limits } from "@/lib/model/list-params";
import type { Resource } from "@/lib/model/resource";

type Document = ReturnType<OpenAPIHono["getOpenAPI31Document"]>;
export type Paths = NonNullable<Document["paths"]>;
type PathItem = Paths[string];
type Operation = NonNullable<PathItem["get"]>;
type Parameter = NonNullable<Operation["parameters"]>[number];
type Responses = NonNullable<Operation["responses"]>;

/** Those that the actor may carry out. */
export function resourcePaths(resource: Resource, actor: Actor): Paths {
  const path = `/api/resources/${encodeURIComponent(resource.slug)}`;
  const hasKey = resource.key.length > 0;
  return {
    [path]: {
      get: listing(resource),
      ...(hasKey && can(actor, "create", resource) && { post: creating(resource) }),
    },
    ...(hasKey && {
      [`${path}/{id}`]: {
        parameters: [idParameter(resource)],
        get: reading(resource),
        ...(can(actor, "update", resource) && { patch: updating(resource) }),
        ...(can(actor, "delete", resource) && { delete: deleting(resource) }),
      },
    }),
  };
}

function listing(resource: Resource): Operation {
  const sort = formatSort(resource.list.sort);
  const query = (
    name: string,
    description: string,
    schema: SchemaObject = { type: "string" },
  ): Parameter => ({
    name,
    in: "query",
    description,
    schema,
  });
  return {
    ...named(resource, "list", `List ${resource.label.toLowerCase()}`),
    parameters: [
      query(
        "where",
        'Conditions, all of which hold: “is(status,scheduled),any(gt(duration,60),null(notes))”. The operators are those of the lists; a value with “,()"” stands in double quotes.',
      ),
      query("q", "Words that the searched fields hold, whatever their case."),
      query("sort", "Fields in order, “-” before one for descending.", {
        type: "string",
        ...(sort && { default: sort }),
      }),
      query("limit", "Records a page.", {
        type: "integer",
        minimum: 1,
        maximum: limits.at(-1),
        default: limits[0],
      }),
      query("after", "A cursor, as it stands in “next”."),
      query("before", "A cursor, as it stands in “previous”."),
      query("last", "The last page, whatever the value."),
    ],
    responses: {
      200: {
        description: "A page of whole records, and the addresses of its neighbours.",
        content: {
          "application/json": {
            schema: {
              type: "object",
              required: ["data"],
              properties: {
                data: { type: "array", items: reference(resource) },
                next: { type: "string", description: "Absent on the last page." },
                previous: { type: "string", description: "Absent on the first page." },
              },
            },
          },
        },
      },
      ...problems("400"),
    },
  };
}

function reading(resource: Resource): Operation {
  return {
    ...named(resource, "get", `Read a ${resource.singular}`),
    parameters: [header("If-None-Match", "An ETag that is known already.")],
    responses: {
      200: recordResponse(resource, "The record."),
      304: { description: "The record still has this ETag." },
      ...problems("404"),
    },
  };
}

function creating(resource: Resource): Operation {
  return {
    ...named(resource, "create", `Create a ${resource.singular}`),
    parameters: [idempotencyKey],
    requestBody: body(`${schemaName(resource.slug)}.new`),
    responses: {
      201: recordResponse(resource, "The record as it was stored."),
      ...problems("400", "409", "422"),
    },
  };
}

function updating(resource: Resource): Operation {
  return {
    ...named(resource, "update", `Change a ${resource.singular}`),
    parameters: [ifMatch, idempotencyKey],
    requestBody: body(`${schemaName(resource.slug)}.changes`),
    responses: {
      200: recordResponse(resource, "The record as it is now."),
      ...problems("400", "404", "409", "412", "422", "428"),
    },
  };
}

function deleting(resource: Resource): Operation {
  return {
    ...named(resource, "delete", `Delete a ${resource.singular}`),
    parameters: [ifMatch, idempotencyKey],
    responses: {
      204: { description: "It is deleted, and the history keeps it." },
      ...problems("404", "409", "412", "428"),
    },
  };
}

function named({ slug }: Resource, verb: string, summary: string): Operation {
  return { operationId: `${slug}.${verb}`, tags: [slug], summary };
}

function idParameter({ key }: Resource): Parameter {
  const description =
    key.length === 1
      ? `The literal of ${key[0]}.`
      : `The literals of ${key.join(" and ")}, each URI-encoded, joined by a comma.`;
  return { name: "id", in: "path", required: true, description, schema: { type: "string" } };
}

function header(name: string, description: string, required = false): Parameter {
  return { name, in: "header", required, description, schema: { type: "string" } };
}

const ifMatch = header("If-Match", "The ETag of the record as it was read.", true);

const idempotencyKey = header(
  "Idempotency-Key",
  "Any text of the caller's that names this call: repeated, it is carried out once.",
);

function body(schema: string): NonNullable<Operation["requestBody"]> {
  const content = { "application/json": { schema: { $ref: `#/components/schemas/${schema}` } } };
  return { required: true, content };
}

function reference({ slug }: Resource) {
  return { $ref: `#/components/schemas/${schemaName(slug)}` };
}

function recordResponse(resource: Resource, description: string): Responses[string] {
  return {
    description,
    headers: { ETag: { description: "Names these values.", schema: { type: "string" } } },
    content: { "application/json": { schema: reference(resource) } },
  };
}

const reasons = {
  "400": "The call cannot be understood.",
  "404": "There is no such record.",
  "409": "A rule of the database stands against it.",
  "412": "Someone changed the record after it was read; “current” has its literals.",
  "422": "Values are not accepted; “errors” says which and why. Or the key came with another call.",
  "428": "If-Match is missing.",
};

/** Beside these every call can end in 401, 403, 429 and 503. */
function problems(...statuses: (keyof typeof reasons)[]): Responses {
  const content = {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  };
  return {
    ...Object.fromEntries(
      statuses.map((status) => [status, { description: reasons[status], content }]),
    ),
    default: { $ref: "#/components/responses/Problem" },
  };
}
