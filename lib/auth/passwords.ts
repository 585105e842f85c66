// Server: passwords as better-auth keeps and checks them (scrypt); a change ends the sessions that the old one opened.
import "server-only";
import { randomUUID } from "node:crypto";
import { hashPassword, verifyPassword } from "better-auth/crypto";
import { and, eq, sql } from "drizzle-orm";
import { refund, spend } from "@/lib/auth/rate-limit";
import { endSessions, type Session } from "@/lib/auth/sessions";
import { read, type Transaction, write } from "@/lib/db/client";
import { adminAccounts, adminUsers } from "@/lib/store/schema";

export { hashPassword };

const passwordOf = (personId: string) =>
  and(eq(adminAccounts.userId, personId), eq(adminAccounts.providerId, "credential"));

/** Replaces the password, or gives one to a person without. */
export async function storePassword(
  tx: Transaction,
  personId: string,
  passwordHash: string,
): Promise<void> {
  const updated = await tx
    .update(adminAccounts)
    .set({ password: passwordHash, updatedAt: sql`now()` })
    .where(passwordOf(personId))
    .returning({ id: adminAccounts.id });
  if (updated.length > 0) return;
  await tx.insert(adminAccounts).values({
    id: randomUUID(),
    accountId: personId,
    providerId: "credential",
    userId: personId,
    password: passwordHash,
  });
}

/** Whether it is the person's own password, asked at most so often that guessing is no way. @throws TooManyAttempts */
export async function checkPassword(personId: string, password: string): Promise<boolean> {
  const limits = [{ key: `password:${personId}`, max: 10 }];
  await spend(limits);
  const [account] = await read((tx) =>
    tx.select({ hash: adminAccounts.password }).from(adminAccounts).where(passwordOf(personId)),
  );
  if (!account?.hash || !(await verifyPassword({ hash: account.hash, password }))) return false;
  await refund(limits);
  return true;
}

/**
 * Changes the password of the session's person and ends their other sessions.
 * Returns false when `current` is wrong. @throws TooManyAttempts
 */
export async function changePassword(
  session: Session,
  current: string,
  next: string,
): Promise<boolean> {
  const personId = session.actor.id;
  if (!(await checkPassword(personId, current))) return false;
  const nextHash = await hashPassword(next);
  await write(async (tx) => {
    await storePassword(tx, personId, nextHash);
    await endSessions(tx, personId, session.id);
  });
  return true;
}

/** Whether the account with that address would be let in with `password`; for scripts, which no rate limit holds back. */
export async function isPasswordOf(email: string, password: string): Promise<boolean> {
  const [account] = await read((tx) =>
    tx
      .select({ hash: adminAccounts.password })
      .from(adminAccounts)
      .innerJoin(adminUsers, eq(adminUsers.id, adminAccounts.userId))
      .where(and(eq(adminUsers.email, email), eq(adminAccounts.providerId, "credential"))),
  );
  return account?.hash ? verifyPassword({ hash: account.hash, password }) : false;
}
