import { eq, sql as query } from "drizzle-orm";
import { afterAll, afterEach, beforeEach, expect, test, vi } from "vitest";
import admin from "@/admin.config";
import { auth } from "@/lib/auth/auth";
import { addPerson, password } from "@/lib/auth/person.fixture";
import { findSession, type Session } from "@/lib/auth/sessions";
import { write } from "@/lib/db/client";
import {
  credentials,
  migrationsFolder,
  sql,
  tableExists,
} from "@/lib/migrations/migrations-folder.fixture";
import { statusOn } from "@/lib/migrations/prefix-status";
import { preparedRun } from "@/lib/migrations/run/apply";
import { listRuns } from "@/lib/migrations/run/list-runs";
import { digestOf } from "@/lib/migrations/run/plan";
import type { Role } from "@/lib/model/actor";
import type { RunLine } from "@/lib/model/migrations/run";
import { adminSessions } from "@/lib/store/schema";

const declared = [...admin.prefixes];

beforeEach(() => {
  admin.prefixes.splice(0);
});
afterEach(() => {
  admin.prefixes.splice(0, admin.prefixes.length, ...declared);
  vi.unstubAllEnvs();
});
afterAll(() => sql.end());

async function openSession(role: Role): Promise<Session> {
  const { email } = await addPerson(role);
  const { token } = await auth().api.signInEmail({
    body: { email, password },
    headers: new Headers(),
  });
  const session = await findSession(token);
  if (!session) throw new Error("The session was not opened.");
  return session;
}

/** A declared prefix of the test's own, with one table to be made. */
async function declaredPrefix(prefix: string) {
  const folder = await migrationsFolder(prefix);
  await folder.add("0000_a", `create table ${prefix}a (id int);`);
  const { label, script } = folder.source;
  admin.prefixes.push({ prefix, label, script, config: "", migrations: folder.source.folder });
  const [status] = await statusOn(credentials, [folder.source]);
  return { folder, digests: new Map([[prefix, status ? digestOf(status) : ""]]) };
}

const request = { backupTaken: true, requestId: "request-1" };

async function apply(session: Session, digests: ReadonlyMap<string, string>): Promise<RunLine[]> {
  const told: RunLine[] = [];
  const run = await preparedRun(session, { ...request, digests });
  await run((line) => told.push(line));
  return told;
}

test("an owner who has just signed in applies what the page showed, and is named for it", async () => {
  const owner = await openSession("owner");
  const { digests } = await declaredPrefix("owned_");
  const told = await apply(owner, digests);
  expect(told.map(({ kind }) => kind)).toEqual(["running", "applied", "recorded"]);
  expect(await tableExists("owned_a")).toBe(true);
  expect(await listRuns({ prefix: "owned_" })).toMatchObject([
    { actorName: owner.actor.name, backupTaken: true, outcome: "applied" },
  ]);
});

test.each<Role>(["viewer", "editor"])("A15: %s applies nothing", async (role) => {
  const { digests } = await declaredPrefix(`${role}s_`);
  const attempt = apply(await openSession(role), digests);
  await expect(attempt).rejects.toMatchObject({ name: "Refused" });
  expect(await tableExists(`${role}s_a`)).toBe(false);
});

test("in production migrations are applied from a page only where the environment says so", async () => {
  const { actor } = await openSession("owner");
  const attempt = async () => {
    vi.resetModules();
    const { assertMayApply } = await import("@/lib/migrations/run/apply");
    assertMayApply(actor, "request-1");
  };
  await expect(attempt()).resolves.toBeUndefined();
  vi.stubEnv("NODE_ENV", "production");
  await expect(attempt()).rejects.toThrow("ADMIN_ALLOW_MIGRATE is not true");
  vi.stubEnv("ADMIN_ALLOW_MIGRATE", "true");
  await expect(attempt()).resolves.toBeUndefined();
});

test("nothing is applied for a session that was confirmed long ago", async () => {
  const owner = await openSession("owner");
  await write((tx) =>
    tx
      .update(adminSessions)
      .set({ createdAt: query`now() - interval '11 minutes'` })
      .where(eq(adminSessions.id, owner.id)),
  );
  const { digests } = await declaredPrefix("stale_");
  await expect(apply(owner, digests)).rejects.toMatchObject({ name: "Refused" });
  expect(await tableExists("stale_a")).toBe(false);
});

test("A28: prefixes that are not declared, and digests of something else, apply nothing", async () => {
  const owner = await openSession("owner");
  const { folder } = await declaredPrefix("mine_");
  expect(await apply(owner, new Map([["../../etc", "0".repeat(64)]]))).toEqual([]);
  expect(await apply(owner, new Map([["mine_", "0".repeat(64)]]))).toEqual([
    { prefix: "mine_", kind: "changed" },
  ]);
  expect(await tableExists("mine_a")).toBe(false);
  await folder.delete();
});

test("a failure ends the run with what was said, and the prefixes after it are left alone", async () => {
  const owner = await openSession("owner");
  const bad = await declaredPrefix("bad_");
  await bad.folder.add("0001_b", "select 1/0;");
  const [status] = await statusOn(credentials, [bad.folder.source]);
  const after = await declaredPrefix("after_");
  const digests = new Map([["bad_", status ? digestOf(status) : ""], ...after.digests]);
  const told = await apply(owner, digests);
  expect(told.slice(-2)).toMatchObject([
    { kind: "failed", outcome: "rolled back", failure: { tag: "0001_b", code: "22012" } },
    { kind: "recorded" },
  ]);
  expect(await tableExists("bad_a")).toBe(false);
  expect(await tableExists("after_a")).toBe(false);
});
