import { eq, sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { describeLink } from "@/lib/auth/choose-password";
import { claimSetup, createOwner, createSetupToken, hasUsers } from "@/lib/auth/setup";
import { read, write } from "@/lib/db/client";
import { adminAccounts, adminUsers, adminVerifications } from "@/lib/store/schema";

const ada = { name: "Ada", email: "ada@example.com", password: "correct horse battery" };

beforeEach(() =>
  write(async (tx) => {
    await tx.delete(adminUsers);
    await tx.delete(adminVerifications);
  }),
);

describe("the first owner", () => {
  it("is created by the token, once", async () => {
    const token = await createSetupToken();
    expect(await describeLink(token)).toEqual({ purpose: "setup" });
    expect(await hasUsers()).toBe(false);
    expect(await claimSetup(token, ada)).toBe(true);
    expect(await hasUsers()).toBe(true);
    expect(await describeLink(token)).toBeNull();
    expect(await claimSetup(token, { ...ada, email: "eve@example.com" })).toBe(false);
    const people = await read((tx) => tx.select().from(adminUsers));
    expect(people).toMatchObject([{ name: "Ada", email: "ada@example.com", role: "owner" }]);
  });

  it("stays one when many claim the same token or start at once", async () => {
    const token = await createSetupToken();
    const claims = await Promise.all([
      ...[1, 2, 3].map((n) => claimSetup(token, { ...ada, email: `claim-${n}@example.com` })),
      ...[1, 2].map((n) => createOwner({ ...ada, email: `script-${n}@example.com` })),
    ]);
    expect(claims.filter(Boolean)).toHaveLength(1);
    expect(await read((tx) => tx.select().from(adminUsers))).toHaveLength(1);
  });

  it("is not created by a wrong, replaced or expired token", async () => {
    const first = await createSetupToken();
    const second = await createSetupToken();
    expect(await claimSetup("wrong", ada)).toBe(false);
    expect(await claimSetup(first, ada)).toBe(false);
    await write((tx) => tx.update(adminVerifications).set({ expiresAt: sql`now()` }));
    expect(await describeLink(second)).toBeNull();
    expect(await claimSetup(second, ada)).toBe(false);
    expect(await hasUsers()).toBe(false);
  });

  it("A17: leaves neither token nor password readable in the database", async () => {
    const token = await createSetupToken();
    const verifications = await read((tx) => tx.select().from(adminVerifications));
    expect(verifications).toHaveLength(1);
    expect(JSON.stringify(verifications)).not.toContain(token);
    await claimSetup(token, ada);
    const [account] = await read((tx) => tx.select().from(adminAccounts));
    expect(account?.password).toMatch(/^[0-9a-f]{32}:[0-9a-f]{128}$/);
  });

  it("is created for scripts only while there is nobody", async () => {
    expect(await createOwner(ada)).toBe(true);
    expect(await createOwner({ ...ada, email: "eve@example.com" })).toBe(false);
    const [owner] = await read((tx) =>
      tx.select().from(adminUsers).where(eq(adminUsers.email, ada.email)),
    );
    expect(owner?.role).toBe("owner");
  });
});
