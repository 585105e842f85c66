import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import type { Literals } from "@/lib/model/literal";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionLiterals, sessionsTable } from "@/lib/records/testing/sessions";
import { rowCount, run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const [viewer, editor, owner] = [testActor("viewer"), testActor("editor"), testActor("owner")];

beforeAll(() =>
  run(`create table base_vaults (
    id integer primary key, name text, "passwordHash" text, api_key text,
    modified_on timestamptz default '2026-01-01', updated_at timestamp default '2026-01-01'
  )`),
);

type History = { id: string; action: string; before: Literals | null; after: Literals | null };

async function history(table: string, id: string): Promise<(History & Literals)[]> {
  const rows = await run(`select id::text, action, before, after, actor_id, actor_name, record_title
    from admin_changes where table_name = '${table}' and record_id = '${id}' order by admin_changes.id`);
  return rows as (History & Literals)[];
}

const sessionHistory = (id: string) => history("ai_coach_some_sessions", id);

async function literalsOf(id: string): Promise<Literals> {
  return (await getRecord(viewer, await sessionsTable(), id))?.literals ?? {};
}

describe("creating", () => {
  it("A29: makes one row and one entry in the history, which holds it whole", async () => {
    const id = await addSession({ notes: "first", duration: "45" });
    const literals = await literalsOf(id);
    expect(literals).toMatchObject({
      id,
      notes: "first",
      duration: "45",
      status: "pending",
      meta: "{}",
      goals: null,
    });
    expect(await sessionHistory(id)).toEqual([
      {
        id: expect.any(String),
        action: "create",
        before: null,
        after: literals,
        actor_id: editor.id,
        actor_name: editor.name,
        record_title: "life",
      },
    ]);
  });

  it("answers with the record's id, title and place in the history", async () => {
    const result = await createRecord(editor, await sessionsTable(), sessionLiterals());
    const { id, title, changeId } = succeeded(result);
    expect(title).toBe("life");
    expect((await sessionHistory(id)).map((change) => change.id)).toEqual([changeId]);
  });
});

describe("updating", () => {
  it("A29: records what changed, before and after, and nothing else", async () => {
    const id = await addSession({ notes: "first" });
    const { updatedAt } = await literalsOf(id);
    const edit = {
      values: { notes: "second", duration: null },
      seen: { notes: "first", duration: null },
    };
    succeeded(await updateRecord(editor, await sessionsTable(), id, edit));
    const now = await literalsOf(id);
    expect(now.updatedAt).not.toBe(updatedAt);
    expect((await sessionHistory(id)).slice(1)).toMatchObject([
      {
        action: "update",
        before: { notes: "first", updatedAt },
        after: { notes: "second", updatedAt: now.updatedAt },
      },
    ]);
  });

  it("to what is there already writes nothing", async () => {
    const id = await addSession({ notes: "same" });
    const before = await literalsOf(id);
    const edit = { values: { notes: "same" }, seen: { notes: "same" } };
    expect(
      succeeded(await updateRecord(editor, await sessionsTable(), id, edit)),
    ).not.toHaveProperty("changeId");
    expect(await literalsOf(id)).toEqual(before);
    expect(await sessionHistory(id)).toHaveLength(1);
  });

  it("touches the times of the last update, in their own zones, unless the editor sets them", async () => {
    const vaults = await tableNamed("base_vaults");
    succeeded(await createRecord(owner, vaults, { id: "1", name: "a" }));
    const edit = { values: { name: "b" }, seen: { name: "a" } };
    succeeded(await updateRecord(owner, vaults, "1", edit));
    const [row] = await run(
      `select modified_on = updated_at at time zone 'UTC' and now() - modified_on < interval '1 minute' as touched from base_vaults where id = 1`,
    );
    expect(row).toEqual({ touched: true });
    const updated_at = "2030-01-01 00:00:00";
    const seen = (await getRecord(owner, vaults, "1"))?.literals ?? {};
    succeeded(await updateRecord(owner, vaults, "1", { values: { updated_at }, seen }));
    expect((await getRecord(owner, vaults, "1"))?.literals.updated_at).toBe(updated_at);
  });

  it("a record that is not there says so", async () => {
    const edit = { values: { notes: "x" }, seen: { notes: null } };
    for (const id of [randomUUID(), "nothing", ""]) {
      const result = await updateRecord(editor, await sessionsTable(), id, edit);
      expect(result).toMatchObject({
        ok: false,
        formError: expect.stringContaining("Nothing was saved"),
      });
    }
  });
});

describe("removing", () => {
  it("A29: records the whole record", async () => {
    const id = await addSession();
    const view = await getRecord(editor, await sessionsTable(), id);
    succeeded(await removeRecord(editor, await sessionsTable(), id, view?.version ?? ""));
    expect(await getRecord(editor, await sessionsTable(), id)).toBeUndefined();
    expect((await sessionHistory(id)).slice(1)).toMatchObject([
      { action: "delete", before: view?.literals, after: null },
    ]);
  });

  it("F10: is refused when the record changed since it was seen", async () => {
    const id = await addSession();
    const view = await getRecord(editor, await sessionsTable(), id);
    succeeded(
      await updateRecord(editor, await sessionsTable(), id, {
        values: { notes: "x" },
        seen: { notes: null },
      }),
    );
    const result = await removeRecord(editor, await sessionsTable(), id, view?.version ?? "");
    expect(result).toMatchObject({ ok: false, formError: expect.stringContaining("changed") });
    expect(await sessionHistory(id)).toHaveLength(2);
  });
});

describe("two editors of one record", () => {
  it("F10: both succeed where they change different fields", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old", duration: "30" });
    const [one, other] = await Promise.all([
      updateRecord(editor, table, id, { values: { notes: "new" }, seen: { notes: "old" } }),
      updateRecord(owner, table, id, { values: { duration: "60" }, seen: { duration: "30" } }),
    ]);
    succeeded(one);
    succeeded(other);
    expect(await literalsOf(id)).toMatchObject({ notes: "new", duration: "60" });
  });

  it("F10: the second sees what the first wrote, and nothing is lost", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old", duration: "30" });
    const edit = (notes: string) => ({
      values: { notes, duration: "30" },
      seen: { notes: "old", duration: "30" },
    });
    const results = await Promise.all([
      updateRecord(editor, table, id, edit("one")),
      updateRecord(owner, table, id, edit("other")),
    ]);
    const { notes } = await literalsOf(id);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ conflicts: { notes } });
    expect(await sessionHistory(id)).toHaveLength(2);
  });

  it("a write from elsewhere is noticed too, also from NULL and to empty", async () => {
    const table = await sessionsTable();
    const id = await addSession();
    await run(`update ai_coach_some_sessions set notes = '' where id = '${id}'`);
    const edit = { values: { notes: "mine" }, seen: { notes: null } };
    expect(await updateRecord(editor, table, id, edit)).toMatchObject({
      ok: false,
      conflicts: { notes: "" },
    });
  });

  it("an edit that does not say what it saw is refused", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    const result = await updateRecord(editor, table, id, { values: { notes: "new" }, seen: {} });
    expect(result).toMatchObject({ ok: false, fieldErrors: { notes: expect.any(String) } });
  });
});

