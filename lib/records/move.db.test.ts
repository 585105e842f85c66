import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import type { Literals } from "@/lib/model/literal";
import type { WriteResult } from "@/lib/model/write-result";
import { getRecord } from "@/lib/records/get";
import { type Move, moveRecord } from "@/lib/records/move";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { boardOf } from "@/lib/records/testing/boards";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";

const [viewer, editor] = [testActor("viewer"), testActor("editor")];

async function move(id: string, given: Partial<Move>, actor = editor, submissionId?: string) {
  const sessions = await sessionsTable();
  const full = { to: "", seen: {}, values: {}, ...given };
  return moveRecord(actor, sessions, boardOf(sessions), id, full, { submissionId });
}

async function literalsOf(id: string): Promise<Literals> {
  return (await getRecord(viewer, await sessionsTable(), id))?.literals ?? {};
}

function history(id: string) {
  return run(`select action, before, after from admin_changes
    where record_id = '${id}' order by admin_changes.id`);
}

const scheduled = { status: "scheduled", completedAt: null, notes: null };

describe("moving", () => {
  it("sets the state by one change in the history", async () => {
    const id = await addSession();
    succeeded(await move(id, { to: "scheduled", seen: { status: "pending", completedAt: null } }));
    expect((await literalsOf(id)).status).toBe("scheduled");
    const changes = await history(id);
    expect(changes).toHaveLength(2);
    expect(changes[1]).toMatchObject({
      action: "update",
      before: { status: "pending" },
      after: { status: "scheduled" },
    });
  });

  it("to a state that sets a time takes the database's and keeps what was asked for", async () => {
    const id = await addSession({ status: "scheduled" });
    const values = { notes: "went well" };
    const moved = succeeded(await move(id, { to: "completed", seen: scheduled, values }));
    const [row] = await run(`select status, notes, completed_at = updated_at as same,
      now() at time zone 'UTC' - completed_at < interval '1 minute' as recent
      from ai_coach_some_sessions where id = '${id}'`);
    expect(row).toEqual({ status: "completed", notes: "went well", same: true, recent: true });
    expect(await history(id)).toHaveLength(2);

    succeeded(await revertChange(editor, moved.changeId ?? ""));
    expect(await literalsOf(id)).toMatchObject(scheduled);
  });

  it("asks for what is missing, and leaves alone what is there", async () => {
    const id = await addSession({ status: "scheduled", notes: " " });
    const notes = " ";
    const answers: Literals[] = [{}, { notes: "" }, { notes: null }, { notes: " \n" }];
    for (const values of answers) {
      const refused = await move(id, { to: "completed", seen: { ...scheduled, notes }, values });
      expect(refused).toMatchObject({ ok: false, fieldErrors: { notes: "Enter notes." } });
    }
    const filled = await addSession({ status: "scheduled", notes: "before" });
    const seen = { ...scheduled, notes: "before" };
    succeeded(await move(filled, { to: "completed", seen }));
    expect((await literalsOf(filled)).notes).toBe("before");
  });

  it("back from where a time was set takes the time back", async () => {
    const completedAt = "2026-03-02 10:00:00.123456";
    const id = await addSession({ status: "completed", completedAt });
    const seen = { status: "completed", completedAt };
    const unseen = await move(id, { to: "scheduled", seen: { ...seen, completedAt: null } });
    expect(unseen).toMatchObject({ ok: false, conflicts: { completedAt } });
    const moved = succeeded(await move(id, { to: "scheduled", seen }));
    expect(await literalsOf(id)).toMatchObject({ status: "scheduled", completedAt: null });
    succeeded(await revertChange(editor, moved.changeId ?? ""));
    expect(await literalsOf(id)).toMatchObject(seen);
  });
});

