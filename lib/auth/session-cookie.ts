// Pure: the session's token inside the cookie that better-auth signs.
import { createHmac, timingSafeEqual } from "node:crypto";

/** `token.signature` → the token, or `null` when it was not signed with `secret` (HMAC-SHA-256, base64). */
export function signedToken(cookie: string, secret: string): string | null {
  const dot = cookie.lastIndexOf(".");
  if (dot < 1) return null;
  const token = cookie.slice(0, dot);
  const expected = createHmac("sha256", secret).update(token).digest();
  const given = Buffer.from(cookie.slice(dot + 1), "base64");
  return given.length === expected.length && timingSafeEqual(given, expected) ? token : null;
}
