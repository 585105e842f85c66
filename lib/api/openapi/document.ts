// Server: the API as an OpenAPI 3.1 document: the resources that its reader can reach, and the app's own routes.
import "server-only";
import admin from "@/admin.config";
import { type Paths, resourcePaths } from "@/lib/api/openapi/operations";
import { resourceSchemas } from "@/lib/api/openapi/schemas";
import { can } from "@/lib/auth/policy";
import type { Actor } from "@/lib/model/actor";
import type { ApiApp } from "@/lib/model/custom-routes";
import type { Resource } from "@/lib/model/resource";
import { allResources } from "@/lib/resources/registry";

export type ApiDocument = ReturnType<ApiApp["getOpenAPI31Document"]>;

export async function apiDocument(app: ApiApp, actor: Actor): Promise<ApiDocument> {
  const all = (await allResources()).map(({ resource }) => resource);
  const readable = all.filter((resource) => can(actor, "read", resource));
  const own = app.getOpenAPI31Document({
    openapi: "3.1.0",
    info: { title: admin.name, version: "1", description },
  });
  const paths: Paths = Object.assign(
    {},
    own.paths,
    ...readable.map((resource) => resourcePaths(resource, actor)),
  );
  return {
    ...own,
    security: [{ token: [] }],
    tags: [...ownTags(own.paths ?? {}), ...readable.map(tagOf)],
    paths,
    components: {
      ...own.components,
      schemas: {
        ...own.components?.schemas,
        ...mentioned(paths, Object.assign({}, ...all.map(resourceSchemas))),
        Problem: problemSchema,
      },
      responses: { ...own.components?.responses, Problem: problemResponse },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  };
}

const description = [
  "Records as JSON. Booleans, whole numbers up to 32 bits, floats and JSON columns stand as JSON; every other value is",
  "the text that Postgres prints for it, as a string, so that nothing is rounded. Postgres literals are taken as strings",
  "everywhere but in JSON columns. Secrets are read as a mask.",
].join(" ");

function tagOf({ slug, label, description: text }: Resource) {
  return { name: slug, description: text ?? `${label}.` };
}

function ownTags(paths: Paths) {
  const operations = Object.values(paths).flatMap(({ get, post, put, patch, delete: remove }) => [
    get,
    post,
    put,
    patch,
    remove,
  ]);
  const names = operations.flatMap((operation) => operation?.tags ?? []);
  return [...new Set(names)].map((name) => ({ name }));
}

/** The app's own routes may mention resources that the reader cannot reach by the generic ones. */
function mentioned<T>(paths: Paths, schemas: Record<string, T>): Record<string, T> {
  const references = JSON.stringify(paths).matchAll(/#\/components\/schemas\/([\w.-]+)/g);
  const names = new Set([...references].map(([, name]) => name));
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => names.has(name)));
}

const problemSchema = {
  type: "object" as const,
  description: "RFC 9457 problem details.",
  required: ["type", "status", "title"],
  properties: {
    type: { type: "string" as const },
    status: { type: "integer" as const },
    title: { type: "string" as const },
    detail: { type: "string" as const },
    errors: {
      type: "array" as const,
      items: {
        type: "object" as const,
        required: ["detail"],
        properties: {
          field: { type: "string" as const, description: "A field of the body." },
          parameter: { type: "string" as const, description: "A parameter of the address." },
          detail: { type: "string" as const },
        },
      },
    },
    current: {
      type: "object" as const,
      description: "The literals that are there now, of the fields that were sent.",
      additionalProperties: { type: ["string" as const, "null" as const] },
    },
  },
};

const problemResponse = {
  description: "It was not done, and the problem says why.",
  content: {
    "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
  },
};
