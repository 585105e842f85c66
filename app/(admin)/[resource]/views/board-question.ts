// Server: the form of a move: what it asks for, and what the record holds of all that a move may set.
import "server-only";
import { randomUUID } from "node:crypto";
import type { MoveQuestion } from "@/components/board/move-state";
import type { Actor } from "@/lib/model/actor";
import { arrivalOf, stampsOf } from "@/lib/model/board";
import { type Entry, editState } from "@/lib/model/form-values";
import { resourceFor } from "@/lib/model/resource";
import type { BoardView } from "@/lib/model/view";
import { getRecord } from "@/lib/records/get";
import { titleOf } from "@/lib/records/title";
import type { Registered } from "@/lib/resources/registry";

/** @returns `undefined` when the record is gone */
export async function findQuestion(
  actor: Actor,
  registered: Registered,
  view: BoardView,
  { id, to }: { id: string; to: string },
): Promise<MoveQuestion | undefined> {
  const record = await getRecord(actor, registered, id);
  if (!record) return undefined;
  const { ask } = arrivalOf(view, to);
  const { entries, seen } = editState(
    resourceFor(registered.resource, record.literals),
    record.literals,
  );
  const only = <Value>(all: Record<string, Value>, names: string[]) =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.includes(name)));
  return {
    title: titleOf(registered, record.literals),
    initial: {
      entries: Object.fromEntries(
        Object.entries(only(entries, ask)).map(([name, entry]) => [name, toAnswer(entry)]),
      ),
      seen: only(seen, [view.by, ...stampsOf(view), ...ask]),
      submission: randomUUID(),
    },
    people: record.people,
  };
}

/** Nothing is no answer to what is asked for, so the control begins with a value to be typed. */
function toAnswer(entry: Entry): Entry {
  return entry.text === "" ? { choice: "value", text: "" } : entry;
}
