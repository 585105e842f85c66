// Server: better-auth over the admin_ tables. It signs people in; its HTTP handler is not mounted, so nothing else of it is reachable.
import "server-only";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import { betterAuth } from "better-auth/minimal";
import { nextCookies } from "better-auth/next-js";
import { eq, sql } from "drizzle-orm";
import { maxPasswordLength, minPasswordLength } from "@/lib/auth/person-schema";
import { idleExpiry, maxSessionDays } from "@/lib/auth/sessions";
import { db, read } from "@/lib/db/client";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { adminAccounts, adminSessions, adminUsers, adminVerifications } from "@/lib/store/schema";

const daySeconds = 24 * 60 * 60;

let instance: ReturnType<typeof create> | undefined;

export function auth() {
  instance ??= create();
  return instance;
}

function create() {
  const { BETTER_AUTH_SECRET, PUBLIC_URL } = env();
  return betterAuth({
    appName: "FastApp Admin",
    secret: BETTER_AUTH_SECRET,
    // Only tells whether cookies are secure: no request is routed by it and no link is built from it.
    baseURL: PUBLIC_URL ?? "http://localhost",
    database: drizzleAdapter(db, {
      provider: "pg",
      schema: {
        user: adminUsers,
        session: adminSessions,
        account: adminAccounts,
        verification: adminVerifications,
      },
    }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength,
      maxPasswordLength,
      revokeSessionsOnPasswordReset: true,
    },
    session: {
      expiresIn: maxSessionDays * daySeconds,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
    },
    databaseHooks: { session: { create: { before: admitSession } } },
    advanced: { cookiePrefix: "fastapp-admin", ipAddress: { disableIpTracking: true } },
    telemetry: { enabled: false },
    logger: { level: "error", log: (_, message) => log().warn({ message }, "better-auth") },
    plugins: [nextCookies()],
  });
}

const maxUserAgentLength = 300;

/** Disabled people get no session, and the database's clock times those of the others. */
async function admitSession(session: { userId: string; userAgent?: string | null }) {
  const [person] = await read((tx) =>
    tx
      .select({
        disabledAt: adminUsers.disabledAt,
        now: sql`now()`.mapWith(adminUsers.createdAt),
        expiresAt: idleExpiry.mapWith(adminUsers.createdAt),
      })
      .from(adminUsers)
      .where(eq(adminUsers.id, session.userId)),
  );
  if (!person || person.disabledAt) return false;
  const { now, expiresAt } = person;
  const userAgent = session.userAgent?.slice(0, maxUserAgentLength);
  return { data: { createdAt: now, updatedAt: now, expiresAt, userAgent } };
}
