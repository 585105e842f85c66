import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { Refused } from "@/lib/errors";
import { viewLiterals } from "@/lib/model/saved-views";
import { revertGroup } from "@/lib/records/revert";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import { listViews } from "@/lib/views/list-views";
import { removeView } from "@/lib/views/remove-view";
import { createView, updateView } from "@/lib/views/save-view";
import {
  addTeam,
  definition,
  edit,
  facts,
  find,
  historyOf,
  known,
  save,
} from "@/lib/views/testing/views";

const { viewer, viewer2, editor, editor2, owner, sessions } = await addTeam();

describe("a saved view", () => {
  it("is seen by its owner alone, unless it is shared", async () => {
    const own = await save(viewer);
    expect(own).toMatchObject({ isOwn: true, mayChange: true, definition });
    for (const other of [viewer2, editor, owner]) expect(await find(other, own.id)).toBeUndefined();
    const shared = await save(editor, { isShared: true });
    expect(await find(viewer, shared.id)).toMatchObject({
      isOwn: false,
      mayChange: false,
      ownerName: editor.name,
    });
    expect(await find(owner, shared.id)).toMatchObject({ isOwn: false, mayChange: true });
  });

  it("belongs to one list", async () => {
    const { id } = await save(editor, { isShared: true });
    const progress = await tableNamed("ai_coach_progress_tracking");
    expect((await listViews(editor, progress)).map((view) => view.id)).not.toContain(id);
    const seen = viewLiterals(await known(editor, id));
    expect(
      await updateView(editor, progress, id, { facts: { name: "Elsewhere" }, seen }),
    ).toMatchObject({ ok: false, formError: expect.stringContaining("not there any more") });
  });

  it("is kept in the one form that says it", async () => {
    const { definition: kept } = await save(editor, {
      name: "  Trimmed  ",
      definition: "sort=-duration&limit=50&where=is(status%2Cscheduled)&saved=x",
    });
    expect(kept).toBe(definition);
    const [{ name } = {}] = await run("select name from admin_saved_views where name = 'Trimmed'");
    expect(name).toBe("Trimmed");
  });

  it("A11, A12: holds nothing that its list does not understand", async () => {
    for (const wrong of ["sort=nonsense", "where=is(nope,1)", "columns=gone|", "where=((("]) {
      expect(await createView(editor, sessions, facts({ definition: wrong }))).toMatchObject({
        ok: false,
        fieldErrors: { definition: expect.any(String) },
      });
    }
    for (const name of ["", "   ", "x".repeat(81), "a\u0000b", "a\nb"]) {
      expect(await createView(editor, sessions, facts({ name }))).toMatchObject({
        ok: false,
        fieldErrors: { name: expect.any(String) },
      });
    }
  });

  it("has a name of its own among those of its owner, whatever the case", async () => {
    const { name } = await save(editor);
    expect(await createView(editor, sessions, facts({ name: name.toUpperCase() }))).toMatchObject({
      fieldErrors: { name: "You have a view of this name already." },
    });
    expect((await createView(viewer, sessions, facts({ name }))).ok).toBe(true);
  });

  it("F12: is made once, however often it was sent", async () => {
    const submissionId = randomUUID();
    const same = facts();
    const ids = await Promise.all(
      [1, 2, 3].map(
        async () => succeeded(await createView(editor, sessions, same, { submissionId })).id,
      ),
    );
    expect(new Set(ids).size).toBe(1);
  });

  it("needs to be readable with its list", async () => {
    const hidden = { ...sessions, resource: { ...sessions.resource, readers: "owner" as const } };
    await expect(listViews(viewer, hidden)).rejects.toThrow(Refused);
    await expect(createView(viewer, hidden, facts())).rejects.toThrow(Refused);
  });

  it("A32: is no business of a token that reads, or of another list's", async () => {
    const reading = { ...editor, scope: { canWrite: false, resources: null } };
    await expect(createView(reading, sessions, facts())).rejects.toThrow(Refused);
    const elsewhere = { ...editor, scope: { canWrite: true, resources: ["progress"] } };
    await expect(createView(elsewhere, sessions, facts())).rejects.toThrow(Refused);
  });
});