describe("refused", () => {
  async function expectUntouched(id: string, work: Promise<WriteResult>) {
    const before = await literalsOf(id);
    const result = await work;
    expect(result.ok).toBe(false);
    expect(await literalsOf(id)).toEqual(before);
    expect(await history(id)).toHaveLength(1);
    return result;
  }

  it("is a move that the board does not declare", async () => {
    const id = await addSession();
    for (const to of ["completed", "pending", "unheard of", "__proto__", "constructor"]) {
      const seen = { ...scheduled, status: "pending" };
      expect(await expectUntouched(id, move(id, { to, seen }))).toHaveProperty(
        "formError",
        `A session cannot go from pending to ${to}.`,
      );
    }
    const strange = await addSession({ status: "constructor" });
    await expectUntouched(strange, move(strange, { to: "name", seen: { status: "constructor" } }));
  });

  it("is a move from a state that was not seen or is no more", async () => {
    const id = await addSession();
    await expectUntouched(id, move(id, { to: "scheduled" }));
    const late = move(id, { to: "cancelled", seen: { status: "scheduled" } });
    expect(await expectUntouched(id, late)).toHaveProperty("conflicts", { status: "pending" });
  });

  it("is one that says nothing of the times and texts it replaces", async () => {
    const id = await addSession({ status: "scheduled", notes: "theirs" });
    const values = { notes: "mine" };
    const unseen = move(id, { to: "completed", seen: { status: "scheduled" }, values });
    expect(await expectUntouched(id, unseen)).toMatchObject({
      fieldErrors: { completedAt: expect.any(String), notes: expect.any(String) },
    });
    const stale = await move(id, { to: "completed", seen: scheduled, values });
    expect(stale).toHaveProperty("conflicts", { notes: "theirs" });
  });

  it("A13: is a field that the move does not ask for", async () => {
    const id = await addSession();
    const values = { userId: randomUUID(), nothing: "x" };
    const result = move(id, { to: "scheduled", seen: { status: "pending" }, values });
    expect(await expectUntouched(id, result)).toMatchObject({
      fieldErrors: { userId: expect.any(String), nothing: expect.any(String) },
    });
  });

  it("A15: is a viewer", async () => {
    const id = await addSession();
    const seen = { status: "pending" };
    await expect(move(id, { to: "scheduled", seen }, viewer)).rejects.toThrow(Refused);
    expect((await literalsOf(id)).status).toBe("pending");
  });
});

it("F12: the same move sent again is answered with its first outcome", async () => {
  const id = await addSession({ status: "scheduled" });
  const given = { to: "completed", seen: scheduled, values: { notes: "done" } };
  const submissionId = randomUUID();
  const first = succeeded(await move(id, given, editor, submissionId));
  expect(await move(id, given, editor, submissionId)).toEqual(first);
  expect(await history(id)).toHaveLength(2);
});

it("sets times of any type, rounded as their columns are", async () => {
  await run(`create table base_tickets (id integer primary key, state text default 'open',
    at_day date, at_second timestamp(0), at_instant timestamptz(3), at_clock time(0))`);
  await run("insert into base_tickets (id) values (1)");
  const tickets = await tableNamed("base_tickets");
  const now = ["at_day", "at_second", "at_instant", "at_clock"];
  const resource = {
    ...tickets.resource,
    fields: tickets.resource.fields.map((field) =>
      field.name === "state" ? { ...field, options: ["open", "shut"] } : field,
    ),
  };
  const view = {
    kind: "board" as const,
    by: "state",
    card: [],
    moves: { open: ["shut"] },
    arrivals: { shut: { now } },
  };
  const seen = { state: "open", ...Object.fromEntries(now.map((name) => [name, null])) };
  const edit = { to: "shut", seen, values: {} };
  succeeded(await moveRecord(testActor("owner"), { ...tickets, resource }, view, "1", edit));
  const [row] =
    await run(`select at_day = at_second::date as day, at_clock = at_second::time as clock,
    abs(extract(epoch from at_instant - at_second at time zone 'UTC')) < 1 as instant from base_tickets`);
  expect(row).toEqual({ day: true, clock: true, instant: true });
});
