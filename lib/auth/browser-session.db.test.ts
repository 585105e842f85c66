import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { openSession } from "@/lib/auth/browser-session";
import { addPerson, password } from "@/lib/auth/person.fixture";
import { TooManyAttempts } from "@/lib/auth/rate-limit";
import { listSessions } from "@/lib/auth/sessions";
import { write } from "@/lib/db/client";
import { adminAccounts, adminRateLimits } from "@/lib/store/schema";

let forwardedFor = 0;
vi.mock("next/headers", () => ({
  headers: async () => new Headers({ "x-forwarded-for": `203.0.113.${forwardedFor++ % 250}` }),
  cookies: async () => ({ set: () => {} }),
}));

const wrong = "not the password at all";

beforeEach(() => write((tx) => tx.delete(adminRateLimits)));

describe("signing in", () => {
  it("opens a session for the right password", async () => {
    const person = await addPerson("viewer");
    expect(await openSession(person.email, password)).toBe(true);
    expect(await listSessions(person.id)).toHaveLength(1);
  });

  it("A20: refuses wrong passwords, unknown people and people without a password alike", async () => {
    const person = await addPerson("viewer");
    const invited = await addPerson("viewer");
    await write((tx) => tx.delete(adminAccounts).where(eq(adminAccounts.userId, invited.id)));
    expect(await openSession(person.email, wrong)).toBe(false);
    expect(await openSession("nobody@example.com", wrong)).toBe(false);
    expect(await openSession(invited.email, wrong)).toBe(false);
    expect(await listSessions(person.id)).toHaveLength(0);
  });

  it("A21: refuses the 11th attempt whatever address it claims to come from, known account or not", async () => {
    const person = await addPerson("viewer");
    for (const email of [person.email, "nobody@example.com"]) {
      for (let attempt = 1; attempt <= 10; attempt++)
        expect(await openSession(email, wrong)).toBe(false);
      await expect(openSession(email, password)).rejects.toThrow(TooManyAttempts);
    }
    expect(await listSessions(person.id)).toHaveLength(0);
  });

  it("counts failures only", async () => {
    const person = await addPerson("viewer");
    for (let attempt = 1; attempt <= 11; attempt++) {
      expect(await openSession(person.email, password)).toBe(true);
    }
  });
});
