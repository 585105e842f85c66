// Bench: opening a record, changing its notes, saving and going on, in the two requests that a page with scripts sends.
import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { names } from "@/lib/model/form-names";
import type { Answer, Dashboard } from "./server";
import type { Step } from "./steps";

export async function saveStep(sql: postgres.Sql, dashboard: Dashboard): Promise<Step> {
  const rows = await sql<{ id: string; notes: string | null }[]>`
    select id, notes from ai_coach_some_sessions order by created_at desc, id desc limit 2`;
  const [ours, floors] = rows;
  if (!ours || !floors) throw new Error("There are no sessions.");
  const path = `/sessions/${ours.id}`;
  const action = actionOf((await dashboard.fetch(path)).body);
  const onList = { rsc: "1", ...asScript(["resource", "sessions", "d", null]) };
  const onRecord = asScript(["resource", "sessions", "d", null], ["id", ours.id, "d", null]);
  const opening = await addressOf(dashboard, path, onList);
  let notes = ours.notes;
  return {
    name: "J5 open, save, go on",
    ask: async () => {
      const opened = await dashboard.fetch(opening, onList);
      const next = `Seen at ${new Date().toISOString()}`;
      const saved = await dashboard.post(
        path,
        { ...onRecord, "next-action": action, accept: "text/x-component" },
        submission(ours.id, { seen: notes, text: next }),
      );
      if (!saved.body.includes(next)) throw new Error("The notes were not saved.");
      notes = next;
      return together(opened, saved);
    },
    sql: `
      update ai_coach_some_sessions set notes = 'Seen at ' || clock_timestamp(), updated_at = now()
        where id = '${floors.id}';
      insert into admin_changes (actor_name, action, table_name, record_id, record_title, before, after)
        values ('Bench', 'update', 'ai_coach_some_sessions', '${floors.id}', 'floor', '{"notes": "a"}', '{"notes": "b"}');
      select * from ai_coach_some_sessions where id = '${floors.id}'`,
  };
}

type Headers = Record<string, string>;

/** Next's own script asks for what differs from the page that it is on, which it tells as a tree of segments. */
function asScript(...segments: (string | null)[][]): Headers {
  const leaf: unknown[] = ["__PAGE__", {}, null, null, 0];
  const tree = ["(admin)", ...segments].reduceRight<unknown[]>(
    (children, segment) => [segment, { children }, null, null, 0],
    leaf,
  );
  const root = ["", { children: tree }, null, null, 16];
  return {
    "sec-fetch-dest": "empty",
    "next-router-state-tree": encodeURIComponent(JSON.stringify(root)),
  };
}

/** With a digest of those headers, which Next asks for. */
async function addressOf({ url, cookie }: Dashboard, path: string, headers: Headers) {
  const answer = await fetch(url + path, { headers: { ...headers, cookie }, redirect: "manual" });
  return answer.headers.get("location") ?? path;
}

function together(first: Answer, second: Answer): Answer {
  return { ms: first.ms + second.ms, bytes: first.bytes + second.bytes, body: second.body };
}

/** The form names its action for browsers without scripts: the same that a script calls. */
function actionOf(document: string): string {
  const form = document.slice(0, document.indexOf(`name="${names.seen}"`));
  const named = [...form.matchAll(/name="\$ACTION_\d+:0" value="{&quot;id&quot;:&quot;(\w+)/g)];
  const id = named.at(-1)?.[1];
  if (!id) throw new Error("The record's page has no form.");
  return id;
}

/** The arguments of the action as React writes them: resource, id, the form's state, the form. */
function submission(id: string, notes: { seen: string | null; text: string }): FormData {
  const body = new FormData();
  const enter = (name: string, value: string) => body.append(`_1_${name}`, value);
  enter(names.seen, JSON.stringify({ notes: notes.seen }));
  enter(names.submission, randomUUID());
  enter(names.choice("notes"), "value");
  enter(names.text("notes"), notes.text);
  body.append("0", JSON.stringify(["sessions", id, {}, "$K1"]));
  return body;
}
