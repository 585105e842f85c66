import { randomUUID } from "node:crypto";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { someoneWaits, withOtherConnection } from "@/lib/db/testing/other-connection";
import { DatabaseUnavailable } from "@/lib/errors";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionLiterals, sessionsTable } from "@/lib/records/testing/sessions";
import { rowCount, run, succeeded } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const editor = testActor("editor");

const counts = async () => [
  await rowCount("ai_coach_some_sessions"),
  await rowCount("admin_changes"),
];

/** Runs `body` as a trigger before the history is written. */
function beforeHistory(body: string) {
  return run(`
    create function base_interfere() returns trigger language plpgsql as $$ begin ${body} return new; end $$;
    create trigger base_interfere before insert on admin_changes for each row execute function base_interfere();`);
}

beforeAll(() => run("create sequence base_attempts"));
afterEach(() =>
  run("drop function if exists base_interfere cascade; alter sequence base_attempts restart;"),
);

describe("a history that cannot be written", () => {
  const failures = [
    ["refuses", "raise exception 'no' using errcode = 'check_violation';"],
    ["fails unexpectedly", "perform 1 / 0;"],
    ["F03: loses its connection", "perform pg_terminate_backend(pg_backend_pid());"],
  ];

  it.each(failures)("that %s leaves the record as it was, whatever the verb", async (_, body) => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    const view = await getRecord(editor, table, id);
    const [change] = await run("select max(id)::text as id from admin_changes");
    const before = await counts();
    await beforeHistory(body);
    const edit = { values: { notes: "new" }, seen: { notes: "old" } };
    const attempts = await Promise.allSettled([
      createRecord(editor, table, sessionLiterals()),
      updateRecord(editor, table, id, edit),
      removeRecord(editor, table, id, view?.version ?? ""),
      revertChange(editor, String(change?.id)),
    ]);
    for (const attempt of attempts) {
      expect(attempt.status === "fulfilled" && attempt.value.ok).toBe(false);
    }
    expect(await counts()).toEqual(before);
    expect(await getRecord(editor, table, id)).toEqual(view);
  });
});

describe("F12: a submission that is sent again", () => {
  it("and again, all at once, makes one record, and every answer names it", async () => {
    const table = await sessionsTable();
    const [values, submissionId] = [sessionLiterals({ duration: "007" }), randomUUID()];
    const [sessions, changes] = await counts();
    const results = await Promise.all(
      Array.from({ length: 50 }, () => createRecord(editor, table, values, { submissionId })),
    );
    const first = succeeded(results[0] ?? { ok: false, fieldErrors: {} });
    for (const result of results) expect(result).toEqual(first);
    expect(await counts()).toEqual([Number(sessions) + 1, Number(changes) + 1]);
  });

  it("changes a record once", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    const [, changes] = await counts();
    const edit = { values: { notes: "new" }, seen: { notes: "old" } };
    const submissionId = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => updateRecord(editor, table, id, edit, { submissionId })),
    );
    const first = succeeded(results[0] ?? { ok: false, fieldErrors: {} });
    for (const result of results) expect(result).toEqual(first);
    expect(await rowCount("admin_changes")).toBe(Number(changes) + 1);
  });

  it("deletes a record once", async () => {
    const table = await sessionsTable();
    const id = await addSession();
    const version = (await getRecord(editor, table, id))?.version ?? "";
    const submissionId = randomUUID();
    const results = await Promise.all(
      Array.from({ length: 20 }, () => removeRecord(editor, table, id, version, { submissionId })),
    );
    for (const result of results) expect(succeeded(result)).toEqual(results[0]);
  });

  it("F04: is answered with its outcome when the first answer was lost", async () => {
    const table = await sessionsTable();
    const [values, submissionId] = [sessionLiterals(), randomUUID()];
    const first = await createRecord(editor, table, values, { submissionId });
    expect(await createRecord(editor, table, values, { submissionId })).toEqual(first);
  });

  it("after an edit is not taken for the first, so the edit is not lost in silence", async () => {
    const table = await sessionsTable();
    const submissionId = randomUUID();
    succeeded(await createRecord(editor, table, sessionLiterals({ notes: "a" }), { submissionId }));
    const before = await counts();
    for (const values of [sessionLiterals({ notes: "b" }), sessionLiterals()]) {
      expect(await createRecord(editor, table, values, { submissionId })).toMatchObject({
        ok: false,
        formError: expect.stringContaining("saved before, as “life”"),
      });
    }
    expect(await counts()).toEqual(before);
  });

  it("by somebody else is not answered with what the first one did", async () => {
    const table = await sessionsTable();
    const [values, submissionId] = [sessionLiterals(), randomUUID()];
    succeeded(await createRecord(editor, table, values, { submissionId }));
    expect(await createRecord(testActor("owner"), table, values, { submissionId })).toMatchObject({
      ok: false,
    });
  });

  it("A11: under no number that could be one is refused", async () => {
    const before = await counts();
    for (const submissionId of ["", "1", "'", `${randomUUID()}x`]) {
      const result = await createRecord(editor, await sessionsTable(), sessionLiterals(), {
        submissionId,
      });
      expect(result).toMatchObject({ ok: false, formError: expect.any(String) });
    }
    expect(await counts()).toEqual(before);
  });
});

