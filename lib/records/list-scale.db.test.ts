import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { read } from "@/lib/db/client";
import { coachingSessions } from "@/lib/db/schema";
import { parseListParams } from "@/lib/model/list-params";
import { estimateCount, exactCount } from "@/lib/records/count";
import { orderBy, type PlacedKey, reversed, segmentsAfter } from "@/lib/records/keyset";
import { testActor } from "@/lib/records/testing/actors";
import { run, tableNamed } from "@/lib/records/testing/tables";
import { page } from "@/lib/records/testing/walk";
import { findResource } from "@/lib/resources/registry";

const viewer = testActor("viewer");
const ada = "3f2b8c1e-0000-4000-8000-000000000001";
const nobody = "3f2b8c1e-0000-4000-8000-000000000002";

beforeAll(async () => {
  await run(`
    insert into base_users (id, email, firstname, surname) values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace');
    insert into ai_coach_some_sessions (user_id, session_type, created_at)
      select (array['${ada}', '${nobody}']::uuid[])[n % 2 + 1], 'kind ' || n % 9, timestamp '2026-01-01' + n * interval '1 minute'
      from generate_series(1, 12000) n;
    create table "base_Mixed Case" (id integer primary key);
    insert into "base_Mixed Case" select generate_series(1, 7);
    create table base_new (id integer primary key) with (autovacuum_enabled = off);
    insert into base_new select generate_series(1, 10001);
    create table base_accounts (id integer primary key, password text, salt text);
    insert into base_accounts values (1, 'hunter2', null);`);
  await run("analyze ai_coach_some_sessions");
});

type Plan = { "Node Type": string; "Index Name"?: string; Plans?: Plan[] };

async function planOf(condition: ReturnType<typeof sql>, keys: PlacedKey[]): Promise<Plan[]> {
  const [row] = await read((tx) =>
    tx.execute<{ "QUERY PLAN": [{ Plan: Plan }] }>(sql`
      explain (format json) select id from ${coachingSessions} where ${condition} ${orderBy(keys)} limit 51`),
  );
  const nodes = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodes)];
  const top = row?.["QUERY PLAN"][0].Plan;
  return top ? nodes(top) : [];
}

describe("a page deep in a big table", () => {
  const { createdAt, scheduledAt, id } = coachingSessions;
  const key = (column: unknown, descending: boolean, nullable: boolean, value: string | null) => ({
    column: sql`${column}`,
    descending,
    nullable,
    value: value === null ? null : sql`${value}`,
  });
  const newestFirst = [
    key(createdAt, true, false, "2026-01-05 00:00:00"),
    key(id, true, false, ada),
  ];

  it.each([
    ["newest first", "ai_coach_some_sessions_created_at_idx", newestFirst],
    ["newest first, backwards", "ai_coach_some_sessions_created_at_idx", reversed(newestFirst)],
    [
      "by a column with NULLs",
      "ai_coach_some_sessions_scheduled_at_idx",
      [key(scheduledAt, false, true, "2026-01-05 00:00:00"), key(id, false, false, ada)],
    ],
    [
      "among the NULLs",
      "ai_coach_some_sessions_scheduled_at_idx",
      [key(scheduledAt, false, true, null), key(id, false, false, ada)],
    ],
  ])("%s is read from an index, without a sort", async (_, index, keys) => {
    for (const condition of segmentsAfter(keys)) {
      const plan = await planOf(condition, keys);
      expect(plan.map((node) => node["Index Name"])).toContain(index);
      expect(plan.map((node) => node["Node Type"])).not.toContain("Sort");
    }
  });

  it("is one of the sessions' own list", async () => {
    const sessions = await findResource("sessions");
    if (!sessions) throw new Error("There is no list of sessions.");
    const { query } = parseListParams(sessions.resource, {});
    const first = await page(sessions, query);
    expect(first.rows).toHaveLength(50);
    expect(first.columns).toEqual(
      expect.arrayContaining(["id", ...sessions.resource.list.columns]),
    );
    const at = first.columns.indexOf("createdAt");
    expect(first.rows[0]?.[at]).toBe("2026-01-09 08:00:00");
    expect(first.people).toEqual({ [ada]: { name: "Ada Lovelace", email: "ada@example.com" } });
  });
});

describe("a page with secrets", () => {
  it("A17: shows that there is one, not what it is", async () => {
    const accounts = await tableNamed("base_accounts");
    accounts.resource.list.columns = ["id", "password", "salt"];
    const found = await page(accounts, parseListParams(accounts.resource, {}).query);
    expect(found.rows).toEqual([["1", "••••••••", null]]);
  });
});

describe("the number of records", () => {
  it("is exact for a small table, whatever its name", async () => {
    const table = await tableNamed("base_Mixed Case");
    expect(await estimateCount(viewer, table)).toEqual({ rows: 7, kind: "exact" });
    expect(await exactCount(viewer, table)).toEqual({ rows: 7, kind: "exact" });
  });

  it("is the planner's for a big one, and exact when asked for", async () => {
    const sessions = await findResource("sessions");
    if (!sessions) throw new Error("There is no list of sessions.");
    expect(await estimateCount(viewer, sessions)).toEqual({ rows: 12_000, kind: "estimate" });
    expect(await exactCount(viewer, sessions)).toEqual({ rows: 12_000, kind: "exact" });
  });

  it("is only a bound for a big one that has never been analysed", async () => {
    const table = await tableNamed("base_new");
    expect(await estimateCount(viewer, table)).toEqual({ rows: 10_000, kind: "more than" });
  });
});
