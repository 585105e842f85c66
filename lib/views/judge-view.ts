// Pure: who may do what with a saved view, told from how it is and how it shall be.
import { type Actor, hasRole } from "@/lib/model/actor";

/** What decides; the literals of a stored view, so an image in the history will do. */
export type Owned = { ownerId: string; isShared: string; defaultFor: string };

const none = "{}";

type Person = Pick<Actor, "id" | "role">;

export function maySee(person: Person, view: Owned): boolean {
  return view.ownerId === person.id || view.isShared === "true";
}

/**
 * @param from `null` for a view to be
 * @param to `null` for one that shall be deleted
 * @returns why not, where the person may not
 */
export function judgeView(
  person: Person,
  from: Owned | null,
  to: Owned | null,
): string | undefined {
  const view = from ?? to;
  const isOwn = view?.ownerId === person.id;
  const isShared = from?.isShared === "true" || to?.isShared === "true";
  if (!isOwn && !(view && maySee(person, view) && hasRole(person, "owner")))
    return "This view belongs to somebody else. Save it as a view of your own.";
  if (isShared && !hasRole(person, "editor"))
    return `Your role (${person.role}) does not allow sharing views, nor changing shared ones.`;
  if ((from?.defaultFor ?? none) !== (to?.defaultFor ?? none) && !hasRole(person, "owner"))
    return "Only an owner decides which view is a role's default.";
  if (to && to.defaultFor !== none && to.isShared !== "true")
    return "The default of a role must be shared.";
  return undefined;
}
