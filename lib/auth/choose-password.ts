// Server: what an invitation or reset link does: its person chooses a password, and every session of theirs ends.
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { findLink, type Link, redeemLink } from "@/lib/auth/one-time-link";
import { hashPassword, storePassword } from "@/lib/auth/passwords";
import { endSessions } from "@/lib/auth/sessions";
import { anyUser } from "@/lib/auth/setup";
import { read, type Transaction, write } from "@/lib/db/client";
import { log } from "@/lib/log";
import { adminUsers } from "@/lib/store/schema";

type PersonName = { id: string; name: string; email: string };

export type LinkFacts =
  | { purpose: "setup" }
  | { purpose: "invitation" | "reset"; person: PersonName };

/** What the link with this token is for; `null` when it has expired, was used, or no longer applies. */
export function describeLink(token: string): Promise<LinkFacts | null> {
  return read(async (tx) => {
    const link = await findLink(tx, token);
    if (link?.purpose === "setup") return (await anyUser(tx)) ? null : link;
    const person = await personOf(tx, link);
    return link && person ? { purpose: link.purpose, person } : null;
  });
}

/** Returns whose password it now is, or `null` when the link is no longer good. */
export async function choosePassword(token: string, password: string): Promise<PersonName | null> {
  // Before the slow hashing, which nobody without a good link shall make us do.
  if (!(await describeLink(token))) return null;
  const passwordHash = await hashPassword(password);
  const person = await write(async (tx) => {
    const person = await personOf(tx, await redeemLink(tx, token));
    if (!person) return null;
    await storePassword(tx, person.id, passwordHash);
    await endSessions(tx, person.id);
    return person;
  });
  if (person) log().info({ personId: person.id }, "password chosen by link");
  return person;
}

async function personOf(tx: Transaction, link: Link | null): Promise<PersonName | null> {
  if (!link || link.purpose === "setup") return null;
  const [person] = await tx
    .select({ id: adminUsers.id, name: adminUsers.name, email: adminUsers.email })
    .from(adminUsers)
    .where(and(eq(adminUsers.id, link.personId), isNull(adminUsers.disabledAt)));
  return person ?? null;
}