describe("who may write", () => {
  it("A14: a viewer may not, and nothing is written", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    const version = (await getRecord(viewer, table, id))?.version ?? "";
    const [change] = await sessionHistory(id);
    const [rows, changes] = [
      await rowCount("ai_coach_some_sessions"),
      await rowCount("admin_changes"),
    ];
    const edit = { values: { notes: "new" }, seen: { notes: "old" } };
    await expect(createRecord(viewer, table, sessionLiterals())).rejects.toThrow(Refused);
    await expect(updateRecord(viewer, table, id, edit)).rejects.toThrow(Refused);
    await expect(removeRecord(viewer, table, id, version)).rejects.toThrow(Refused);
    await expect(revertChange(viewer, change?.id ?? "")).rejects.toThrow(Refused);
    expect(await rowCount("ai_coach_some_sessions")).toBe(rows);
    expect(await rowCount("admin_changes")).toBe(changes);
    expect((await getRecord(viewer, table, id))?.version).toBe(version);
  });

  it("an editor may not where the prefix is for owners", async () => {
    const vaults = await tableNamed("base_vaults");
    await expect(createRecord(editor, vaults, { id: "9" })).rejects.toThrow(Refused);
    expect(await getRecord(editor, vaults, "9")).toBeUndefined();
  });
});

