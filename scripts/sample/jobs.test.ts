import { expect, it } from "vitest";
import { frameworkRows } from "./framework";
import { jobRows } from "./jobs";

const TODAY = new Date("2026-03-10T00:00:00Z");

it("are the same each time, unique, in the past, and tell why they failed", () => {
  const { users } = frameworkRows(TODAY);
  const jobs = jobRows(users, TODAY);
  expect(jobRows(users, TODAY)).toEqual(jobs);
  expect(new Set(jobs.map(({ id }) => id)).size).toBe(jobs.length);
  for (const { status, error, created_at, updated_at } of jobs) {
    expect(created_at < "2026-03-10" && created_at <= updated_at).toBe(true);
    expect(error !== null).toBe(status === "failed");
  }
  expect(jobs.filter(({ status }) => status === "failed")).toHaveLength(2);
});
