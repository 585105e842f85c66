// Server: a short stand-in for all of a record's literals.
import "server-only";
import { createHash } from "node:crypto";
import type { Literals } from "@/lib/model/literal";

export function versionOf(record: Literals): string {
  const entries = Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash("sha256").update(JSON.stringify(entries)).digest("base64url").slice(0, 22);
}
