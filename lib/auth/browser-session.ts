// Server: the session of the browser that asks: opened, found, closed. Known and unknown accounts cost the same work and get the same answer.
import "server-only";
import { createHash } from "node:crypto";
import { isAPIError } from "better-auth/api";
import { cookies, headers } from "next/headers";
import { auth } from "@/lib/auth/auth";
import { type Limit, refund, spend } from "@/lib/auth/rate-limit";
import { signedToken } from "@/lib/auth/session-cookie";
import { endSession } from "@/lib/auth/sessions";
import { withDeadline } from "@/lib/db/deadlines";
import { DatabaseUnavailable } from "@/lib/errors";
import { log } from "@/lib/log";

const deadlineMs = 8_000;

/** By account, and by all of them together against many accounts tried in turn; what headers claim plays no part. */
function limitsFor(email: string): Limit[] {
  const account = createHash("sha256").update(email).digest("base64url");
  return [
    { key: `sign-in:${account}`, max: 10 },
    { key: "sign-in", max: 1_000 },
  ];
}

/**
 * Opens a new session and sets its cookie in place of any other. False when e-mail and password do not belong together.
 * @param email normalised by `person-schema`
 * @throws TooManyAttempts, DatabaseUnavailable
 */
export async function openSession(email: string, password: string): Promise<boolean> {
  const limits = limitsFor(email);
  await spend(limits);
  const given = await headers();
  try {
    await withDeadline(
      auth().api.signInEmail({ body: { email, password }, headers: given }),
      deadlineMs,
      () => new DatabaseUnavailable("The database did not answer in time."),
    );
  } catch (error) {
    if (!isAPIError(error) || error.statusCode >= 500) throw error;
    log().warn({ requestId: given.get("x-request-id") }, "sign-in refused");
    return false;
  }
  await refund(limits);
  return true;
}

/** Ends the session in the database first: a cookie that somebody kept opens nothing any more. */
export async function closeSession(): Promise<void> {
  const { name, attributes } = (await auth().$context).authCookies.sessionToken;
  const token = await sessionToken();
  if (token) await endSession(token);
  (await cookies()).set(name, "", { ...attributes, sameSite: "lax", maxAge: 0 });
}

/** The token in the request's session cookie, when we signed it. */
export async function sessionToken(): Promise<string | null> {
  const { authCookies, secret } = await auth().$context;
  const cookie = (await cookies()).get(authCookies.sessionToken.name);
  return cookie ? signedToken(cookie.value, secret) : null;
}
