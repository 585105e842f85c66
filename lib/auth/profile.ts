// Server: what everyone may do with their own account.
import "server-only";
import { eq, sql } from "drizzle-orm";
import { endSessions, type Session } from "@/lib/auth/sessions";
import { write } from "@/lib/db/client";
import { adminUsers } from "@/lib/store/schema";

export async function rename(session: Session, name: string): Promise<void> {
  await write((tx) =>
    tx
      .update(adminUsers)
      .set({ name, updatedAt: sql`now()` })
      .where(eq(adminUsers.id, session.actor.id)),
  );
}

/** Ends every session of the person but this one. */
export async function signOutElsewhere(session: Session): Promise<void> {
  await write((tx) => endSessions(tx, session.actor.id, session.id));
}
