// Pure: how saved views are spoken of.
import type { Role } from "@/lib/model/actor";

/** "viewers and editors" */
export function roleNames(roles: Role[]): string {
  return new Intl.ListFormat("en").format(roles.map((role) => `${role}s`));
}
