// Pure: a call of the API as one would type it into a shell.
import type { SchemaObject } from "@/lib/api/openapi/schemas";
import type { ApiOperation } from "@/lib/model/api-reference";

type Call = Pick<ApiOperation, "method" | "parameters"> & {
  url: string;
  body: SchemaObject | undefined;
};

export function curlExample({ method, url, parameters, body }: Call): string {
  const address = url.replace(/\{(\w+)\}/g, (_, name: string) => `$${shellName(name)}`);
  const needed = parameters.filter(({ place, isRequired }) => place === "header" && isRequired);
  return [
    `curl ${method === "GET" ? "" : `-X ${method} `}"${address}"`,
    `-H "Authorization: Bearer $TOKEN"`,
    ...needed.map(({ name }) => `-H "${name}: $${name === "If-Match" ? "ETAG" : shellName(name)}"`),
    ...(body ? [`-H "Content-Type: application/json"`, `-d ${quoted(bodyExample(body))}`] : []),
  ].join(" \\\n  ");
}

/** `userId` → `USER_ID` */
function shellName(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/\W/g, "_")
    .toUpperCase();
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** What must be there; where nothing must, the first field. */
function bodyExample({ properties = {}, required = [] }: SchemaObject): string {
  const [first] = Object.keys(properties);
  const names = required.length > 0 ? required : first === undefined ? [] : [first];
  return JSON.stringify(
    Object.fromEntries(names.map((name) => [name, valueExample(properties[name] as SchemaObject)])),
  );
}

function valueExample({ type, format, enum: values, examples }: SchemaObject): unknown {
  const given = values?.[0] ?? (Array.isArray(examples) ? examples[0] : undefined);
  if (given !== undefined) return given;
  const [first] = [type ?? []].flat();
  if (first === "boolean") return true;
  if (first === "integer" || first === "number") return 1;
  if (first === undefined) return {};
  return format === "uuid" ? "3f2b8c1e-5a4d-4c3b-9e2f-1a0b9c8d7e6f" : "…";
}
