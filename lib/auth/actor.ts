// Server: who sends the request. Pages and actions each ask here; layouts and the proxy protect nothing.
import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { after } from "next/server";
import { cache } from "react";
import { sessionToken } from "@/lib/auth/browser-session";
import { requestId } from "@/lib/auth/request-id";
import { returnPath } from "@/lib/auth/return-path";
import { assertSameOrigin } from "@/lib/auth/same-origin";
import { findSession, type Session, touchSession } from "@/lib/auth/sessions";
import { log } from "@/lib/log";
import { type Actor, hasRole, type Role } from "@/lib/model/actor";

/** The request's live session; asked any number of times while rendering, it costs one query. */
const currentSession = cache(async (): Promise<Session | null> => {
  const token = await sessionToken();
  const session = token && (await findSession(token));
  if (!session) return null;
  if (session.isStale) after(() => touchSession(session.id));
  return session;
});

export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/** For pages: sends everyone without a session to sign in and back. */
export async function requireSession(): Promise<Session> {
  return (await currentSession()) ?? redirectToLogin();
}

/** For pages: the actor, or the sign-in page. */
export async function requireActor(): Promise<Actor> {
  return (await requireSession()).actor;
}

/** For pages that only `role` and higher may know of; to everyone else there is no such page. */
export async function requireRole(role: Role): Promise<Actor> {
  const actor = await requireActor();
  if (hasRole(actor, role)) return actor;
  const given = await headers();
  log().warn(
    {
      actorId: actor.id,
      role: actor.role,
      path: given.get("x-path"),
      requestId: await requestId(),
    },
    "page refused",
  );
  notFound();
}

/** For route handlers that write: without a session there is a line in the log. @throws Refused when no page of ours asks */
export async function actionSession(): Promise<Session | null> {
  await assertSameOrigin();
  const session = await currentSession();
  if (session) return session;
  const given = await headers();
  log().warn(
    { path: given.get("x-path"), requestId: await requestId() },
    "anonymous action refused",
  );
  return null;
}

/** For actions: also refuses requests that no page of ours sent. @throws Refused */
export async function requireActionSession(): Promise<Session> {
  return (await actionSession()) ?? redirectToLogin();
}

/** For actions: the actor, or the sign-in page. @throws Refused when no page of ours sent the request. */
export async function requireActionActor(): Promise<Actor> {
  return (await requireActionSession()).actor;
}

async function redirectToLogin(): Promise<never> {
  const path = returnPath((await headers()).get("x-path"));
  redirect(path === "/" ? "/login" : `/login?next=${encodeURIComponent(path)}`);
}