describe("A13: fields that are not for writing", () => {
  it.each([
    ["unknown", { role: "owner" }, "role"],
    ["the key", { id: randomUUID() }, "id"],
    ["of the prototype", { constructor: "x" }, "constructor"],
  ])(
    "are refused by name, and the rest is not written either: %s",
    async (_, extra: Literals, name) => {
      const table = await sessionsTable();
      const id = await addSession({ notes: "old" });
      const before = await getRecord(viewer, table, id);
      const values = { notes: "new", ...extra };
      const seen = { notes: "old", ...extra };
      const result = await updateRecord(editor, table, id, { values, seen });
      expect(result).toMatchObject({ ok: false, fieldErrors: { [name]: expect.any(String) } });
      expect(await getRecord(viewer, table, id)).toEqual(before);
    },
  );
});

describe("secrets", () => {
  it("A17: are masked when read, written blind, and come back with an undo", async () => {
    const vaults = await tableNamed("base_vaults");
    const secrets = { passwordHash: "s3cr3t-one", api_key: "s3cr3t-two" };
    succeeded(await createRecord(owner, vaults, { id: "2", name: "safe", ...secrets }));
    expect((await getRecord(owner, vaults, "2"))?.literals).toMatchObject({
      passwordHash: "••••••••",
      api_key: "••••••••",
    });

    const edit = { values: { passwordHash: "s3cr3t-three" }, seen: {} };
    const updated = succeeded(await updateRecord(owner, vaults, "2", edit));
    succeeded(await revertChange(owner, updated.changeId ?? ""));
    const view = await getRecord(owner, vaults, "2");
    const removed = succeeded(await removeRecord(owner, vaults, "2", view?.version ?? ""));
    succeeded(await revertChange(owner, removed.changeId ?? ""));
    const [row] = await run(`select "passwordHash", api_key from base_vaults where id = 2`);
    expect(row).toEqual(secrets);
  });

  it("A17: are not given away by a conflict", async () => {
    const vaults = await tableNamed("base_vaults");
    succeeded(await createRecord(owner, vaults, { id: "3", name: "a", api_key: "s3cr3t" }));
    const edit = {
      values: { name: "b", api_key: "guess" },
      seen: { name: "wrong", api_key: "guess" },
    };
    const result = await updateRecord(owner, vaults, "3", edit);
    expect(result).toMatchObject({ ok: false, conflicts: { name: "a" } });
    expect(JSON.stringify(result)).not.toContain("s3cr3t");
  });

  it("are not overwritten by the mask they were shown as", async () => {
    const vaults = await tableNamed("base_vaults");
    succeeded(await createRecord(owner, vaults, { id: "4", api_key: "s3cr3t" }));
    const edit = { values: { api_key: "••••••••" }, seen: {} };
    const refused = { ok: false, fieldErrors: { api_key: expect.any(String) } };
    expect(await updateRecord(owner, vaults, "4", edit)).toMatchObject(refused);
    expect(await createRecord(owner, vaults, { id: "5", api_key: "••••••••" })).toMatchObject(
      refused,
    );
    expect(await run("select api_key from base_vaults where id in (4, 5)")).toEqual([
      { api_key: "s3cr3t" },
    ]);
  });
});
