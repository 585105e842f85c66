// Pure: what a role may do with a resource. Verbs ask through `authorize`, which logs refusals; pages ask `can` directly.
import { type Actor, hasRole, type Role } from "@/lib/model/actor";

export type Action = "read" | "create" | "update" | "delete";

/** The lowest roles that may read and write; everyone reads unless `readers` says otherwise. */
export type Guarded = { writers: Role; readers?: Role; slug?: string };

type Asking = Pick<Actor, "role" | "scope">;

export function can(actor: Asking, action: Action, guarded: Guarded): boolean {
  return isInScope(actor, action, guarded) && roleAllows(actor, action, guarded);
}

export function roleAllows(actor: Asking, action: Action, guarded: Guarded): boolean {
  const needed = action === "read" ? (guarded.readers ?? "viewer") : guarded.writers;
  return hasRole(actor, needed);
}

/** What is no resource is beyond a token that names its resources. */
function isInScope({ scope }: Asking, action: Action, { slug }: Guarded): boolean {
  if (!scope) return true;
  const reaches = scope.resources === null || scope.resources.includes(slug ?? "");
  return reaches && (action === "read" || scope.canWrite);
}
