// Server: a request's body as literals. Nothing is dropped and nothing is rounded on the way.
import "server-only";
import { type Complaint, complaint, Problem } from "@/lib/api/problem";
import { jsonMembers, treacherousKeys } from "@/lib/model/json-members";
import type { Literal, Literals } from "@/lib/model/literal";
import { fromJson } from "@/lib/model/record-json";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";

const jsonType = /^application\/(json|merge-patch\+json)\s*(;|$)/i;

/** @throws Problem 400, 415, 422 */
export async function readLiterals(
  request: Request,
  resource: Resource,
  action: "create" | "update",
): Promise<Literals> {
  if (!jsonType.test(request.headers.get("content-type") ?? "")) {
    throw new Problem(415, "Send JSON, with “Content-Type: application/json”.", {
      headers: { accept: "application/json" },
    });
  }
  const read = jsonMembers(await textOf(request));
  if (!read.ok) throw new Problem(400, read.fault);
  const entries: [string, Literal][] = [];
  const faults = new Map<string, string>();
  for (const [name, json] of read.members) {
    const field = fieldOf(resource, name);
    if (!field && treacherousKeys.has(name)) throw new Problem(400, `“${name}” is no field.`);
    const literal = field
      ? fromJson(field, json, resource.zone)
      : ({ ok: false, fault: "There is no such field." } as const);
    if (literal.ok) entries.push([name, literal.literal]);
    else faults.set(name, literal.fault);
  }
  const literals = Object.fromEntries(entries);
  if (faults.size === 0) return literals;
  // The verb would check the others too, but never sees them: all that is wrong is told at once.
  const others = validate(resource, literals, action);
  const complaints = Object.entries({ ...others, ...Object.fromEntries(faults) }).map(
    ([name, detail]): Complaint => ({ field: name.slice(0, 100), detail }),
  );
  throw complaint(422, "This record cannot be saved.", complaints);
}

async function textOf(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Problem(400, "This is not UTF-8.");
  }
}
