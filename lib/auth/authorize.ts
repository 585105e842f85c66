// Server: the question every verb asks before it acts; a refusal leaves a line in the log.
import "server-only";
import { type Action, can, type Guarded, roleAllows } from "@/lib/auth/policy";
import { requestId } from "@/lib/auth/request-id";
import { Refused } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";

/** @throws Refused when the actor's role, or the scope of the token, does not allow `action` on the table. */
export async function authorize(
  actor: Actor,
  action: Action,
  resource: Guarded & { table: string },
): Promise<void> {
  if (can(actor, action, resource)) return;
  log().warn(
    {
      actorId: actor.id,
      role: actor.role,
      action,
      table: resource.table,
      requestId: await requestId(),
    },
    "refused",
  );
  throw new Refused(
    roleAllows(actor, action, resource)
      ? "This token was not made for this."
      : `Your role (${actor.role}) does not allow this.`,
  );
}
