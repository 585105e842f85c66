// Test support: saved views of the list of sessions, and the people who save them.
import { randomUUID } from "node:crypto";
import { addPerson } from "@/lib/auth/person.fixture";
import type { Actor } from "@/lib/model/actor";
import { type SavedView, type ViewFacts, viewLiterals } from "@/lib/model/saved-views";
import { sessionsTable } from "@/lib/records/testing/sessions";
import { run, succeeded } from "@/lib/records/testing/tables";
import { listViews } from "@/lib/views/list-views";
import { createView, updateView } from "@/lib/views/save-view";

export const definition = "where=is(status,scheduled)&sort=-duration";

export async function addTeam() {
  return {
    viewer: await addPerson("viewer"),
    viewer2: await addPerson("viewer"),
    editor: await addPerson("editor"),
    editor2: await addPerson("editor"),
    owner: await addPerson("owner"),
    sessions: await sessionsTable(),
  };
}

/** Of a name of their own. */
export function facts(rest: Partial<ViewFacts> = {}): ViewFacts {
  return { name: `View ${randomUUID()}`, definition, isShared: false, defaultFor: [], ...rest };
}

export async function save(actor: Actor, rest: Partial<ViewFacts> = {}): Promise<SavedView> {
  const { id } = succeeded(await createView(actor, await sessionsTable(), facts(rest)));
  return known(actor, id);
}

export async function known(actor: Actor, id: string): Promise<SavedView> {
  const view = await find(actor, id);
  if (!view) throw new Error("This view is not to be seen.");
  return view;
}

export async function find(actor: Actor, id: string): Promise<SavedView | undefined> {
  return (await listViews(actor, await sessionsTable())).find((view) => view.id === id);
}

/** By somebody who sees the view as it is given. */
export async function edit(actor: Actor, view: SavedView, change: Partial<ViewFacts>) {
  const seen = viewLiterals(view);
  return updateView(actor, await sessionsTable(), view.id, { facts: change, seen });
}

export function historyOf(id: string) {
  return run(`select id::text, action, actor_id, before, after, group_id from admin_changes
    where table_name = 'admin_saved_views' and record_id = '${id}' order by admin_changes.id`);
}
