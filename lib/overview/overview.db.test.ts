import { beforeAll, describe, expect, it } from "vitest";
import { jobStatus } from "@/lib/fastapp/schema";
import { overviewItems } from "@/lib/overview/items";
import { movedMetrics } from "@/lib/overview/moved";
import { findOverdue } from "@/lib/overview/overdue";
import { findStuck } from "@/lib/overview/stuck";
import { testActor } from "@/lib/records/testing/actors";
import { run } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");

async function failedJobs() {
  const [first] = (await overviewItems()).stuck;
  if (!first) throw new Error("admin.config.ts declares nothing that is stuck.");
  return first;
}

async function due() {
  const [first] = (await overviewItems()).due;
  if (!first) throw new Error("admin.config.ts declares nothing that is due.");
  return first;
}

describe("what is overdue", () => {
  beforeAll(() =>
    run(`
      insert into ai_coach_some_sessions (user_id, session_type, status, scheduled_at)
      select gen_random_uuid(), type, status, (now() at time zone 'UTC') + distance::interval
      from (values
        ('late', 'scheduled', '-2 hours'), ('later', 'pending', '-3 days'),
        ('held', 'completed', '-2 hours'), ('to come', 'scheduled', '2 hours'),
        ('long ago', 'scheduled', '-40 days'), ('unscheduled', 'pending', null)
      ) as given(type, status, distance)`),
  );

  it("is still to come by its state, past by its time, and not older than the days looked at", async () => {
    const { registered, view, open } = await due();
    const overdue = await findOverdue(viewer, registered, view, open);
    expect(overdue.events.map(({ title }) => title)).toEqual(["late", "later"]);
    expect(overdue).toMatchObject({ count: 2, isCapped: false });
  });

  it("is counted to a hundred", async () => {
    await run(`
      insert into ai_coach_some_sessions (user_id, session_type, status, scheduled_at)
      select gen_random_uuid(), 'many', 'scheduled', (now() at time zone 'UTC') - interval '1 hour'
      from generate_series(1, 150)`);
    const { registered, view, open } = await due();
    const overdue = await findOverdue(viewer, registered, view, open);
    expect(overdue).toMatchObject({ count: 100, isCapped: true });
    expect(overdue.events).toHaveLength(3);
  });
});

describe("what is stuck", () => {
  it("is counted by state, the latest first", async () => {
    await run(`
      insert into base_jobs (type, status, updated_at)
      values ('old', 'failed', '2026-01-01'), ('new', 'failed', '2026-02-01'), ('fine', 'completed', now())`);
    const item = await failedJobs();
    const stuck = await findStuck(viewer, item);
    expect(stuck).toMatchObject({ count: 2, isCapped: false });
    expect(stuck?.records.map(({ title }) => title)).toEqual(["new", "old"]);
    expect(jobStatus.enumValues).toContain(item.is);
  });

  it("is not told of where there is no such table or field", async () => {
    const item = await failedJobs();
    expect(await findStuck(viewer, { ...item, resource: "base_nothing" })).toBeUndefined();
    expect(await findStuck(viewer, { ...item, at: "nothing" })).toBeUndefined();
  });
});

describe("metrics that moved", () => {
  it("compares the averages of two weeks, the furthest first, and leaves out what is no number or too little", async () => {
    await run(`
      insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp)
      select gen_random_uuid(), metric, value::jsonb, (now() at time zone 'UTC') - days * interval '1 day'
      from (values
        ('up', '10', 8), ('up', '10', 9), ('up', '10', 10),
        ('up', '15', 1), ('up', '{"score": 15}', 2), ('up', '15', 3), ('up', '"words"', 1),
        ('down', '100', 8), ('down', '100', 9), ('down', '100', 10),
        ('down', '90', 1), ('down', '90', 2), ('down', '90', 3),
        ('same', '1', 8), ('same', '1', 9), ('same', '1', 10),
        ('same', '1', 1), ('same', '1', 2), ('same', '1', 3),
        ('few', '1', 8), ('few', '9', 1),
        ('from nothing', '0', 8), ('from nothing', '0', 9), ('from nothing', '0', 10),
        ('from nothing', '5', 1), ('from nothing', '5', 2), ('from nothing', '5', 3)
      ) as given(metric, value, days)`);
    const { registered, view } = (await overviewItems()).moved[0] ?? {};
    if (!registered || !view) throw new Error("nothing moves");
    const moved = await movedMetrics(viewer, registered, view);
    expect(moved).toEqual([
      { metric: "up", before: 10, now: 15, ratio: 0.5, entries: 3 },
      { metric: "down", before: 100, now: 90, ratio: -0.1, entries: 3 },
    ]);
  });
});
