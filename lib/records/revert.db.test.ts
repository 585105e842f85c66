import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Literals } from "@/lib/model/literal";
import { createRecord } from "@/lib/records/create";
import { getRecord } from "@/lib/records/get";
import { removeRecord } from "@/lib/records/remove";
import { revertChange } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { rowCount, run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { updateRecord } from "@/lib/records/update";

const owner = testActor();

beforeAll(() =>
  run(`
    create table base_ledgers (
      id bigint primary key generated always as identity, name text unique, amount numeric, note text,
      double numeric generated always as (amount * 2) stored, at timestamptz default now(),
      updated_at timestamptz not null default now()
    );
    create table base_lines (id integer primary key, ledger_id bigint references base_ledgers);
  `),
);

beforeEach(() => run("truncate base_ledgers, base_lines"));

const ledgers = () => tableNamed("base_ledgers");
const raw = () => run("select * from base_ledgers order by id");

async function add(values: Literals = {}) {
  return succeeded(
    await createRecord(owner, await ledgers(), { name: "a", amount: "1.50", ...values }),
  );
}

async function change(id: string, values: Literals, seen: Literals) {
  return succeeded(await updateRecord(owner, await ledgers(), id, { values, seen }));
}

async function remove(id: string) {
  const view = await getRecord(owner, await ledgers(), id);
  return succeeded(await removeRecord(owner, await ledgers(), id, view?.version ?? ""));
}

const undo = async (changeId = "") => succeeded(await revertChange(owner, changeId));
const refusal = (text: string) => ({ ok: false, formError: expect.stringContaining(text) });

describe("undoing", () => {
  it("a creation removes the record", async () => {
    const { changeId } = await add();
    await undo(changeId);
    expect(await raw()).toEqual([]);
  });

  it("an update restores every column, the time of the last update too", async () => {
    const { id } = await add({ note: null });
    const before = await raw();
    const { changeId } = await change(
      id,
      { note: "", amount: "2" },
      { note: null, amount: "1.50" },
    );
    expect(await raw()).not.toEqual(before);
    await undo(changeId);
    expect(await raw()).toEqual(before);
  });

  it("an update keeps what others changed in other fields since", async () => {
    const { id } = await add();
    const { changeId } = await change(id, { note: "x" }, { note: null });
    await change(id, { name: "b" }, { name: "a" });
    const [{ updated_at: lastUpdate } = {}] = await raw();
    await undo(changeId);
    const [row] = await raw();
    expect(row).toMatchObject({ name: "b", note: null });
    expect(row?.updated_at).not.toEqual(lastUpdate);
  });

  it("a deletion brings the record back as it was, number and all", async () => {
    const { id } = await add({ note: "kept" });
    const before = await raw();
    const { changeId } = await remove(id);
    await undo(changeId);
    expect(await raw()).toEqual(before);
  });

  it("can itself be undone, again and again", async () => {
    const { id } = await add();
    const { changeId } = await change(id, { note: "x" }, { note: null });
    const changed = await raw();
    const undone = await undo(changeId);
    const redone = await undo(undone.changeId);
    expect(await raw()).toEqual(changed);
    await undo(redone.changeId);
    expect(await raw()).toMatchObject([{ note: null }]);
  });

  it("A29: is one entry in the history, which names what it undoes", async () => {
    const { changeId } = await add();
    const before = await rowCount("admin_changes");
    const undone = await undo(changeId);
    expect(await rowCount("admin_changes")).toBe(before + 1);
    const [entry] = await run(
      "select id::text, reverts_id::text, action from admin_changes order by admin_changes.id desc limit 1",
    );
    expect(entry).toEqual({ id: undone.changeId, reverts_id: changeId, action: "delete" });
  });
});

describe("undoing is refused", () => {
  it("twice, also when both come at once", async () => {
    const { id } = await add();
    const { changeId = "" } = await change(id, { note: "x" }, { note: null });
    const results = await Promise.all([1, 2, 3].map(() => revertChange(owner, changeId)));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await revertChange(owner, changeId)).toMatchObject(refusal("undone already"));
  });

  it("when the same field changed again since", async () => {
    const { id } = await add();
    const { changeId = "" } = await change(id, { note: "x" }, { note: null });
    await change(id, { note: "y" }, { note: "x" });
    const before = await raw();
    expect(await revertChange(owner, changeId)).toMatchObject(refusal("Note changed again"));
    expect(await raw()).toEqual(before);
  });

  it("of a creation, when anything changed since", async () => {
    const { id, changeId = "" } = await add();
    await run("update base_ledgers set name = 'elsewhere'");
    expect(await revertChange(owner, changeId)).toMatchObject(refusal("Name changed again"));
    expect(await getRecord(owner, await ledgers(), id)).toBeDefined();
  });

  it("when the record is gone", async () => {
    const { id } = await add();
    const { changeId = "" } = await change(id, { note: "x" }, { note: null });
    await remove(id);
    expect(await revertChange(owner, changeId)).toMatchObject(refusal("no longer exists"));
  });

  it("of a creation, when others refer to the record", async () => {
    const { id, changeId = "" } = await add();
    await run(`insert into base_lines values (1, ${id})`);
    expect(await revertChange(owner, changeId)).toMatchObject(refusal("base_lines still refer"));
  });

  it("of a deletion, when its place has been taken", async () => {
    const { id } = await add();
    const { changeId = "" } = await remove(id);
    await add();
    expect(await revertChange(owner, changeId)).toMatchObject({
      ok: false,
      fieldErrors: { name: expect.stringContaining("unique") },
    });
    expect(await raw()).toHaveLength(1);
  });

  it.each(["0", "-1", "999999999", "1e3", "x", "", "9".repeat(30), "1; drop table x"])(
    "A11: for %j, which is no change",
    async (changeId) => {
      expect(await revertChange(owner, changeId)).toMatchObject(refusal("no such change"));
    },
  );
});
