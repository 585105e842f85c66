import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { addPerson } from "@/lib/auth/person.fixture";
import { Refused } from "@/lib/errors";
import { findChangeView, listChanges } from "@/lib/history/list-changes";
import type { Actor } from "@/lib/model/actor";
import { type SavedView, type ViewFacts, viewLiterals } from "@/lib/model/saved-views";
import { revertChange, revertGroup } from "@/lib/records/revert";
import { sessionsTable } from "@/lib/records/testing/sessions";
import { run, succeeded, tableNamed } from "@/lib/records/testing/tables";
import type { Registered } from "@/lib/resources/registry";
import { listViews } from "@/lib/views/list-views";
import { removeView } from "@/lib/views/remove-view";
import { createView, updateView } from "@/lib/views/save-view";

let viewer: Actor;
let viewer2: Actor;
let editor: Actor;
let editor2: Actor;
let owner: Actor;
let sessions: Registered;

beforeAll(async () => {
  viewer = await addPerson("viewer");
  viewer2 = await addPerson("viewer");
  editor = await addPerson("editor");
  editor2 = await addPerson("editor");
  owner = await addPerson("owner");
  sessions = await sessionsTable();
});

const definition = "where=is(status,scheduled)&sort=-duration";

function facts(rest: Partial<ViewFacts> = {}): ViewFacts {
  return { name: `View ${randomUUID()}`, definition, isShared: false, defaultFor: [], ...rest };
}

async function save(actor: Actor, rest: Partial<ViewFacts> = {}): Promise<SavedView> {
  const { id } = succeeded(await createView(actor, sessions, facts(rest)));
  return known(actor, id);
}

async function known(actor: Actor, id: string): Promise<SavedView> {
  const view = await find(actor, id);
  if (!view) throw new Error("This view is not to be seen.");
  return view;
}

async function find(actor: Actor, id: string): Promise<SavedView | undefined> {
  return (await listViews(actor, sessions)).find((view) => view.id === id);
}

const edit = (actor: Actor, view: SavedView, change: Partial<ViewFacts>) =>
  updateView(actor, sessions, view.id, { facts: change, seen: viewLiterals(view) });

const historyOf = (id: string) =>
  run(`select id::text, action, actor_id, before, after, group_id from admin_changes
    where table_name = 'admin_saved_views' and record_id = '${id}' order by admin_changes.id`);

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
