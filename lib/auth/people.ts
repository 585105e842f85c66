// Server: what owners do with people: invite them, set their role, disable them, let them choose a new password.
import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, count, eq, isNotNull, isNull, max, type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { issueLink, revokeLinks } from "@/lib/auth/one-time-link";
import type { Action } from "@/lib/auth/policy";
import { requestId } from "@/lib/auth/request-id";
import { endSessions } from "@/lib/auth/sessions";
import { read, type Transaction, write } from "@/lib/db/client";
import { log } from "@/lib/log";
import type { Actor, Role } from "@/lib/model/actor";
import { adminAccounts, adminSessions, adminUsers } from "@/lib/store/schema";

export type Person = {
  id: string;
  name: string;
  email: string;
  role: Role;
  /** Invited: has not chosen a password yet. */
  status: "active" | "invited" | "disabled";
  lastActiveAt: Date | null;
};

/** What keeps a change from being made; `last-owner`: nobody would be left to undo it. */
export type Obstacle = "missing" | "last-owner" | "email-taken";

const accounts = { table: "admin_users", writers: "owner", readers: "owner" } as const;

function authorizeOn(actor: Actor, action: Action) {
  return authorize(actor, action, accounts);
}

export async function listPeople(actor: Actor): Promise<Person[]> {
  await authorizeOn(actor, "read");
  return read((tx) =>
    tx
      .select({
        id: adminUsers.id,
        name: adminUsers.name,
        email: adminUsers.email,
        role: adminUsers.role,
        status: sql<Person["status"]>`case when ${adminUsers.disabledAt} is not null then 'disabled'
          when count(${adminAccounts.password}) > 0 then 'active' else 'invited' end`,
        lastActiveAt: max(adminSessions.updatedAt),
      })
      .from(adminUsers)
      .leftJoin(adminAccounts, eq(adminAccounts.userId, adminUsers.id))
      .leftJoin(adminSessions, eq(adminSessions.userId, adminUsers.id))
      .groupBy(adminUsers.id)
      .orderBy(asc(adminUsers.name), asc(adminUsers.id)),
  );
}

type NewPerson = { name: string; email: string; role: Role };

/** Returns the token of the link by which the person chooses a password. */
export async function invite(
  actor: Actor,
  { name, email, role }: NewPerson,
): Promise<{ token: string } | Obstacle> {
  await authorizeOn(actor, "create");
  const id = randomUUID();
  const token = await write(async (tx) => {
    const added = await tx
      .insert(adminUsers)
      .values({ id, name, email, role })
      .onConflictDoNothing({ target: adminUsers.email })
      .returning({ id: adminUsers.id });
    return added.length > 0 ? issueLink(tx, { purpose: "invitation", personId: id }) : null;
  });
  if (!token) return "email-taken";
  await note(actor, "person invited", id, { newRole: role });
  return { token };
}

/** Returns the token of a link by which the person chooses a new password; the old one works until then. */
export async function issueResetLink(
  actor: Actor,
  personId: string,
): Promise<{ token: string } | Obstacle> {
  await authorizeOn(actor, "update");
  const token = await write(async (tx) => {
    const [person] = await tx
      .select({ passwords: count(adminAccounts.password) })
      .from(adminUsers)
      .leftJoin(adminAccounts, eq(adminAccounts.userId, adminUsers.id))
      .where(and(eq(adminUsers.id, personId), isNull(adminUsers.disabledAt)))
      .groupBy(adminUsers.id);
    if (!person) return null;
    return issueLink(tx, { purpose: person.passwords > 0 ? "reset" : "invitation", personId });
  });
  if (!token) return "missing";
  await note(actor, "one-time link issued", personId);
  return { token };
}

export async function changeRole(
  actor: Actor,
  personId: string,
  role: Role,
): Promise<Obstacle | null> {
  await authorizeOn(actor, "update");
  const obstacle = await write(async (tx) => {
    if (role !== "owner" && (await isLastOwner(tx, personId))) return "last-owner";
    return update(tx, personId, { role });
  });
  if (!obstacle) await note(actor, "role changed", personId, { newRole: role });
  return obstacle;
}

/** Disabling ends the person's sessions and links at once; enabling lets them sign in with the same password. */
export async function setDisabled(
  actor: Actor,
  personId: string,
  disabled: boolean,
): Promise<Obstacle | null> {
  await authorizeOn(actor, "update");
  const obstacle = await write(async (tx) => {
    if (disabled && (await isLastOwner(tx, personId))) return "last-owner";
    await endSessions(tx, personId);
    await revokeLinks(tx, { purpose: "reset", personId });
    return update(tx, personId, { disabledAt: disabled ? sql`now()` : null });
  });
  if (!obstacle) await note(actor, disabled ? "person disabled" : "person enabled", personId);
  return obstacle;
}

/**
 * Whether nobody else could act as owner. Locks the owners' rows, so that of two owners who
 * remove each other at the same time the second finds the first's change.
 */
async function isLastOwner(tx: Transaction, personId: string): Promise<boolean> {
  const owners = await tx
    .select({ id: adminUsers.id })
    .from(adminUsers)
    .innerJoin(adminAccounts, eq(adminAccounts.userId, adminUsers.id))
    .where(
      and(
        eq(adminUsers.role, "owner"),
        isNull(adminUsers.disabledAt),
        isNotNull(adminAccounts.password),
      ),
    )
    .orderBy(asc(adminUsers.id))
    .for("update", { of: adminUsers });
  return owners.length > 0 && owners.every((owner) => owner.id === personId);
}

async function update(
  tx: Transaction,
  personId: string,
  change: { role: Role } | { disabledAt: SQL | null },
): Promise<Obstacle | null> {
  const updated = await tx
    .update(adminUsers)
    .set({ ...change, updatedAt: sql`now()` })
    .where(eq(adminUsers.id, personId))
    .returning({ id: adminUsers.id });
  return updated.length > 0 ? null : "missing";
}

async function note(actor: Actor, event: string, personId: string, facts: object = {}) {
  log().info({ actorId: actor.id, personId, ...facts, requestId: await requestId() }, event);
}
