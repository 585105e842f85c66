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
});
