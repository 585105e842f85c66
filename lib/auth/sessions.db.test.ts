import { eq, type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { auth } from "@/lib/auth/auth";
import { addPerson, password } from "@/lib/auth/person.fixture";
import { signedToken } from "@/lib/auth/session-cookie";
import {
  endSession,
  endSessions,
  findSession,
  listSessions,
  touchSession,
} from "@/lib/auth/sessions";
import { read, write } from "@/lib/db/client";
import { env } from "@/lib/env";
import type { Actor } from "@/lib/model/actor";
import { adminSessions, adminUsers } from "@/lib/store/schema";

async function open(person: Actor, userAgent = "Browser"): Promise<string> {
  const { token } = await auth().api.signInEmail({
    body: { email: person.email, password },
    headers: new Headers({ "user-agent": userAgent, "x-forwarded-for": "203.0.113.9" }),
  });
  return token;
}

function set(token: string, change: { [K in "updatedAt" | "expiresAt" | "createdAt"]?: SQL }) {
  return write((tx) => tx.update(adminSessions).set(change).where(eq(adminSessions.token, token)));
}

async function rowOf(token: string) {
  const [row] = await read((tx) =>
    tx
      .select({
        ipAddress: adminSessions.ipAddress,
        userAgent: adminSessions.userAgent,
        daysLeft: sql<number>`round(extract(epoch from ${adminSessions.expiresAt} - now()) / 86400)::int`,
      })
      .from(adminSessions)
      .where(eq(adminSessions.token, token)),
  );
  return row;
}

describe("a session", () => {
  it("names its person", async () => {
    const person = await addPerson("editor");
    expect((await findSession(await open(person)))?.actor).toEqual(person);
  });

  it("is carried by a cookie that only our secret signs", async () => {
    const person = await addPerson("viewer");
    const { headers, response } = await auth().api.signInEmail({
      body: { email: person.email, password },
      returnHeaders: true,
    });
    const cookie = headers.get("set-cookie") ?? "";
    const value = decodeURIComponent(
      /fastapp-admin\.session_token=([^;]+)/.exec(cookie)?.[1] ?? "",
    );
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(signedToken(value, env().BETTER_AUTH_SECRET)).toBe(response.token);
    expect(signedToken(value, "another secret")).toBeNull();
    expect(signedToken(`x${value}`, env().BETTER_AUTH_SECRET)).toBeNull();
    expect(signedToken(response.token, env().BETTER_AUTH_SECRET)).toBeNull();
  });

  it("records no forwarded address and bounds the device's name", async () => {
    const token = await open(await addPerson("viewer"), "x".repeat(5_000));
    expect(await rowOf(token)).toEqual({ ipAddress: "", userAgent: "x".repeat(300), daysLeft: 7 });
  });

  it("F23: ends when the database's clock says so", async () => {
    const token = await open(await addPerson("viewer"));
    await set(token, { expiresAt: sql`now() + interval '1 minute'` });
    expect(await findSession(token)).not.toBeNull();
    await set(token, { expiresAt: sql`now()` });
    expect(await findSession(token)).toBeNull();
  });

  it("A18: is dead once its person is disabled, and none is opened for them", async () => {
    const person = await addPerson("editor");
    const token = await open(person);
    await write((tx) =>
      tx.update(adminUsers).set({ disabledAt: sql`now()` }).where(eq(adminUsers.id, person.id)),
    );
    expect(await findSession(token)).toBeNull();
    await expect(open(person)).rejects.toMatchObject({ statusCode: 401 });
  });

  it("A18: acts with the role of the moment", async () => {
    const person = await addPerson("owner");
    const token = await open(person);
    await write((tx) =>
      tx.update(adminUsers).set({ role: "viewer" }).where(eq(adminUsers.id, person.id)),
    );
    expect((await findSession(token))?.actor.role).toBe("viewer");
  });

  it("is put off by use, at most once a day and never beyond 30 days", async () => {
    const token = await open(await addPerson("viewer"));
    const { id } = (await findSession(token)) ?? { id: "" };
    await set(token, { expiresAt: sql`now() + interval '3 days'` });
    await touchSession(id);
    expect(await rowOf(token)).toMatchObject({ daysLeft: 3 });

    await set(token, { updatedAt: sql`now() - interval '25 hours'` });
    expect((await findSession(token))?.isStale).toBe(true);
    await touchSession(id);
    expect(await rowOf(token)).toMatchObject({ daysLeft: 7 });
    expect((await findSession(token))?.isStale).toBe(false);

    const old = sql`now() - interval '26 days'`;
    await set(token, { createdAt: old, updatedAt: old });
    await touchSession(id);
    expect(await rowOf(token)).toMatchObject({ daysLeft: 4 });
  });

  it("A18: ends alone on signing out, with all others on request", async () => {
    const person = await addPerson("viewer");
    const bystander = await open(await addPerson("viewer"));
    const [first, second, third] = [await open(person), await open(person), await open(person)];
    await endSession(first);
    expect(await findSession(first)).toBeNull();
    expect(await listSessions(person.id)).toHaveLength(2);

    const kept = await findSession(second);
    await write((tx) => endSessions(tx, person.id, kept?.id));
    expect(await findSession(second)).not.toBeNull();
    expect(await findSession(third)).toBeNull();
    expect(await findSession(bystander)).not.toBeNull();
  });
});
