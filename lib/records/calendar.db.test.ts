import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { literalOf, moveWall } from "@/lib/model/calendar/wall";
import type { Position } from "@/lib/model/list-params";
import { fieldOf } from "@/lib/model/resource";
import type { CalendarView } from "@/lib/model/view";
import { readAgenda } from "@/lib/records/agenda";
import { countedPerDay, readDays, readUnscheduled } from "@/lib/records/calendar";
import { getRecord } from "@/lib/records/get";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";
import type { Registered } from "@/lib/resources/registry";

const [viewer, editor] = [testActor("viewer"), testActor("editor")];
const ada = "3f2b8c1e-0000-4000-8000-000000000001";
const view: CalendarView = {
  kind: "calendar",
  at: "scheduledAt",
  minutes: "duration",
  state: "status",
  person: "userId",
};

let sessions: Registered;

beforeAll(async () => {
  await run(`
    insert into base_users (id, email, firstname, surname)
      values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace');
    insert into ai_coach_some_sessions (user_id, session_type, status, duration, scheduled_at)
      select '${ada}', 'crowded ' || n, 'scheduled', 30, timestamp '2026-03-10' + n * interval '1 minute'
      from generate_series(1, ${countedPerDay + 5}) n;
    insert into ai_coach_some_sessions (user_id, session_type, scheduled_at) values
      ('${ada}', 'last moment', '2026-03-11 23:59:59.999999'),
      ('${ada}', 'first moment', '2026-03-12 00:00:00'),
      ('${ada}', 'never', 'infinity'), ('${ada}', 'always', '-infinity'),
      ('${ada}', 'long ago', '0044-03-15 12:00:00 BC');
    insert into ai_coach_some_sessions (user_id, session_type, created_at)
      select '${ada}', 'waiting ' || n, timestamp '2026-01-01' + n * interval '1 day'
      from generate_series(1, 30) n;
    create table base_flights (
      "from" text, number integer, departs_at timestamptz not null, password text,
      primary key ("from", number)
    );
    insert into base_flights values
      ('BER', 1, '2026-03-28 23:30:00+00', 'x'), ('a,b', 2, '2026-03-29 21:59:59.000001+00', 'y'),
      ('BER', 3, '2026-03-29 22:00:00+00', 'z');`);
  sessions = await sessionsTable();
});

async function flights(): Promise<{ table: Registered; departures: CalendarView }> {
  const registered = await tableNamed("base_flights");
  const table = {
    ...registered,
    resource: { ...registered.resource, zone: "Europe/Berlin", title: "password" },
  };
  const at = table.resource.fields.find(({ column }) => column === "departs_at")?.name ?? "";
  return { table, departures: { kind: "calendar", at } };
}

describe("the days of a calendar", () => {
  it("count each day up to a limit, and hold its first records in order", async () => {
    const days = await readDays(viewer, sessions, view, { from: "2026-03-09", days: 4, perDay: 3 });
    expect(days.map(({ day, count, isMore }) => [day, count, isMore])).toEqual([
      ["2026-03-09", 0, false],
      ["2026-03-10", countedPerDay, true],
      ["2026-03-11", 1, false],
      ["2026-03-12", 1, false],
    ]);
    expect(days.map(({ events }) => events.map(({ title }) => title))).toEqual([
      [],
      ["crowded 1", "crowded 2", "crowded 3"],
      ["last moment"],
      ["first moment"],
    ]);
    expect(days[1]?.events[0]).toEqual({
      id: expect.any(String),
      seen: "2026-03-10 00:01:00",
      wall: "2026-03-10 00:01:00",
      minutes: 30,
      title: "crowded 1",
      person: "Ada Lovelace",
      state: "scheduled",
    });
  });

  it("are those of the app's zone, for instants and composite keys too; secrets stay masked", async () => {
    const { table, departures } = await flights();
    const days = await readDays(viewer, table, departures, {
      from: "2026-03-28",
      days: 3,
      perDay: 9,
    });
    expect(
      days.map(({ events }) => events.map(({ id, wall, title }) => [id, wall, title])),
    ).toEqual([
      [],
      [
        ["BER,1", "2026-03-29 00:30:00", "••••••••"],
        ["a%2Cb,2", "2026-03-29 23:59:59.000001", "••••••••"],
      ],
      [["BER,3", "2026-03-30 00:00:00", "••••••••"]],
    ]);
  });

  it("are read from the index of the timestamp", async () => {
    await run("analyze ai_coach_some_sessions");
    const before = await scans();
    await readDays(viewer, sessions, view, { from: "2026-03-01", days: 42, perDay: 4 });
    await expect.poll(async () => (await scans()).index).toBeGreaterThan(before.index);
    expect((await scans()).table).toBe(before.table);
  });
});

