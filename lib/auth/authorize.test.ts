import { beforeEach, describe, expect, it, vi } from "vitest";
import { authorize } from "@/lib/auth/authorize";
import { Refused } from "@/lib/errors";

const warn = vi.hoisted(() => vi.fn());
vi.mock("@/lib/log", () => ({ log: () => ({ warn }) }));
vi.mock("next/headers", () => ({ headers: async () => new Headers({ "x-request-id": "r-1" }) }));

const sessions = { table: "ai_coach_some_sessions", writers: "editor" } as const;
const person = { id: "p-1", name: "Vera", email: "vera@example.com" };

beforeEach(() => warn.mockClear());

describe("authorize", () => {
  it("lets the allowed pass in silence", async () => {
    await authorize({ ...person, role: "viewer" }, "read", sessions);
    await authorize({ ...person, role: "editor" }, "delete", sessions);
    expect(warn).not.toHaveBeenCalled();
  });

  it("A15: refuses the others and logs who wanted what, without their name or email", async () => {
    await expect(authorize({ ...person, role: "viewer" }, "update", sessions)).rejects.toThrow(
      Refused,
    );
    expect(warn).toHaveBeenCalledExactlyOnceWith(
      {
        actorId: "p-1",
        role: "viewer",
        action: "update",
        table: "ai_coach_some_sessions",
        requestId: "r-1",
      },
      "refused",
    );
  });
});
