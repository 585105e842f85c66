// Server: the headers that make calls safe to repeat and to race: ETag, If-Match, If-None-Match, Idempotency-Key.
import "server-only";
import { Problem } from "@/lib/api/problem";
import type { Actor } from "@/lib/model/actor";
import { uuidOf } from "@/lib/records/once";

const maxKeyLength = 255;

export function etag(version: string): string {
  return `"${version}"`;
}

/** The version that the caller saw. @throws Problem 428, 400 */
export function requiredVersion(request: Request): string {
  const given = request.headers.get("if-match")?.trim();
  if (given === undefined || given === "*") {
    throw new Problem(428, "Say which version you saw: send the record's ETag as If-Match.");
  }
  const version = versionIn(given);
  if (version === undefined) throw new Problem(400, "If-Match takes one ETag, as it was given.");
  return version;
}

export function isUnchanged(request: Request, version: string): boolean {
  const tags = request.headers.get("if-none-match")?.split(",") ?? [];
  return tags.some((tag) => tag.trim() === "*" || versionIn(tag.trim()) === version);
}

/** A proxy that compresses answers may have made the tag a weak one; it stands for the same literals. */
function versionIn(tag: string): string | undefined {
  return /^(?:W\/)?"([\w-]+)"$/.exec(tag)?.[1];
}

/** Names the submission that an Idempotency-Key stands for; each actor has keys of their own. @throws Problem 400 */
export function submissionOf(request: Request, actor: Actor): { submissionId?: string } {
  const key = request.headers.get("idempotency-key");
  if (key === null) return {};
  if (key === "" || key.length > maxKeyLength) {
    throw new Problem(400, `An Idempotency-Key has 1 to ${maxKeyLength} characters.`);
  }
  return { submissionId: uuidOf(["api", actor.id, key]) };
}
