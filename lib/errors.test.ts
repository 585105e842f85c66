import { expect, it, vi } from "vitest";
import { Abandoned, DatabaseUnavailable, Refused } from "@/lib/errors";

it("an expected failure is the same one in every bundle, and no other", async () => {
  vi.resetModules();
  const others = await import("@/lib/errors");
  expect(others.DatabaseUnavailable).not.toBe(DatabaseUnavailable);
  expect(new others.DatabaseUnavailable("busy")).toBeInstanceOf(DatabaseUnavailable);
  expect(new others.Abandoned()).toBeInstanceOf(Abandoned);
  expect(new others.Refused()).not.toBeInstanceOf(DatabaseUnavailable);
  expect(new Error("Refused")).not.toBeInstanceOf(Refused);
  expect({ name: "Refused" }).not.toBeInstanceOf(Refused);
  expect(new Refused("no")).toBeInstanceOf(Error);
});
