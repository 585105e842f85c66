import { createHash } from "node:crypto";
import { eq, type SQL, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import {
  findTokenHolder,
  issueToken,
  listTokens,
  type NewToken,
  revokeToken,
  touchToken,
} from "@/lib/auth/api-tokens";
import { addPerson } from "@/lib/auth/person.fixture";
import { read, write } from "@/lib/db/client";
import { adminApiTokens, adminUsers } from "@/lib/store/schema";

const wanted: NewToken = { name: "deploy", canWrite: true, resources: null, lifetime: 30 };

async function rowOf(token: string) {
  const tokenHash = createHash("sha256").update(token).digest("hex");
  const [row] = await read((tx) =>
    tx.select().from(adminApiTokens).where(eq(adminApiTokens.tokenHash, tokenHash)),
  );
  if (!row) throw new Error("The token's hash is not stored.");
  return row;
}

async function set(token: string, change: { expiresAt?: SQL; lastUsedAt?: SQL }) {
  const { id } = await rowOf(token);
  await write((tx) => tx.update(adminApiTokens).set(change).where(eq(adminApiTokens.id, id)));
}

async function holderOf(token: string) {
  const found = await findTokenHolder(token);
  if (!found.ok) throw new Error(`The token is ${found.reason}.`);
  return found;
}

describe("a token", () => {
  it("A32: is kept as a hash alone, and known by its beginning", async () => {
    const token = await issueToken(await addPerson("editor"), wanted);
    const row = await rowOf(token);
    expect(token).toMatch(/^fat_[\w-]{43}$/);
    expect(token.startsWith(row.beginning)).toBe(true);
    expect(JSON.stringify(row)).not.toContain(token.slice(row.beginning.length));
  });

  it("stands for its person, named beside what it does, within its scope", async () => {
    const person = await addPerson("editor");
    const token = await issueToken(person, {
      ...wanted,
      canWrite: false,
      resources: ["sessions"],
    });
    expect((await holderOf(token)).actor).toEqual({
      ...person,
      name: "The editor (token deploy)",
      scope: { canWrite: false, resources: ["sessions"] },
    });
  });

  it("has the role that its person has now", async () => {
    const person = await addPerson("owner");
    const token = await issueToken(person, wanted);
    await write((tx) =>
      tx.update(adminUsers).set({ role: "viewer" }).where(eq(adminUsers.id, person.id)),
    );
    expect((await holderOf(token)).actor.role).toBe("viewer");
  });

  it("A18: is dead while its person is disabled", async () => {
    const person = await addPerson("editor");
    const token = await issueToken(person, wanted);
    const disable = (disabledAt: SQL | null) =>
      write((tx) => tx.update(adminUsers).set({ disabledAt }).where(eq(adminUsers.id, person.id)));
    await disable(sql`now()`);
    expect(await findTokenHolder(token)).toEqual({ ok: false, reason: "unknown" });
    await disable(null);
    expect(await findTokenHolder(token)).toMatchObject({ ok: true });
  });

  it("F23: expires when the database's clock says so, or never", async () => {
    const person = await addPerson("editor");
    const token = await issueToken(person, wanted);
    const [{ days } = { days: 0 }] = await read((tx) =>
      tx.execute<{ days: number }>(sql`
        select round(extract(epoch from expires_at - now()) / 86400)::int as days
        from admin_api_tokens where user_id = ${person.id}`),
    );
    expect(days).toBe(30);
    await set(token, { expiresAt: sql`now() - interval '1 second'` });
    expect(await findTokenHolder(token)).toEqual({ ok: false, reason: "expired" });
    expect(await listTokens(person.id)).toMatchObject([{ name: "deploy", isExpired: true }]);

    const lasting = await issueToken(person, { ...wanted, lifetime: null });
    expect((await rowOf(lasting)).expiresAt).toBeNull();
    expect(await findTokenHolder(lasting)).toMatchObject({ ok: true });
  });

  it("A32: is revoked by its person alone, at once and for good", async () => {
    const person = await addPerson("editor");
    const token = await issueToken(person, wanted);
    const { id } = await rowOf(token);
    expect(await revokeToken(await addPerson("owner"), id)).toBeUndefined();
    expect(await findTokenHolder(token)).toMatchObject({ ok: true });
    expect(await revokeToken(person, id)).toBe("deploy");
    expect(await findTokenHolder(token)).toEqual({ ok: false, reason: "revoked" });
    expect(await revokeToken(person, id)).toBeUndefined();
    expect(await revokeToken(person, "no uuid")).toBeUndefined();
    expect(await listTokens(person.id)).toEqual([]);
  });

  it.each(["", "fat_", "fat_x", `fat_${"A".repeat(43)}`, `x fat_${"A".repeat(43)}`])(
    "is not “%s”",
    async (text) => {
      expect(await findTokenHolder(text)).toEqual({ ok: false, reason: "unknown" });
    },
  );

  it("notes its use at most once a minute", async () => {
    const token = await issueToken(await addPerson("viewer"), wanted);
    const { tokenId, isStale } = await holderOf(token);
    expect(isStale).toBe(true);
    await touchToken(tokenId);
    const { lastUsedAt } = await rowOf(token);
    expect(lastUsedAt).not.toBeNull();
    expect((await holderOf(token)).isStale).toBe(false);
    await touchToken(tokenId);
    expect((await rowOf(token)).lastUsedAt).toEqual(lastUsedAt);
    await set(token, { lastUsedAt: sql`now() - interval '61 seconds'` });
    expect((await holderOf(token)).isStale).toBe(true);
  });
});
