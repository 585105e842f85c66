import { expect, test } from "vitest";
import { jobNamed, joinJob } from "@/lib/migrations/shadow/job";
import type { DriftProgress } from "@/lib/model/migrations/drift";

const reading: DriftProgress = { stage: "reading" };
const comparing: DriftProgress = { stage: "comparing" };

test("who comes while it runs joins it, and hears where it is; the result is kept", async () => {
  const job = jobNamed<number>("a test");
  let proceed = () => {};
  const gate = new Promise<void>((resolve) => {
    proceed = resolve;
  });
  let begun = 0;
  const perform = async (tell: (progress: DriftProgress) => void) => {
    begun++;
    tell(reading);
    await gate;
    tell(comparing);
    return 7;
  };
  const heard: DriftProgress[][] = [[], []];
  const first = joinJob(job, perform, (progress) => heard[0]?.push(progress));
  await Promise.resolve();
  const second = joinJob(jobNamed<number>("a test"), perform, (progress) =>
    heard[1]?.push(progress),
  );
  proceed();
  expect(await Promise.all([first, second])).toEqual([7, 7]);
  expect([begun, job.last, job.running]).toEqual([1, 7, undefined]);
  expect(heard).toEqual([
    [reading, comparing],
    [reading, comparing],
  ]);
});

test("a failure is everybody's who waits, leaves the last result, and the next one begins anew", async () => {
  const job = jobNamed<string>("another test");
  await joinJob(
    job,
    async () => "old",
    () => {},
  );
  const failing = () => Promise.reject(new Error("no"));
  const joined = [1, 2].map(() => joinJob(job, failing, () => {}));
  for (const each of joined) await expect(each).rejects.toThrow("no");
  expect(job.last).toBe("old");
  expect(
    await joinJob(
      job,
      async () => "new",
      () => {},
    ),
  ).toBe("new");
});
