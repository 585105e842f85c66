// Pure: what a role may do with a resource. Verbs ask through `authorize`, which logs refusals; pages ask `can` directly.
import { type Actor, hasRole, type Role } from "@/lib/model/actor";

export type Action = "read" | "create" | "update" | "delete";

/** The lowest roles that may read and write; everyone reads unless `readers` says otherwise. */
export type Guarded = { writers: Role; readers?: Role };

export function can(actor: Pick<Actor, "role">, action: Action, guarded: Guarded): boolean {
  const needed = action === "read" ? (guarded.readers ?? "viewer") : guarded.writers;
  return hasRole(actor, needed);
}
