import { asc, eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";
import { read } from "@/lib/db/client";
import { appSettings } from "@/lib/db/schema";
import { Refused } from "@/lib/errors";
import { listChanges } from "@/lib/history/list-changes";
import { createRecord } from "@/lib/records/create";
import { revertGroup } from "@/lib/records/revert";
import { testActor } from "@/lib/records/testing/actors";
import { type GroupWrite, writeGroup } from "@/lib/records/write-group";
import { findResource } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

const editor = testActor("editor");
const viewer = testActor("viewer");
const submissionId = "6a1f9f0e-9d63-4a6e-8a63-1c1f6f8f9a01";

async function settings() {
  const found = await findResource("settings");
  if (!found) throw new Error("There are no settings.");
  return found;
}

async function add(key: string, value: string): Promise<string> {
  const made = await createRecord(editor, await settings(), { key, value });
  if (!made.ok) throw new Error("not created");
  return made.id;
}

async function stored(beginning: string): Promise<Record<string, string>> {
  const rows = await read((tx) => tx.select().from(appSettings).orderBy(asc(appSettings.key)));
  return Object.fromEntries(
    rows.filter(({ key }) => key.startsWith(beginning)).map(({ key, value }) => [key, value]),
  );
}

function changesOf(groupId: string) {
  return read((tx) => tx.select().from(adminChanges).where(eq(adminChanges.groupId, groupId)));
}

const edit = (id: string, seen: string, value: string): GroupWrite => ({
  action: "update",
  id,
  values: { value },
  seen: { value: seen },
});

describe("several writes as one", () => {
  it("keeps all, with a line each in the history under one group, and one undo takes them back", async () => {
    const [one, two] = [await add("group.one", "1"), await add("group.two", "2")];
    const result = await writeGroup(editor, await settings(), [
      edit(one, "1", "10"),
      edit(two, "2", "20"),
      { action: "create", values: { key: "group.three", value: "30" } },
    ]);
    expect(result).toMatchObject({ ok: true, changes: 3 });
    expect(await stored("group.")).toEqual({
      "group.one": "10",
      "group.two": "20",
      "group.three": "30",
    });
    const groupId = result.ok ? result.groupId : "";
    expect(await changesOf(groupId)).toHaveLength(3);
    const { changes } = await listChanges(viewer, { group: groupId });
    expect(changes.map(({ group }) => group)).toEqual(Array(3).fill({ id: groupId, size: 3 }));
    expect(await revertGroup(editor, groupId)).toMatchObject({ ok: true });
    expect(await stored("group.")).toEqual({ "group.one": "1", "group.two": "2" });
    expect(await revertGroup(editor, groupId)).toMatchObject({
      ok: false,
      formError: "This change has been undone already.",
    });
  });

  it("keeps nothing when some are refused, and tells of each of these", async () => {
    const [one, two] = [await add("none.one", "1"), await add("none.two", "2")];
    const result = await writeGroup(editor, await settings(), [
      edit(one, "1", "10"),
      edit(two, "what it was before", "20"),
      { action: "create", values: { key: "none.one", value: "taken" } },
      { action: "create", values: { key: "none.three", value: "3" } },
    ]);
    expect(result).toMatchObject({
      ok: false,
      failures: [
        { index: 1, failure: { conflicts: { value: "2" } } },
        { index: 2, failure: { fieldErrors: { key: expect.stringContaining("unique") } } },
      ],
    });
    expect(await stored("none.")).toEqual({ "none.one": "1", "none.two": "2" });
  });

  it("writes nothing at all where a value cannot be right", async () => {
    const id = await add("invalid.one", "1");
    const result = await writeGroup(editor, await settings(), [
      edit(id, "1", "2"),
      { action: "create", values: { key: "x".repeat(300), value: "1" } },
    ]);
    expect(result).toMatchObject({ ok: false, failures: [{ index: 1 }] });
    expect(await stored("invalid.")).toEqual({ "invalid.one": "1" });
  });

  it("leaves out what changes nothing", async () => {
    const [one, two] = [await add("same.one", "1"), await add("same.two", "2")];
    const before = await read((tx) =>
      tx.select().from(appSettings).where(eq(appSettings.key, "same.one")),
    );
    const result = await writeGroup(editor, await settings(), [
      edit(one, "1", "1"),
      edit(two, "2", "20"),
    ]);
    expect(result).toMatchObject({ ok: true, changes: 1 });
    const after = await read((tx) =>
      tx.select().from(appSettings).where(eq(appSettings.key, "same.one")),
    );
    expect(after).toEqual(before);
  });

  it("F12: answers a repeated submission with the first outcome", async () => {
    const id = await add("twice.one", "1");
    const writes = [
      edit(id, "1", "2"),
      { action: "create", values: { key: "twice.two", value: "2" } } as const,
    ];
    const first = await writeGroup(editor, await settings(), writes, { submissionId });
    expect(await writeGroup(editor, await settings(), writes, { submissionId })).toEqual(first);
    expect(first).toMatchObject({ ok: true, changes: 2 });
  });

  it("undoes all or nothing: not when one of them changed since", async () => {
    const [one, two] = [await add("since.one", "1"), await add("since.two", "2")];
    const registered = await settings();
    const result = await writeGroup(editor, registered, [
      edit(one, "1", "10"),
      edit(two, "2", "20"),
    ]);
    await writeGroup(editor, registered, [edit(one, "10", "11")]);
    expect(await revertGroup(editor, result.ok ? result.groupId : "")).toMatchObject({
      ok: false,
      formError: expect.stringMatching(/“since\.one”.*Nothing was undone/),
    });
    expect(await stored("since.")).toEqual({ "since.one": "11", "since.two": "20" });
  });

  it("A15: refuses a viewer, writing and undoing", async () => {
    const id = await add("viewer.one", "1");
    const registered = await settings();
    await expect(writeGroup(viewer, registered, [edit(id, "1", "2")])).rejects.toThrow(Refused);
    const result = await writeGroup(editor, registered, [edit(id, "1", "2")]);
    await expect(revertGroup(viewer, result.ok ? result.groupId : "")).rejects.toThrow(Refused);
    expect(await stored("viewer.")).toEqual({ "viewer.one": "2" });
  });
});
