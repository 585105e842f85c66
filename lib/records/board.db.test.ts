import { beforeEach, describe, expect, it } from "vitest";
import type { BoardColumn } from "@/lib/model/board";
import type { BoardView } from "@/lib/model/view";
import { type BoardPlaces, readBoard } from "@/lib/records/board";
import { testActor } from "@/lib/records/testing/actors";
import { boardOf } from "@/lib/records/testing/boards";
import { sessionsTable } from "@/lib/records/testing/sessions";
import { run, tableNamed } from "@/lib/records/testing/tables";

const viewer = testActor("viewer");

async function board(places?: BoardPlaces) {
  const sessions = await sessionsTable();
  return readBoard(viewer, sessions, boardOf(sessions), places);
}

const titles = (column: BoardColumn | undefined) => column?.cards.map(({ title }) => title);

beforeEach(() => run("truncate ai_coach_some_sessions"));

function addSessions(count: number, status: string | null, createdAt = "'2026-01-01'") {
  return run(`
    insert into ai_coach_some_sessions (user_id, session_type, status, created_at)
    select gen_random_uuid(), 'kind ' || n, '${status}', ${createdAt}
    from generate_series(1, ${count}) n`);
}

describe("a board", () => {
  it("has the options as columns, in their order, also the empty ones", async () => {
    await addSessions(2, "scheduled", "timestamp '2026-01-01' + n * interval '1 day'");
    const { columns } = await board();
    expect(columns.map(({ option, count }) => [option, count])).toEqual([
      ["pending", { rows: 0, kind: "exact" }],
      ["scheduled", { rows: 2, kind: "exact" }],
      ["completed", { rows: 0, kind: "exact" }],
      ["cancelled", { rows: 0, kind: "exact" }],
    ]);
    expect(titles(columns[1])).toEqual(["kind 2", "kind 1"]);
  });

  it("gathers values that are no option in a last column, which is there only then", async () => {
    await addSessions(1, "Pending");
    await addSessions(1, "zzz");
    await addSessions(1, "");
    const other = (await board()).columns.at(-1);
    expect(other?.option).toBeNull();
    expect(other?.cards.map(({ state }) => state).sort()).toEqual(["", "Pending", "zzz"]);
    expect(other?.count).toEqual({ rows: 3, kind: "exact" });
  });

  it("pages through each column by itself, also where all rows tie", async () => {
    await addSessions(120, "pending");
    await addSessions(3, "completed");
    const found: string[] = [];
    const places: BoardPlaces = new Map();
    for (const size of [50, 50, 20]) {
      const [pending, , completed] = (await board(places)).columns;
      expect(pending?.cards).toHaveLength(size);
      expect(completed?.cards).toHaveLength(3);
      found.push(...(pending?.cards.map(({ id }) => id) ?? []));
      if (pending?.after) places.set("pending", { at: "after", cursor: pending.after });
    }
    expect(new Set(found).size).toBe(120);
    const [last] = (await board(places)).columns;
    expect(last).toMatchObject({ isLater: true, after: undefined });
  });

  it("counts up to a cap and estimates beyond it", async () => {
    await addSessions(10_001, "completed");
    await addSessions(7, "pending");
    const before = (await board()).columns;
    expect(before[2]?.count).toEqual({ rows: 10_000, kind: "more than" });
    await run("analyze ai_coach_some_sessions");
    const after = (await board()).columns;
    expect(after[0]?.count).toEqual({ rows: 7, kind: "exact" });
    expect(after[2]?.count?.kind).toBe("estimate");
    expect(after[2]?.count?.rows).toBeGreaterThan(10_000);
  });

  it("a place that no row could have gives the first cards", async () => {
    await addSessions(1, "pending");
    const cursor = { sort: ["not a time"], key: ["not a uuid"] };
    const { columns } = await board(new Map([["pending", { at: "after", cursor }]]));
    expect(columns[0]).toMatchObject({ isLater: false, count: { rows: 1 } });
    expect(columns[0]?.cards).toHaveLength(1);
  });
});

describe("a board of any table", () => {
  const view: BoardView = { kind: "board", by: "mood", card: ["secret_token"], moves: {} };

  it("groups by an enum without an index, puts NULL among the others and masks secrets", async () => {
    await run(`
      create type base_mood as enum ('good', 'so "so"', 'bad');
      create table base_moods (id integer primary key, mood base_mood, secret_token text);
      insert into base_moods values (1, 'bad', 'hunter2'), (2, null, null), (3, 'so "so"', null);`);
    const moods = await tableNamed("base_moods");
    const options = ["good", 'so "so"'];
    const resource = {
      ...moods.resource,
      fields: moods.resource.fields.map((field) =>
        field.name === "mood" ? { ...field, options } : field,
      ),
    };
    const { columns } = await readBoard(viewer, { ...moods, resource }, view);
    expect(columns.map((column) => titles(column))).toEqual([[], ["3"], ["1", "2"]]);
    expect(JSON.stringify(columns)).not.toContain("hunter2");
  });

  it("is refused where the field has no options or is secret", async () => {
    const sessions = await sessionsTable();
    for (const by of ["notes", "nothing"]) {
      await expect(readBoard(viewer, sessions, { ...view, by })).rejects.toThrow(/options/);
    }
  });
});
