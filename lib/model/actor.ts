// Pure: who acts, and what a role may do.

/** From least to most. */
export const roles = ["viewer", "editor", "owner"] as const;
export type Role = (typeof roles)[number];

export type Actor = { id: string; name: string; email: string; role: Role };

/** Whether `actor` holds `role` or a higher one. */
export function hasRole(actor: Pick<Actor, "role">, role: Role): boolean {
  return roles.indexOf(actor.role) >= roles.indexOf(role);
}
