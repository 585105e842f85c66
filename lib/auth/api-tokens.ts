// Server: tokens that machines sign in with. They are stored as hashes, and the database's clock alone decides whether one is alive.
import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { requestId } from "@/lib/auth/request-id";
import { read, write } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import { adminApiTokens, adminUsers } from "@/lib/store/schema";

const prefix = "fat_";
/** What a token looks like, wherever it stands: the prefix and 32 bytes in base64url. */
export const tokenPattern = /\bfat_[\w-]{43}(?![\w-])/;

const beginningLength = 10;

/** Days; `null` for a token that does not expire. */
type Lifetime = number | null;

export type NewToken = {
  name: string;
  canWrite: boolean;
  /** Slugs; `null` for all resources. */
  resources: string[] | null;
  lifetime: Lifetime;
};

const isExpired = sql<boolean>`coalesce(${adminApiTokens.expiresAt} <= now(), false)`;
const isStale = sql<boolean>`coalesce(${adminApiTokens.lastUsedAt} < now() - interval '1 minute', true)`;

/** Returns the token itself, which is not kept: whoever loses it makes another. */
export async function issueToken(
  actor: Actor,
  { name, canWrite, resources, lifetime }: NewToken,
): Promise<string> {
  const token = prefix + randomBytes(32).toString("base64url");
  const id = await write(async (tx) => {
    const [row] = await tx
      .insert(adminApiTokens)
      .values({
        userId: actor.id,
        name,
        canWrite,
        resources,
        tokenHash: hash(token),
        beginning: token.slice(0, beginningLength),
        expiresAt: lifetime === null ? null : sql`now() + make_interval(days => ${lifetime})`,
      })
      .returning({ id: adminApiTokens.id });
    return row?.id;
  });
  await note(actor, id, "api token made");
  return token;
}

/** The person's tokens that were not revoked, the newest first. */
export function listTokens(personId: string) {
  const { id, name, beginning, canWrite, resources, expiresAt, lastUsedAt, createdAt } =
    adminApiTokens;
  return read((tx) =>
    tx
      .select({
        id,
        name,
        beginning,
        canWrite,
        resources,
        expiresAt,
        isExpired,
        lastUsedAt,
        createdAt,
      })
      .from(adminApiTokens)
      .where(and(eq(adminApiTokens.userId, personId), isNull(adminApiTokens.revokedAt)))
      .orderBy(desc(createdAt), id),
  );
}

/** Ends a token of the actor's own at once. @returns its name, or `undefined` when there is none to revoke */
export async function revokeToken(actor: Actor, id: string): Promise<string | undefined> {
  const name = await write(async (tx) => {
    const [row] = await tx
      .update(adminApiTokens)
      .set({ revokedAt: sql`now()` })
      .where(
        and(
          sql`${adminApiTokens.id}::text = ${id}`,
          eq(adminApiTokens.userId, actor.id),
          isNull(adminApiTokens.revokedAt),
        ),
      )
      .returning({ name: adminApiTokens.name });
    return row?.name;
  });
  if (name !== undefined) await note(actor, id, "api token revoked");
  return name;
}

type TokenHolder = { ok: true; tokenId: string; actor: Actor; isStale: boolean };
type Refusal = { ok: false; reason: "unknown" | "expired" | "revoked" };

/** Whoever comes with this token, with the role that its person has now. */
export async function findTokenHolder(token: string): Promise<TokenHolder | Refusal> {
  if (!new RegExp(`^${tokenPattern.source}$`).test(token)) return { ok: false, reason: "unknown" };
  const [row] = await read((tx) =>
    tx
      .select({
        tokenId: adminApiTokens.id,
        tokenName: adminApiTokens.name,
        canWrite: adminApiTokens.canWrite,
        resources: adminApiTokens.resources,
        isRevoked: sql<boolean>`${adminApiTokens.revokedAt} is not null`,
        isExpired,
        isStale,
        id: adminUsers.id,
        name: adminUsers.name,
        email: adminUsers.email,
        role: adminUsers.role,
      })
      .from(adminApiTokens)
      .innerJoin(adminUsers, eq(adminUsers.id, adminApiTokens.userId))
      .where(and(eq(adminApiTokens.tokenHash, hash(token)), isNull(adminUsers.disabledAt))),
  );
  if (!row) return { ok: false, reason: "unknown" };
  if (row.isRevoked) return { ok: false, reason: "revoked" };
  if (row.isExpired) return { ok: false, reason: "expired" };
  const { tokenId, tokenName, canWrite, resources, id, name, email, role } = row;
  // The history says who acted, and by what.
  const actor = { id, name: `${name} (token ${tokenName})`, email, role };
  return {
    ok: true,
    tokenId,
    isStale: row.isStale,
    actor: { ...actor, scope: { canWrite, resources } },
  };
}

/** Notes that the token is in use, at most once a minute, so that reading stays reading. */
export async function touchToken(id: string): Promise<void> {
  await write((tx) =>
    tx
      .update(adminApiTokens)
      .set({ lastUsedAt: sql`now()` })
      .where(and(eq(adminApiTokens.id, id), isStale)),
  );
}

function hash(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

async function note(actor: Actor, tokenId: string | undefined, event: string) {
  log().info({ actorId: actor.id, tokenId, requestId: await requestId() }, event);
}
