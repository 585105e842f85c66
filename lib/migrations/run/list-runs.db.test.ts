import { afterAll, expect, test } from "vitest";
import { migrate, migrationsFolder, sql } from "@/lib/migrations/migrations-folder.fixture";
import { hashOf } from "@/lib/migrations/read/file-text";
import { appliedTimes, findRun, listRuns } from "@/lib/migrations/run/list-runs";
import { migrationKey } from "@/lib/model/migrations/run";

afterAll(() => sql.end());

test("runs are listed newest first, of one prefix or of all, and found by number", async () => {
  const one = await migrationsFolder("one_");
  const two = await migrationsFolder("two_");
  await one.add("0000_a", "select 1;");
  await migrate(one.source);
  await two.add("0000_a", "select 1/0;");
  await migrate(two.source);
  await one.add("0001_b", "select 1;");
  await migrate(one.source);

  expect(await listRuns()).toMatchObject([
    { prefix: "one_", outcome: "applied", migrations: [{ tag: "0001_b" }], failure: null },
    { prefix: "two_", outcome: "failed", failure: expect.stringContaining("22012") },
    { prefix: "one_", outcome: "applied", actorName: "a test", backupTaken: false },
  ]);
  expect(await listRuns({ prefix: "two_" })).toHaveLength(1);
  const [latest] = await listRuns({ limit: 1 });
  expect(await findRun(latest?.id ?? "")).toEqual(latest);
  expect(latest?.at).toBeInstanceOf(Date);
});

test.each(["", "999999", "-1", "1 or 1=1", "9".repeat(40)])(
  "no run has the number %j",
  async (id) => {
    expect(await findRun(id)).toBeUndefined();
  },
);

test("when a migration was applied is known by tag and text, and not of one that failed", async () => {
  const { source, add, edit } = await migrationsFolder("when_");
  const before = Date.now();
  await add("0000_a", "select 1;");
  await migrate(source);
  await add("0001_b", "select 1/0;");
  await migrate(source);
  const times = (await appliedTimes()).get("when_") ?? new Map<string, Date>();
  expect([...times.keys()]).toEqual([migrationKey({ tag: "0000_a", hash: hashOf("select 1;") })]);
  const [at] = times.values();
  expect(Math.abs((at?.getTime() ?? 0) - before)).toBeLessThan(60_000);

  await edit("0001_b", () => "select 2;");
  await migrate(source);
  expect((await appliedTimes()).get("when_")?.size).toBe(2);
});

test("before the table is there no run is known", async () => {
  await sql`alter table admin_migration_runs rename to admin_migration_runs_gone`;
  expect(await listRuns()).toEqual([]);
  expect(await findRun("1")).toBeUndefined();
  expect(await appliedTimes()).toEqual(new Map());
});
