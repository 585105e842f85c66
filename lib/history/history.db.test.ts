import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { pgCode } from "@/lib/db/errors";
import { findChangeView, listChanges } from "@/lib/history/list-changes";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { addSession, sessionsTable } from "@/lib/records/testing/sessions";
import { rowCount, run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const [viewer, editor, owner] = [testActor("viewer"), testActor("editor"), testActor("owner")];

beforeAll(() =>
  run(
    `create table base_safes (id integer primary key, name text, api_key text, "accessToken" text)`,
  ),
);

async function ofRecord(id: string) {
  return listChanges(viewer, { record: { registered: await sessionsTable(), id } });
}

describe("A29: the history", () => {
  it.each([
    ["changed", "update admin_changes set actor_name = 'nobody'"],
    ["deleted", "delete from admin_changes"],
    ["emptied", "truncate admin_changes"],
  ])("cannot be %s", async (_, statement) => {
    await addSession();
    const before = await rowCount("admin_changes");
    const error = await run(statement).catch((reason: unknown) => reason);
    expect(pgCode(error)).toBe("42501");
    expect(await rowCount("admin_changes")).toBe(before);
    expect(await run("select from admin_changes where actor_name = 'nobody'")).toEqual([]);
  });
});

describe("the changes of a record", () => {
  it("are told newest first: who, what, before and after", async () => {
    const table = await sessionsTable();
    const id = await addSession({ notes: "old" });
    const edit = { values: { notes: "new" }, seen: { notes: "old" } };
    succeeded(await updateRecord(owner, table, id, edit));
    const version = (await getRecord(viewer, table, id))?.version ?? "";
    const removed = succeeded(await removeRecord(editor, table, id, version));
    succeeded(await revertChange(editor, removed.changeId ?? ""));

    const { changes, before } = await ofRecord(id);
    expect(before).toBeUndefined();
    expect(changes.map(({ action, actorName }) => [action, actorName])).toEqual([
      ["create", "The editor"],
      ["delete", "The editor"],
      ["update", "The owner"],
      ["create", "The editor"],
    ]);
    const [restored, deleted, updated, created] = changes;
    expect(restored).toMatchObject({ revertsId: deleted?.id, href: `/sessions/${id}` });
    expect(deleted).toMatchObject({ revertedById: restored?.id, canUndo: false });
    expect(deleted).not.toHaveProperty("href");
    expect(updated?.fields).toContainEqual({
      name: "notes",
      label: "Notes",
      before: "old",
      after: "new",
    });
    expect(updated?.fields.map(({ name }) => name)).toEqual(["notes", "updatedAt"]);
    expect(created).toMatchObject({ singular: "session", title: "life" });
    expect(created?.at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d+)?\+00$/);
  });

  it("are those of this record alone", async () => {
    const [one, other] = [await addSession(), await addSession()];
    expect((await ofRecord(one)).changes).toHaveLength(1);
    expect((await ofRecord(other)).changes).toHaveLength(1);
    expect((await ofRecord(randomUUID())).changes).toEqual([]);
  });

  it("come in pages, each once", async () => {
    for (let number = 0; number < 7; number++) await addSession();
    const all = await listChanges(viewer, { limit: 100 });
    const paged: string[] = [];
    let before: string | undefined;
    do {
      const page = await listChanges(viewer, { limit: 3, before });
      paged.push(...page.changes.map(({ id }) => id));
      before = page.before;
    } while (before);
    expect(paged).toEqual(all.changes.map(({ id }) => id));
  });

  it("A11: are looked for by nothing but a number", async () => {
    for (const id of ["", "x", "1; drop table x", "-1", "9".repeat(40)]) {
      expect(await findChangeView(viewer, id)).toBeUndefined();
      expect((await listChanges(viewer, { before: id })).changes.length).toBeGreaterThan(0);
    }
  });

  it("are undone by those who may write", async () => {
    const id = await addSession();
    const canUndo = async (actor: typeof viewer) =>
      (await listChanges(actor, { record: { registered: await sessionsTable(), id } })).changes[0]
        ?.canUndo;
    expect(await canUndo(viewer)).toBe(false);
    expect(await canUndo(editor)).toBe(true);
  });

  it("show the beginning of a long literal", async () => {
    const id = await addSession({ notes: "x".repeat(5_000) });
    const [created] = (await ofRecord(id)).changes;
    const notes = created?.fields.find(({ name }) => name === "notes");
    expect(notes?.after).toBe(`${"x".repeat(300)}…`);
  });
});

describe("A17: secrets in the history", () => {
  it("are masked, and kept so that they can come back", async () => {
    const safes = await tableNamed("base_safes");
    const secrets = { api_key: "s3cr3t-a", accessToken: "s3cr3t-b" };
    const { changeId = "" } = succeeded(await createRecord(owner, safes, { id: "1", ...secrets }));
    const view = await findChangeView(owner, changeId);
    expect(view?.fields).toContainEqual({ name: "api_key", label: "API key", after: "••••••••" });
    expect(JSON.stringify(view)).not.toContain("s3cr3t");
    expect(
      await run("select after->>'api_key' as kept from admin_changes order by id desc limit 1"),
    ).toEqual([{ kept: "s3cr3t-a" }]);
  });

  it("are masked when the table has gone, too", async () => {
    await run(`insert into admin_changes (actor_name, action, table_name, record_id, record_title, before)
      values ('x', 'delete', 'base_forgotten', '1', '1', '{"id": "1", "accessToken": "s3cr3t", "api_key": "s3cr3t"}')`);
    const [view] = (await listChanges(owner, { limit: 1 })).changes;
    expect(view).toMatchObject({ singular: "record of base_forgotten", canUndo: false });
    expect(view).not.toHaveProperty("href");
    expect(JSON.stringify(view)).not.toContain("s3cr3t");
  });
});
