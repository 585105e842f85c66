import { expect, it, vi } from "vitest";
import { auth } from "@/lib/auth/auth";
import { addPerson, password } from "@/lib/auth/person.fixture";

it("keeps the session's cookie to https where the dashboard is served by https", async () => {
  vi.stubEnv("PUBLIC_URL", "https://admin.example.com");
  const { email } = await addPerson("viewer");
  const { headers } = await auth().api.signInEmail({
    body: { email, password },
    returnHeaders: true,
  });
  expect(headers.get("set-cookie")).toMatch(/^__Secure-fastapp-admin\.session_token=.*; Secure/);
});
