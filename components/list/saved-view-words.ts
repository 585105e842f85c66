// Pure: how saved views are spoken of.
import { type Role, roles } from "@/lib/model/actor";

/** "viewers and editors" */
export function roleNames(some: Role[]): string {
  if (some.length === roles.length) return "everybody";
  return new Intl.ListFormat("en").format(some.map((role) => `${role}s`));
}
