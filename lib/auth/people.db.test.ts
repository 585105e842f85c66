import { beforeEach, describe, expect, it } from "vitest";
import { auth } from "@/lib/auth/auth";
import { choosePassword, describeLink } from "@/lib/auth/choose-password";
import { changePassword } from "@/lib/auth/passwords";
import { changeRole, invite, issueResetLink, listPeople, setDisabled } from "@/lib/auth/people";
import { addPerson, password } from "@/lib/auth/person.fixture";
import { findSession } from "@/lib/auth/sessions";
import { write } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { Actor } from "@/lib/model/actor";
import { adminUsers } from "@/lib/store/schema";

let owner: Actor;

beforeEach(async () => {
  await write((tx) => tx.delete(adminUsers));
  owner = await addPerson("owner");
});

const grace = { name: "Grace", email: "grace@example.com", role: "editor" } as const;

async function inviteGrace(): Promise<string> {
  const result = await invite(owner, grace);
  if (typeof result === "string") throw new Error(result);
  return result.token;
}

async function open(email: string, word: string): Promise<string> {
  return (await auth().api.signInEmail({ body: { email, password: word } })).token;
}

async function find(email: string) {
  return (await listPeople(owner)).find((person) => person.email === email);
}

describe("an invitation", () => {
  it("lets its person choose a password once, and then sign in", async () => {
    const token = await inviteGrace();
    expect(await describeLink(token)).toMatchObject({
      purpose: "invitation",
      person: { name: "Grace", email: "grace@example.com" },
    });
    expect(await find(grace.email)).toMatchObject({ status: "invited", role: "editor" });
    expect(await choosePassword(token, "chosen by grace")).toMatchObject({ email: grace.email });
    expect(await choosePassword(token, "chosen by another")).toBeNull();
    expect(await find(grace.email)).toMatchObject({ status: "active", lastActiveAt: null });
    expect(await findSession(await open(grace.email, "chosen by grace"))).not.toBeNull();
    expect((await find(grace.email))?.lastActiveAt).toBeInstanceOf(Date);
  });

  it("is refused for an email that has an account", async () => {
    await inviteGrace();
    expect(await invite(owner, { ...grace, name: "Another" })).toBe("email-taken");
    expect(await listPeople(owner)).toHaveLength(2);
  });

  it("stops working when another is issued, or its person is disabled", async () => {
    const first = await inviteGrace();
    const person = await find(grace.email);
    const second = await issueResetLink(owner, person?.id ?? "");
    expect(await describeLink(first)).toBeNull();
    if (typeof second === "string") throw new Error(second);
    expect(await describeLink(second.token)).toMatchObject({ purpose: "invitation" });
    await setDisabled(owner, person?.id ?? "", true);
    expect(await choosePassword(second.token, "chosen too late")).toBeNull();
  });
});

describe("a password", () => {
  it("A18: chosen by a reset link replaces the old one and ends every session", async () => {
    const editor = await addPerson("editor");
    const session = await open(editor.email, password);
    const link = await issueResetLink(owner, editor.id);
    if (typeof link === "string") throw new Error(link);
    expect(await findSession(session)).not.toBeNull();
    await choosePassword(link.token, "an entirely new one");
    expect(await findSession(session)).toBeNull();
    await expect(open(editor.email, password)).rejects.toMatchObject({ statusCode: 401 });
    expect(await open(editor.email, "an entirely new one")).toBeTruthy();
  });

  it("changed by its person needs the current one and ends the other sessions", async () => {
    const editor = await addPerson("editor");
    const [here, elsewhere] = [
      await open(editor.email, password),
      await open(editor.email, password),
    ];
    const session = await findSession(here);
    if (!session) throw new Error("no session");
    expect(await changePassword(session, "a wrong guess at it", "an entirely new one")).toBe(false);
    expect(await findSession(elsewhere)).not.toBeNull();
    expect(await changePassword(session, password, "an entirely new one")).toBe(true);
    expect(await findSession(here)).not.toBeNull();
    expect(await findSession(elsewhere)).toBeNull();
    expect(await open(editor.email, "an entirely new one")).toBeTruthy();
  });

  it("cannot be guessed through the form that changes it", async () => {
    const editor = await addPerson("editor");
    const session = await findSession(await open(editor.email, password));
    if (!session) throw new Error("no session");
    for (let attempt = 1; attempt <= 10; attempt++) await changePassword(session, "wrong", "new");
    await expect(changePassword(session, password, "new")).rejects.toThrow("Too many attempts.");
  });
});

describe("owners", () => {
  it("change roles and disable people, whose sessions end at once", async () => {
    const viewer = await addPerson("viewer");
    const session = await open(viewer.email, password);
    expect(await changeRole(owner, viewer.id, "editor")).toBeNull();
    expect((await findSession(session))?.actor.role).toBe("editor");
    expect(await setDisabled(owner, viewer.id, true)).toBeNull();
    expect(await find(viewer.email)).toMatchObject({ status: "disabled" });
    expect(await setDisabled(owner, viewer.id, false)).toBeNull();
    expect(await findSession(session)).toBeNull();
    expect(await open(viewer.email, password)).toBeTruthy();
  });

  it("always stay at least one who can sign in", async () => {
    expect(await changeRole(owner, owner.id, "editor")).toBe("last-owner");
    expect(await setDisabled(owner, owner.id, true)).toBe("last-owner");
    await invite(owner, { ...grace, role: "owner" });
    expect(await changeRole(owner, owner.id, "viewer")).toBe("last-owner");
    const second = await addPerson("owner");
    expect(await changeRole(owner, owner.id, "editor")).toBeNull();
    expect(await setDisabled(second, second.id, true)).toBe("last-owner");
  });

  it("stay one even when two remove each other at the same time", async () => {
    for (let round = 1; round <= 5; round++) {
      await write((tx) => tx.delete(adminUsers));
      const [one, two] = [await addPerson("owner"), await addPerson("owner")];
      const outcomes = await Promise.all([
        changeRole(one, two.id, "viewer"),
        setDisabled(two, one.id, true),
      ]);
      expect(outcomes.filter((outcome) => outcome === "last-owner")).toHaveLength(1);
    }
  });

  it("hear that somebody no longer exists", async () => {
    expect(await changeRole(owner, "gone", "editor")).toBe("missing");
    expect(await setDisabled(owner, "gone", true)).toBe("missing");
    expect(await issueResetLink(owner, "gone")).toBe("missing");
  });
});

describe("A15: everyone else", () => {
  it.each(["viewer", "editor"] as const)("as %s reads and changes nobody", async (role) => {
    const actor = await addPerson(role);
    await expect(listPeople(actor)).rejects.toThrow(Refused);
    await expect(invite(actor, grace)).rejects.toThrow(Refused);
    await expect(issueResetLink(actor, owner.id)).rejects.toThrow(Refused);
    await expect(changeRole(actor, actor.id, "owner")).rejects.toThrow(Refused);
    await expect(setDisabled(actor, owner.id, true)).rejects.toThrow(Refused);
    expect(await find(actor.email)).toMatchObject({ role, status: "active" });
    expect(await find(grace.email)).toBeUndefined();
  });
});
