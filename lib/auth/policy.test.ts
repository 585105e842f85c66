import { describe, expect, it } from "vitest";
import { can } from "@/lib/auth/policy";
import { roles } from "@/lib/model/actor";

const writes = ["create", "update", "delete"] as const;

describe("what a role may do", () => {
  it.each(roles)("lets a %s read", (role) =>
    expect(can({ role }, "read", { writers: "owner" })).toBe(true),
  );

  it.each(writes)("lets editors and owners %s, and viewers not", (action) => {
    const allowed = roles.filter((role) => can({ role }, action, { writers: "editor" }));
    expect(allowed).toEqual(["editor", "owner"]);
  });

  it.each(writes)("keeps %s to owners where the prefix says so", (action) => {
    const allowed = roles.filter((role) => can({ role }, action, { writers: "owner" }));
    expect(allowed).toEqual(["owner"]);
  });

  it("keeps reading to the roles that are named", () => {
    const guarded = { writers: "owner", readers: "owner" } as const;
    expect(roles.filter((role) => can({ role }, "read", guarded))).toEqual(["owner"]);
  });

  it("A32: lets a token do what it was made for, and never more than its person may", () => {
    const sessions = { writers: "editor", slug: "sessions" } as const;
    const reading = { role: "owner", scope: { canWrite: false, resources: null } } as const;
    const scope = { canWrite: true, resources: ["sessions"] };
    const narrow = { role: "editor" as const, scope };
    expect(can(reading, "read", sessions)).toBe(true);
    expect(writes.filter((action) => can(reading, action, sessions))).toEqual([]);
    expect(can(narrow, "delete", sessions)).toBe(true);
    expect(can(narrow, "read", { ...sessions, slug: "settings" })).toBe(false);
    expect(can(narrow, "read", { writers: "editor" })).toBe(false);
    expect(can({ ...narrow, role: "viewer" }, "update", sessions)).toBe(false);
  });
});
