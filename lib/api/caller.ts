// Server: who calls the API: a token in the Authorization header, or the session of a browser on one of our pages.
import "server-only";
import { Problem } from "@/lib/api/problem";
import { findTokenHolder, tokenPattern, touchToken } from "@/lib/auth/api-tokens";
import { requestId } from "@/lib/auth/request-id";
import { pgCode } from "@/lib/db/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";

/** How the surroundings tell who is signed in, and whether a page of ours sent the request. */
export type Browser = {
  actor: () => Promise<Actor | null>;
  /** @throws Refused */
  assertSameOrigin: () => Promise<unknown>;
};

/** `key` tells callers apart: each token is one, and each person. */
export type Caller = { actor: Actor; key: string };

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/** @throws Problem 401, and Refused when a session writes from another site */
export async function callerOf(request: Request, browser: Browser): Promise<Caller> {
  const url = new URL(request.url);
  if (tokenPattern.test(request.url) || url.searchParams.has("access_token")) {
    return refuse(request, "token in the address", {
      title: "Send the token in the Authorization header, not in the address.",
      detail: "Addresses are kept in logs and histories: revoke this token and make another.",
    });
  }
  const bearer = /^Bearer +(.*)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
  if (bearer !== undefined) return tokenHolder(request, bearer.trim());
  const actor = await browser.actor();
  if (!actor) {
    return refuse(request, "anonymous", {
      title: "Sign in, or send a token as “Authorization: Bearer fat_…”.",
    });
  }
  if (!safeMethods.has(request.method)) await browser.assertSameOrigin();
  return { actor, key: `person:${actor.id}` };
}

const reasons = {
  unknown: "There is no such token.",
  expired: "This token has expired. Make another.",
  revoked: "This token was revoked.",
};

async function tokenHolder(request: Request, token: string): Promise<Caller> {
  const found = await findTokenHolder(token);
  if (!found.ok) {
    const challenge = 'Bearer realm="api", error="invalid_token"';
    return refuse(request, `${found.reason} token`, { title: reasons[found.reason], challenge });
  }
  if (found.isStale) touch(found.tokenId);
  return { actor: found.actor, key: `token:${found.tokenId}` };
}

/** Not waited for: the call does not depend on it. */
function touch(tokenId: string): void {
  touchToken(tokenId).catch((error: unknown) => {
    log().warn({ tokenId, code: pgCode(error) }, "use of a token not noted");
  });
}

type Refusal = { title: string; detail?: string; challenge?: string };

async function refuse(
  request: Request,
  reason: string,
  { title, detail, challenge = 'Bearer realm="api"' }: Refusal,
): Promise<never> {
  const path = new URL(request.url).pathname.replace(tokenPattern, "fat_…");
  log().warn(
    { reason, method: request.method, path, requestId: await requestId() },
    "api call refused",
  );
  throw new Problem(401, title, {
    headers: { "www-authenticate": challenge },
    ...(detail && { extensions: { detail } }),
  });
}
