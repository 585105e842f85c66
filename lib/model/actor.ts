// Pure: who acts, and what a role may do.

/** From least to most. */
export const roles = ["viewer", "editor", "owner"] as const;
export type Role = (typeof roles)[number];

export type Actor = { id: string; name: string; email: string; role: Role };

/** Whether `actor` holds `role` or a higher one. */
export function hasRole(actor: Pick<Actor, "role">, role: Role): boolean {
  return roles.indexOf(actor.role) >= roles.indexOf(role);
}

/** One deliberate act of an actor: what the history needs to know beside the change itself. */
export type Act = {
  actor: Actor;
  requestId?: string;
  /** The same for every repetition of one submission: the second is answered with the outcome of the first. */
  submissionId?: string;
};