describe("F09: a row that somebody else holds", () => {
  it("is given up with a clear sentence, and nothing is written", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    await withOtherConnection(async (other) => {
      await other`begin`;
      await other`select from ai_coach_some_sessions where id = ${id} for update`;
      const startedAt = performance.now();
      const edit = { values: { notes: "new" }, seen: { notes: "old" } };
      expect(await updateRecord(editor, table, id, edit)).toEqual({
        ok: false,
        fieldErrors: {},
        formError: expect.stringContaining("Someone else is changing this record"),
      });
      expect(performance.now() - startedAt).toBeLessThan(6_000);
      await other`rollback`;
    });
    expect((await getRecord(editor, table, id))?.literals.notes).toBe("old");
  });
});

describe("F11: transactions in one another's way", () => {
  it.each(["40001", "40P01"])("%s is tried again until it works", async (code) => {
    await beforeHistory(
      `if nextval('base_attempts') < 3 then raise exception 'x' using errcode = '${code}'; end if;`,
    );
    const before = await counts();
    succeeded(await createRecord(editor, await sessionsTable(), sessionLiterals()));
    expect(await counts()).toEqual(before.map((count) => count + 1));
  });

  it.each(["40001", "40P01"])(
    "%s without end is a clear sentence after three attempts",
    async (code) => {
      await beforeHistory(
        `perform nextval('base_attempts'); raise exception 'x' using errcode = '${code}';`,
      );
      const before = await counts();
      expect(await createRecord(editor, await sessionsTable(), sessionLiterals())).toMatchObject({
        ok: false,
        formError: expect.stringContaining("save again"),
      });
      expect(await counts()).toEqual(before);
      expect(await run("select last_value::int as attempts from base_attempts")).toEqual([
        { attempts: 3 },
      ]);
    },
  );

  it("a real deadlock ends with both edits made", async () => {
    const table = await sessionsTable();
    const [one, two] = [await addSession({ notes: "old" }), await addSession({ notes: "old" })];
    await withOtherConnection(async (other) => {
      await beforeHistory(
        `if new.record_id = '${one}' then perform from ai_coach_some_sessions where id = '${two}' for update; end if;`,
      );
      await other`begin`;
      await other`update ai_coach_some_sessions set duration = 1 where id = ${two}`;
      const edit = { values: { notes: "new" }, seen: { notes: "old" } };
      const updating = updateRecord(editor, table, one, edit);
      await withOtherConnection(someoneWaits);
      // Longer than ours, so that Postgres finds the deadlock on the dashboard's side.
      await other`set local deadlock_timeout = '1min'`;
      await other`update ai_coach_some_sessions set duration = 1 where id = ${one}`;
      await other`commit`;
      succeeded(await updating);
    });
    expect((await getRecord(editor, table, one))?.literals).toMatchObject({
      notes: "new",
      duration: "1",
    });
  });
});

describe("a database that cannot be reached", () => {
  it("is told from a refusal", async () => {
    await beforeHistory("perform pg_terminate_backend(pg_backend_pid());");
    const creating = createRecord(editor, await sessionsTable(), sessionLiterals());
    await expect(creating).rejects.toThrow(DatabaseUnavailable);
  });
});
