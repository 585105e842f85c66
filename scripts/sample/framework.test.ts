import { describe, expect, it } from "vitest";
import { frameworkRows } from "./framework";

const TODAY = new Date("2026-03-10T00:00:00Z");
const { organisations, users, members } = frameworkRows(TODAY);

describe("people", () => {
  it("are the same each time", () => {
    expect(frameworkRows(TODAY)).toEqual({ organisations, users, members });
    const later = frameworkRows(new Date("2027-01-01T00:00:00Z"));
    expect(later.users.map(({ id }) => id)).toEqual(users.map(({ id }) => id));
  });

  it("have unique ids and e-mail addresses under a reserved domain", () => {
    expect(users).toHaveLength(40);
    expect(new Set(users.map(({ id }) => id)).size).toBe(40);
    expect(new Set(users.map(({ email }) => email)).size).toBe(40);
    for (const { email } of users) expect(email).toMatch(/^[a-z.+]+@[a-z]+\.example$/);
  });

  it("hold secrets that are told at a glance to be made up", () => {
    expect(users.some(({ password }) => password === null)).toBe(true);
    for (const { password, salt } of users) {
      expect(password ?? "sample-hash-").toMatch(/^sample-hash-/);
      expect(salt ?? "sample-salt-").toMatch(/^sample-salt-/);
    }
  });

  it("are members of organisations that each have one owner", () => {
    expect(organisations).toHaveLength(3);
    for (const { id } of organisations) {
      const own = members.filter((member) => member.organisation_id === id);
      expect(own.filter(({ role }) => role === "owner")).toHaveLength(1);
    }
    const pairs = members.map(({ user_id, organisation_id }) => `${user_id} ${organisation_id}`);
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(new Set(members.map(({ user_id }) => user_id)).size).toBe(40);
  });
});
