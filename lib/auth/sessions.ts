// Server: sessions as rows. The database's clock alone decides whether one is alive.
import "server-only";
import { and, desc, eq, gt, isNull, ne, sql } from "drizzle-orm";
import { read, type Transaction, write } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import { adminSessions, adminUsers } from "@/lib/store/schema";

/** However often it is used, a session ends after this; so does its cookie. */
export const maxSessionDays = 30;

/** Without use a session ends after a week. */
export const idleExpiry = sql<Date>`now() + interval '7 days'`;

const isAlive = gt(adminSessions.expiresAt, sql`now()`);
const isStale = sql<boolean>`${adminSessions.updatedAt} < now() - interval '1 day'`;

export type Session = { id: string; actor: Actor; isStale: boolean };

/** The session with this token, unless it has expired or its person was disabled. */
export async function findSession(token: string): Promise<Session | null> {
  const [found] = await read((tx) =>
    tx
      .select({
        id: adminSessions.id,
        isStale,
        actor: {
          id: adminUsers.id,
          name: adminUsers.name,
          email: adminUsers.email,
          role: adminUsers.role,
        },
      })
      .from(adminSessions)
      .innerJoin(adminUsers, eq(adminUsers.id, adminSessions.userId))
      .where(and(eq(adminSessions.token, token), isAlive, isNull(adminUsers.disabledAt))),
  );
  return found ?? null;
}

/** Notes that the session is in use and puts off its end: at most once a day, so that reading stays reading. */
export async function touchSession(id: string): Promise<void> {
  const end = sql`${adminSessions.createdAt} + make_interval(days => ${maxSessionDays})`;
  await write((tx) =>
    tx
      .update(adminSessions)
      .set({ updatedAt: sql`now()`, expiresAt: sql`least(${idleExpiry}, ${end})` })
      .where(and(eq(adminSessions.id, id), isStale, isAlive)),
  );
}

/** The person's live sessions, the latest used first; `lastActiveAt` is exact to the day. */
export function listSessions(personId: string) {
  return read((tx) =>
    tx
      .select({
        id: adminSessions.id,
        userAgent: adminSessions.userAgent,
        signedInAt: adminSessions.createdAt,
        lastActiveAt: adminSessions.updatedAt,
      })
      .from(adminSessions)
      .where(and(eq(adminSessions.userId, personId), isAlive))
      .orderBy(desc(adminSessions.updatedAt), adminSessions.id),
  );
}

export async function endSession(token: string): Promise<void> {
  await write((tx) => tx.delete(adminSessions).where(eq(adminSessions.token, token)));
}

/** Ends every session of the person but `keptId`. */
export async function endSessions(
  tx: Transaction,
  personId: string,
  keptId?: string,
): Promise<void> {
  const theirs = eq(adminSessions.userId, personId);
  await tx
    .delete(adminSessions)
    .where(keptId === undefined ? theirs : and(theirs, ne(adminSessions.id, keptId)));
}
