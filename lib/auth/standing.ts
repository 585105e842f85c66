// Server: for work that outlasts its request's answer: whether its person may still act, asked again and again.
import "server-only";
import { sessionToken } from "@/lib/auth/browser-session";
import { findSession } from "@/lib/auth/sessions";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";

/** To be made while the request is there; what comes back asks the database each time. @throws Refused */
export async function standingActor(): Promise<() => Promise<Actor>> {
  const token = await sessionToken();
  return async () => {
    const session = token ? await findSession(token) : null;
    if (!session) throw new Refused("Your session has ended. Sign in again to go on.");
    return session.actor;
  };
}
