// Server: the verb that moves a card of a board: an update of the field that the board is by, with what goes with it.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import type { Transaction } from "@/lib/db/client";
import type { Act } from "@/lib/history/record-change";
import type { Actor } from "@/lib/model/actor";
import { arrivalOf, targetsOf } from "@/lib/model/board";
import type { Literals } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { validate } from "@/lib/model/validate";
import type { BoardView } from "@/lib/model/view";
import { failure, type WriteResult } from "@/lib/model/write-result";
import { optionsOf } from "@/lib/records/board";
import { writeOnce } from "@/lib/records/once";
import { applyEdit, lockRecord } from "@/lib/records/update";
import { versionOf } from "@/lib/records/version";
import type { Registered } from "@/lib/resources/registry";

export type Move = {
  /** The option to reach. */
  to: string;
  /** The literals of the field that the board is by, and of all that the arrival sets or asks for. */
  seen: Literals;
  /** The answers to what the arrival asks for; what has none keeps what was seen. */
  values: Literals;
};

/**
 * Only moves that the view declares, from what was seen, which must still be so. The times that go with it are the
 * database's at the write.
 */
export async function moveRecord(
  actor: Actor,
  registered: Registered,
  view: BoardView,
  id: string,
  move: Move,
  act: Act = {},
): Promise<WriteResult> {
  const { resource } = registered;
  await authorize(actor, "update", resource);
  const { to, seen, values } = move;
  const from = seen[view.by] ?? null;
  if (!targetsOf(view, optionsOf(registered, view), from).includes(to)) {
    return failure(`A ${resource.singular} cannot go from ${from ?? "no value"} to ${to}.`);
  }
  const { now, clear, ask } = arrivalOf(view, to);
  const asked = Object.fromEntries(
    ask.map((name) => [name, (Object.hasOwn(values, name) ? values[name] : seen[name]) ?? null]),
  );
  const errors = {
    ...uninvited(values, ask),
    ...validate(resource, asked, "update"),
    ...unanswered(registered, asked),
  };
  if (Object.keys(errors).length > 0) return failure(undefined, errors);
  const cleared = Object.fromEntries(clear.map((name) => [name, null]));
  const edited = { ...asked, ...cleared, [view.by]: to };
  const content = ["move", actor.id, id, versionOf(edited), versionOf(seen)];
  return writeOnce(registered, { act, values: edited, content }, async (tx, namedAct) => {
    const stamped = { ...edited, ...(await timesOf(tx, registered, now)) };
    const before = await lockRecord(tx, registered, id);
    return applyEdit(tx, actor, registered, before, { values: stamped, seen }, namedAct);
  });
}

function uninvited(values: Literals, ask: string[]): Record<string, string> {
  const names = Object.keys(values).filter((name) => !ask.includes(name));
  return Object.fromEntries(names.map((name) => [name, "This move does not set it."]));
}

function unanswered({ resource }: Registered, asked: Literals): Record<string, string> {
  const names = Object.keys(asked).filter((name) => !asked[name]?.trim());
  return Object.fromEntries(
    names.map((name) => [name, `Enter ${fieldOf(resource, name)?.label.toLowerCase()}.`]),
  );
}

/** The transaction's time as literals of the fields' own types: rounded as they are, and in the table's zone. */
async function timesOf(
  tx: Transaction,
  { resource }: Registered,
  names: string[],
): Promise<Literals> {
  const times = names.map((name, index): SQL => {
    const field = fieldOf(resource, name);
    if (!field) throw new Error(`A board of ${resource.slug} sets "${name}", which is no field.`);
    const wall = sql`now() at time zone ${resource.zone}`;
    const time = field.kind === "timestamptz" ? sql`now()` : sql`(${wall})`;
    return sql`${time}::${sql.raw(field.type)}::text as ${sql.identifier(`c${index}`)}`;
  });
  if (times.length === 0) return {};
  const [row] = await tx.execute<Literals>(sql`select ${sql.join(times, sql`, `)}`);
  return Object.fromEntries(names.map((name, index) => [name, row?.[`c${index}`] ?? null]));
}
