// Server: how the first owner comes to be; nobody signs up, everyone else is invited.
import "server-only";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { findLink, issueLink, redeemLink, revokeLinks } from "@/lib/auth/one-time-link";
import { hashPassword, storePassword } from "@/lib/auth/passwords";
import { read, type Transaction, write } from "@/lib/db/client";
import { log } from "@/lib/log";
import { adminUsers } from "@/lib/store/schema";

export type NewOwner = { name: string; email: string; password: string };

export function hasUsers(): Promise<boolean> {
  return read(anyUser);
}

/** The token for `/setup?token=…`, good for 24 hours and while there are no users; the one before stops working. */
export function createSetupToken(): Promise<string> {
  return write((tx) => issueLink(tx, { purpose: "setup" }));
}

/** Creates the first owner, unless the token is no good or somebody was faster. */
export async function claimSetup(token: string, owner: NewOwner): Promise<boolean> {
  // Before the slow hashing, which nobody without a good link shall make us do.
  if (!(await read((tx) => findLink(tx, token)))) return false;
  return createFirst(owner, async (tx) => (await redeemLink(tx, token))?.purpose === "setup");
}

/** Creates the first owner without a token, for scripts; false when there are users already. */
export function createOwner(owner: NewOwner): Promise<boolean> {
  return createFirst(owner, async () => true);
}

async function createFirst(
  { name, email, password }: NewOwner,
  isAllowed: (tx: Transaction) => Promise<boolean>,
): Promise<boolean> {
  const passwordHash = await hashPassword(password);
  const id = randomUUID();
  const created = await write(async (tx) => {
    // Two first owners at once: the second waits here and then finds the first.
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext('admin_users: first owner'))`);
    if ((await anyUser(tx)) || !(await isAllowed(tx))) return false;
    await tx.insert(adminUsers).values({ id, name, email, role: "owner" });
    await storePassword(tx, id, passwordHash);
    await revokeLinks(tx, { purpose: "setup" });
    return true;
  });
  if (created) log().info({ personId: id }, "first owner created");
  return created;
}

export async function anyUser(tx: Transaction): Promise<boolean> {
  const [row] = await tx.select({ id: adminUsers.id }).from(adminUsers).limit(1);
  return row !== undefined;
}
