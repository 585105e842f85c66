// Server: links that let a person choose a password once: for the first owner, an invitation, or a reset.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, lt, sql } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import { adminVerifications } from "@/lib/store/schema";

/** What a link is for; `setup` creates the first owner, the others belong to a person. */
export type Link = { purpose: "setup" } | { purpose: "invitation" | "reset"; personId: string };

const lifetimes = { setup: "24 hours", invitation: "7 days", reset: "7 days" };

export function linkPath(token: string): string {
  return `/setup?token=${token}`;
}

/** Returns the token, of which only the hash is kept. The link issued before for the same end stops working. */
export async function issueLink(tx: Transaction, link: Link): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await revokeLinks(tx, link);
  await tx.delete(adminVerifications).where(lt(adminVerifications.expiresAt, sql`now()`));
  await tx.insert(adminVerifications).values({
    id: hash(token),
    identifier: identifier(link),
    value: link.purpose,
    expiresAt: sql`now() + ${lifetimes[link.purpose]}::interval`,
  });
  return token;
}

export async function revokeLinks(tx: Transaction, link: Link): Promise<void> {
  await tx.delete(adminVerifications).where(eq(adminVerifications.identifier, identifier(link)));
}

export async function findLink(tx: Transaction, token: string): Promise<Link | null> {
  const [row] = await tx.select().from(adminVerifications).where(isValid(token));
  return row ? toLink(row) : null;
}

/** Uses the link up. Of several transactions with the same token, one gets it. */
export async function redeemLink(tx: Transaction, token: string): Promise<Link | null> {
  const [row] = await tx.delete(adminVerifications).where(isValid(token)).returning();
  return row ? toLink(row) : null;
}

function isValid(token: string) {
  return and(eq(adminVerifications.id, hash(token)), gt(adminVerifications.expiresAt, sql`now()`));
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

const personPrefix = "person:";

function identifier(link: Link): string {
  return link.purpose === "setup" ? "setup" : personPrefix + link.personId;
}

function toLink(row: { identifier: string; value: string }): Link {
  if (row.value === "setup") return { purpose: "setup" };
  const purpose = row.value === "invitation" ? "invitation" : "reset";
  return { purpose, personId: row.identifier.slice(personPrefix.length) };
}
