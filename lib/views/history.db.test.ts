import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { findChangeView, listChanges } from "@/lib/history/list-changes";
import { revertChange } from "@/lib/records/revert";
import { succeeded } from "@/lib/records/testing/tables";
import { removeView } from "@/lib/views/remove-view";
import { addTeam, definition, edit, historyOf, known, save } from "@/lib/views/testing/views";

const { viewer, viewer2, editor, editor2, owner, sessions } = await addTeam();

describe("A29: the history of views", () => {
  it("has one entry for each write, whole, and none for what was refused or changed nothing", async () => {
    const view = await save(editor, { isShared: true });
    succeeded(await edit(editor, view, { definition: "sort=status" }));
    const now = await known(editor, view.id);
    succeeded(await edit(editor, now, { definition: "sort=status" }));
    await expect(edit(viewer, now, { name: "No" })).rejects.toThrow(Refused);
    succeeded(await removeView(editor, sessions, view.id));
    const entries = await historyOf(view.id);
    expect(entries.map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ["create", editor.id],
      ["update", editor.id],
      ["delete", editor.id],
    ]);
    const images = { ownerId: editor.id, isShared: "true", tableName: "ai_coach_some_sessions" };
    expect(entries[1]).toMatchObject({
      before: { ...images, definition },
      after: { ...images, definition: "sort=status" },
    });
  });

  it("A17: tells of a private view to its owner alone", async () => {
    const view = await save(viewer, { definition: "q=whispered" });
    succeeded(await edit(viewer, view, { definition: "q=murmured" }));
    const [made, changed] = await historyOf(view.id);
    expect(await findChangeView(viewer, String(changed?.id))).toMatchObject({
      singular: "view",
      title: `“${view.name}” of Sessions`,
      href: `/sessions?saved=${view.id}`,
      fields: [{ label: "Definition", before: "q=whispered", after: "q=murmured" }],
      canUndo: true,
    });
    for (const other of [viewer2, editor, owner]) {
      expect(await findChangeView(other, String(changed?.id))).toBeUndefined();
      const all = await listChanges(other, { limit: 100 });
      expect(JSON.stringify(all)).not.toMatch(/whispered|murmured/);
      expect(JSON.stringify(all)).not.toContain(view.name);
      await expect(revertChange(other, String(made?.id))).rejects.toThrow(Refused);
    }
  });

  it("A17: tells no one what a view held before it was shared, nor after", async () => {
    const view = await save(editor, { definition: "q=before" });
    succeeded(await edit(editor, view, { definition: "q=public", isShared: true }));
    const shared = await known(editor, view.id);
    const secret = `Secret ${randomUUID()}`;
    succeeded(
      await edit(editor, shared, { name: secret, definition: "q=hushed", isShared: false }),
    );
    const [made, opened, closed] = (await historyOf(view.id)).map(({ id }) => String(id));
    expect(await findChangeView(viewer, made ?? "")).toBeUndefined();
    expect((await findChangeView(viewer, opened ?? ""))?.fields).toEqual([
      { name: "isShared", label: "Is shared", before: "false", after: "true" },
    ]);
    const seen = await findChangeView(viewer, closed ?? "");
    expect(seen).toMatchObject({ title: expect.stringContaining(view.name), canUndo: false });
    expect(JSON.stringify(seen)).not.toMatch(/hushed|Secret/);
    expect((await findChangeView(editor, closed ?? ""))?.fields).toHaveLength(3);
  });

  it("can be undone by whom it concerns", async () => {
    const view = await save(editor, { isShared: true });
    const { changeId = "" } = succeeded(await removeView(editor, sessions, view.id));
    await expect(revertChange(editor2, changeId)).rejects.toThrow(Refused);
    succeeded(await revertChange(editor, changeId));
    expect(await known(editor, view.id)).toEqual(view);
    const change = succeeded(await edit(editor, view, { definition: "", name: randomUUID() }));
    succeeded(await revertChange(owner, change.changeId ?? ""));
    expect(await known(editor, view.id)).toEqual(view);
    expect((await historyOf(view.id)).at(-1)).toMatchObject({ before: { ownerId: editor.id } });
  });
});
