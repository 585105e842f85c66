import { eq, type SQL, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import { auth } from "@/lib/auth/auth";
import { confirmSession, isConfirmed } from "@/lib/auth/confirmation";
import { addPerson, password } from "@/lib/auth/person.fixture";
import { findSession, type Session } from "@/lib/auth/sessions";
import { write } from "@/lib/db/client";
import { adminSessions } from "@/lib/store/schema";

async function openSession(): Promise<Session> {
  const { email } = await addPerson("owner");
  const { token } = await auth().api.signInEmail({
    body: { email, password },
    headers: new Headers(),
  });
  const session = await findSession(token);
  if (!session) throw new Error("The session was not opened.");
  return session;
}

function set({ id }: Session, change: { createdAt?: SQL; confirmedAt?: SQL }) {
  return write((tx) => tx.update(adminSessions).set(change).where(eq(adminSessions.id, id)));
}

it("F23: counts from signing in, by the database's clock", async () => {
  const session = await openSession();
  expect(await isConfirmed(session)).toBe(true);
  await set(session, { createdAt: sql`now() - interval '9 minutes'` });
  expect(await isConfirmed(session)).toBe(true);
  await set(session, { createdAt: sql`now() - interval '10 minutes'` });
  expect(await isConfirmed(session)).toBe(false);
});

it("counts anew from the right password, for this session alone", async () => {
  const session = await openSession();
  await set(session, { createdAt: sql`now() - interval '1 day'` });
  expect(await confirmSession(session, "not the password")).toBe(false);
  expect(await isConfirmed(session)).toBe(false);
  const other = await openSession();
  await set(other, { createdAt: sql`now() - interval '1 day'` });
  expect(await confirmSession(session, password)).toBe(true);
  expect(await isConfirmed(session)).toBe(true);
  expect(await isConfirmed(other)).toBe(false);
  await set(session, { confirmedAt: sql`now() - interval '10 minutes'` });
  expect(await isConfirmed(session)).toBe(false);
});

it("A21: ends the guessing after ten wrong ones, and the right one is no exception", async () => {
  const session = await openSession();
  for (let guess = 1; guess <= 10; guess++) await confirmSession(session, `guess ${guess}`);
  await expect(confirmSession(session, password)).rejects.toMatchObject({
    name: "TooManyAttempts",
  });
});

it("is nothing that a session without a row has", async () => {
  expect(await isConfirmed({ id: "no such session" })).toBe(false);
});