describe("changing a view", () => {
  it("is its owner's right while it is private; to others it does not exist", async () => {
    const own = await save(viewer);
    expect((await edit(viewer, own, { definition: "sort=duration" })).ok).toBe(true);
    for (const other of [viewer2, editor, owner]) {
      const gone = { ok: false, formError: expect.stringContaining("not there any more") };
      expect(await edit(other, own, { name: "Mine now" })).toMatchObject(gone);
      expect(await removeView(other, sessions, own.id)).toMatchObject(gone);
    }
  });

  it("that is shared is for its owner and for owners", async () => {
    const shared = await save(editor, { isShared: true });
    for (const other of [viewer, editor2]) {
      await expect(edit(other, shared, { name: "Mine now" })).rejects.toThrow(Refused);
      await expect(removeView(other, sessions, shared.id)).rejects.toThrow(Refused);
    }
    expect((await edit(editor, shared, { definition: "sort=duration" })).ok).toBe(true);
    expect((await edit(owner, await known(owner, shared.id), { name: randomUUID() })).ok).toBe(
      true,
    );
    expect((await removeView(owner, sessions, shared.id)).ok).toBe(true);
    expect(await find(editor, shared.id)).toBeUndefined();
  });

  it("never lets a viewer share, nor change what they shared in a higher role", async () => {
    await expect(createView(viewer, sessions, facts({ isShared: true }))).rejects.toThrow(Refused);
    await expect(edit(viewer, await save(viewer), { isShared: true })).rejects.toThrow(Refused);
    const shared = await save(editor2, { isShared: true });
    const demoted = { ...editor2, role: "viewer" as const };
    await expect(edit(demoted, shared, { definition: "" })).rejects.toThrow(Refused);
  });

  it("says so when somebody else was quicker, with what they saved", async () => {
    const shared = await save(editor, { isShared: true });
    succeeded(await edit(owner, await known(owner, shared.id), { definition: "sort=status" }));
    expect(await edit(editor, shared, { definition: "sort=duration" })).toEqual({
      ok: false,
      fieldErrors: {},
      formError: "Somebody changed this view after you opened it.",
      conflicts: { definition: "sort=status" },
    });
    // Another fact of it is another matter.
    expect((await edit(editor, shared, { name: randomUUID() })).ok).toBe(true);
    const blind = { facts: { definition: "" }, seen: {} };
    expect(await updateView(editor, sessions, shared.id, blind)).toMatchObject({ ok: false });
  });

  it("A11: is asked for by nothing but an id", async () => {
    for (const id of ["", "x", "'; drop table admin_saved_views; --", "none"]) {
      expect(await removeView(owner, sessions, id)).toMatchObject({ ok: false });
    }
  });
});

describe("the default of a role", () => {
  it("is one shared view, chosen by an owner", async () => {
    const shared = await save(editor, { isShared: true });
    await expect(edit(editor, shared, { defaultFor: ["viewer"] })).rejects.toThrow(Refused);
    const seen = await known(owner, shared.id);
    expect((await edit(owner, seen, { defaultFor: ["viewer", "editor"] })).ok).toBe(true);
    await expect(
      createView(owner, sessions, facts({ defaultFor: ["viewer"], isShared: false })),
    ).rejects.toThrow("must be shared");
    const next = await save(owner, { isShared: true, defaultFor: ["editor", "owner"] });
    expect((await known(owner, shared.id)).defaultFor).toEqual(["viewer"]);
    expect(next.defaultFor).toEqual(["editor", "owner"]);
    const [made] = await historyOf(next.id);
    const yielded = (await historyOf(shared.id)).at(-1);
    expect(yielded).toMatchObject({ action: "update", group_id: made?.group_id });
    // An editor can neither make it private nor delete it as long as it is a default.
    const now = await known(editor, shared.id);
    await expect(edit(editor, now, { isShared: false })).rejects.toThrow(Refused);
    await expect(removeView(editor, sessions, shared.id)).rejects.toThrow(Refused);
  });

  it("is one, whoever is quicker", async () => {
    const made = await Promise.all(
      [1, 2, 3, 4].map(() =>
        createView(owner, sessions, facts({ isShared: true, defaultFor: ["viewer"] })),
      ),
    );
    expect(made.some(({ ok }) => ok)).toBe(true);
    const [{ count } = {}] = await run(
      "select count(*)::text as count from admin_saved_views where 'viewer' = any(default_for)",
    );
    expect(count).toBe("1");
    for (const result of made) {
      if (!result.ok) expect(result.formError).toContain("chose a default at the same moment");
    }
  });

  it("comes back as it was when the group is undone", async () => {
    const first = await save(owner, { isShared: true, defaultFor: ["owner"] });
    const second = await save(owner, { isShared: true, defaultFor: ["owner"] });
    const [made] = await historyOf(second.id);
    succeeded(await revertGroup(owner, String(made?.group_id)));
    expect((await known(owner, first.id)).defaultFor).toEqual(["owner"]);
    expect(await find(owner, second.id)).toBeUndefined();
  });
});
