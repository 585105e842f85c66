// Tests: what a person reads once everything runs.
import { expect, test } from "vitest";
import { announcement } from "./announcement.mjs";

const url = "http://localhost:3000";

test.each([
  [
    { kind: "demo", email: "demo@example.com", password: "p" } as const,
    "Sign in as demo@example.com with the password p",
  ],
  [{ kind: "setup", path: "/setup?token=t" } as const, `first owner: ${url}/setup?token=t`],
  [
    { kind: "env", email: "me@example.com" } as const,
    "Sign in as me@example.com with the password in ADMIN_PASSWORD.",
  ],
  [{ kind: "existing" } as const, "Sign in with your account."],
])("how to sign in: $kind", (signIn, expected) => {
  const text = announcement(url, { signIn });
  expect(text).toContain(`ready: ${url}\n`);
  expect(text).toContain(expected);
  expect(text).not.toContain("Pending");
});

test("what is pending, and how to apply it", () => {
  const pending = { base_: 2, ai_coach_: 1, admin_: 0 };
  expect(announcement(url, { signIn: { kind: "existing" }, pending })).toContain(
    'Pending migrations: 2 of base_, 1 of ai_coach_. "npm start -- --migrate" applies them.',
  );
});
