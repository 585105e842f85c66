import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import type { Position } from "@/lib/model/list-params";
import { cellText, type Page } from "@/lib/model/page";
import { readPersonRecords, readTimeline } from "@/lib/records/related";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run } from "@/lib/records/testing/tables";
import { findResource, type Registered } from "@/lib/resources/registry";

const viewer = testActor("viewer");
const ada = "3f2b8c1e-0000-4000-8000-000000000001";

const panel = {
  kind: "timeline",
  resource: "progress",
  at: "timestamp",
  title: "metricType",
  value: "value",
} as const;

async function progress(): Promise<Registered> {
  const found = await findResource("progress");
  if (!found) throw new Error("There is no list of progress.");
  return found;
}

function column({ columns, rows }: Page, name: string) {
  return rows.map((row) => cellText(row[columns.indexOf(name)] ?? null));
}

beforeAll(() =>
  run(`insert into base_users (id, email, firstname, surname)
    values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace')`),
);

describe("a timeline", () => {
  it("has the records that point to one, the newest first, page by page also where they tie", async () => {
    const id = await addSession();
    await run(`insert into ai_coach_progress_tracking (user_id, coaching_session_id, metric_type, value, timestamp)
      select gen_random_uuid(), case when n <= 40 then '${id}'::uuid else gen_random_uuid() end,
        'mood ' || n, to_jsonb(n), timestamp '2026-01-01' + n / 30 * interval '1 day'
      from generate_series(1, 90) n`);
    const first = await readTimeline(
      viewer,
      (await sessionsTable()).resource,
      await progress(),
      panel,
      id,
    );
    expect(first.rows).toHaveLength(30);
    expect(column(first, "timestamp")[0]).toBe("2026-01-02 00:00:00");
    const next: Position | undefined = first.after && { at: "after", cursor: first.after };
    const second = await readTimeline(
      viewer,
      (await sessionsTable()).resource,
      await progress(),
      panel,
      id,
      next,
    );
    expect(second.after).toBeUndefined();
    const all = [...column(first, "metricType"), ...column(second, "metricType")];
    expect(new Set(all).size).toBe(40);
    expect(first.columns).not.toContain("metadata");
  });

  it("is empty where nothing points to the record", async () => {
    const page = await readTimeline(
      viewer,
      (await sessionsTable()).resource,
      await progress(),
      panel,
      randomUUID(),
    );
    expect(page.rows).toEqual([]);
  });
});

describe("a person's other records", () => {
  it("are counted without the record itself, and the newest of them named", async () => {
    const ids: string[] = [];
    for (let day = 1; day <= 5; day++) {
      ids.push(await addSession({ userId: ada, createdAt: `2026-01-0${day} 00:00:00` }));
    }
    const [, , , , last = ""] = ids;
    const found = await readPersonRecords(viewer, await sessionsTable(), "userId", ada, [last]);
    expect(found.count).toEqual({ rows: 4, kind: "exact" });
    expect(column(found.newest, "id")).toEqual([ids[3], ids[2], ids[1]]);
    expect(found.href).toBe(`/base_users/${ada}`);
  });

  it("are counted to a hundred and no further", async () => {
    const many = randomUUID();
    await run(`insert into ai_coach_some_sessions (user_id, session_type)
      select '${many}', 'x' from generate_series(1, 150)`);
    const own = [randomUUID()];
    const found = await readPersonRecords(viewer, await sessionsTable(), "userId", many, own);
    expect(found.count).toEqual({ rows: 100, kind: "more than" });
  });
});
