// Pure: who acts, and what a role may do.

/** From least to most. */
export const roles = ["viewer", "editor", "owner"] as const;
export type Role = (typeof roles)[number];

/** What a token allows of what its person may do: reading or all, and all resources or those with these slugs. */
type Scope = { canWrite: boolean; resources: string[] | null };

export type Actor = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Of whoever comes with a token; a browser's session has none. */
  scope?: Scope;
};

/** Whether `actor` holds `role` or a higher one. */
export function hasRole(actor: Pick<Actor, "role">, role: Role): boolean {
  return roles.indexOf(actor.role) >= roles.indexOf(role);
}
