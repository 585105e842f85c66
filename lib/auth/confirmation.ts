// Server: whether a session's person has lately proved to be who signed in, for what cannot be undone.
import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { checkPassword } from "@/lib/auth/passwords";
import type { Session } from "@/lib/auth/sessions";
import { read, write } from "@/lib/db/client";
import { log } from "@/lib/log";
import { adminSessions } from "@/lib/store/schema";

const { id, createdAt, confirmedAt } = adminSessions;

/** By the database's clock, which also says when they signed in. */
const isRecent = sql`greatest(${createdAt}, ${confirmedAt}) > now() - interval '10 minutes'`;

/** Whether the password was given within ten minutes, on signing in or since. */
export async function isConfirmed(session: Pick<Session, "id">): Promise<boolean> {
  const rows = await read((tx) =>
    tx
      .select({ id })
      .from(adminSessions)
      .where(and(eq(id, session.id), isRecent)),
  );
  return rows.length > 0;
}

/** Counts from now when `password` is right, and returns false when it is not. @throws TooManyAttempts */
export async function confirmSession(session: Session, password: string): Promise<boolean> {
  if (!(await checkPassword(session.actor.id, password))) {
    log().warn({ actorId: session.actor.id }, "confirmation refused");
    return false;
  }
  await write((tx) =>
    tx.update(adminSessions).set({ confirmedAt: sql`now()` }).where(eq(id, session.id)),
  );
  return true;
}