/** How often the table and the index were read, as the server counts. */
async function scans(): Promise<{ index: number; table: number }> {
  await run("select pg_stat_force_next_flush()");
  const [row] = await run(`
    select seq_scan::int as table, (select idx_scan::int from pg_stat_user_indexes
      where indexrelname = 'ai_coach_some_sessions_scheduled_at_idx') as index
    from pg_stat_user_tables where relname = 'ai_coach_some_sessions'`);
  return { index: Number(row?.index), table: Number(row?.table) };
}

describe("records without a time", () => {
  it("are counted, and the newest are shown", async () => {
    const waiting = await readUnscheduled(viewer, sessions, view);
    expect(waiting).toMatchObject({ count: 30, isMore: false });
    expect(waiting?.events.map(({ title }) => title).slice(0, 2)).toEqual([
      "waiting 30",
      "waiting 29",
    ]);
    expect(waiting?.events).toHaveLength(20);
    expect(waiting?.events[0]).toMatchObject({ seen: null, wall: undefined });
  });

  it("do not exist where the column is required", async () => {
    const { table, departures } = await flights();
    expect(await readUnscheduled(viewer, table, departures)).toBeUndefined();
  });
});

describe("the agenda", () => {
  const page = (position: Position) => readAgenda(viewer, sessions, view, "2026-03-10", position);
  const titles = (events: { title: string }[]) => events.map(({ title }) => title);

  it("goes on page by page to the last day, without infinity, and back again", async () => {
    const forwards: string[] = [];
    let found = await page({ at: "first" });
    forwards.push(...titles(found.events));
    while (found.after) {
      found = await page({ at: "after", cursor: found.after });
      forwards.push(...titles(found.events));
    }
    const crowded = Array.from({ length: countedPerDay + 5 }, (_, index) => `crowded ${index + 1}`);
    expect(forwards).toEqual([...crowded, "last moment", "first moment"]);

    const backwards = titles(found.events);
    while (found.before) {
      found = await page({ at: "before", cursor: found.before });
      backwards.unshift(...titles(found.events));
    }
    expect(backwards).toEqual(forwards);
  });

  it("begins at its day for a cursor that no record could have", async () => {
    const cursor = { sort: ["yesterday-ish"], key: ["nobody"] };
    expect(await page({ at: "after", cursor })).toEqual(await page({ at: "first" }));
  });
});

describe("a move", () => {
  const at = (id: string) =>
    getRecord(viewer, sessions, id).then((record) => record?.literals.scheduledAt ?? null);

  async function move(actor: typeof editor, id: string, seen: string | null, wall: string) {
    const field = fieldOf(sessions.resource, "scheduledAt");
    if (!field) throw new Error("Sessions have no time.");
    const literal = literalOf(wall, field, sessions.resource.zone);
    const edit = { values: { scheduledAt: literal }, seen: { scheduledAt: seen } };
    return updateRecord(actor, sessions, id, edit, { submissionId: randomUUID() });
  }

  it("keeps microseconds, and has a line in the history", async () => {
    const seen = "2026-10-24 10:07:30.000001";
    const id = await addSession({ scheduledAt: seen });
    const result = await move(editor, id, seen, moveWall(seen, { days: 2, minutes: -15 }));
    expect(await at(id)).toBe("2026-10-26 09:52:30.000001");
    const [change] = await run(`
      select before->>'scheduledAt' as before, after->>'scheduledAt' as after
      from admin_changes where id = ${succeeded(result).changeId}`);
    expect(change).toEqual({ before: seen, after: "2026-10-26 09:52:30.000001" });
  });

  it("is answered with the present time when someone else was quicker", async () => {
    const id = await addSession({ scheduledAt: "2026-10-24 10:00:00" });
    await move(editor, id, "2026-10-24 10:00:00", "2026-10-25 10:00:00");
    expect(await move(editor, id, "2026-10-24 10:00:00", "2026-10-26 10:00:00")).toMatchObject({
      ok: false,
      conflicts: { scheduledAt: "2026-10-25 10:00:00" },
    });
    expect(await at(id)).toBe("2026-10-25 10:00:00");
  });

  it("A15: is refused to a viewer", async () => {
    const id = await addSession({ scheduledAt: "2026-10-24 10:00:00" });
    const attempt = move(viewer, id, "2026-10-24 10:00:00", "2026-10-25 10:00:00");
    await expect(attempt).rejects.toThrow(Refused);
    expect(await at(id)).toBe("2026-10-24 10:00:00");
  });
});
