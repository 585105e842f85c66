// Server: the resource that a field refers to, as far as an actor may follow.
import "server-only";
import admin from "@/admin.config";
import { can } from "@/lib/auth/policy";
import type { Actor } from "@/lib/model/actor";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { findResource, type Registered } from "@/lib/resources/registry";

/** @param slug see `Field.refersTo` */
export async function findTarget(
  actor: Actor,
  slug: string | undefined,
): Promise<Registered | undefined> {
  const found = slug === undefined ? undefined : await findResource(slug);
  return found && isTarget(found.resource) && can(actor, "read", found.resource)
    ? found
    : undefined;
}

/** Whether one literal names a record: of a person, the one by which people are known. */
export function isTarget(resource: Resource): boolean {
  const [key, ...others] = resource.key.map((name) => fieldOf(resource, name)?.column);
  if (key === undefined || others.length > 0) return false;
  return resource.table !== admin.people?.table || key === admin.people.id;
}
