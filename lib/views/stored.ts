// Server: stored views inside a transaction: held for a change, changed with their history, and the defaults they yield.
import "server-only";
import { randomUUID } from "node:crypto";
import { and, asc, eq, ne, sql } from "drizzle-orm";
import type { Guarded } from "@/lib/auth/policy";
import { requestId } from "@/lib/auth/request-id";
import type { Transaction } from "@/lib/db/client";
import { Refused } from "@/lib/errors";
import type { Act } from "@/lib/history/record-change";
import { log } from "@/lib/log";
import type { Actor, Role } from "@/lib/model/actor";
import type { Literals } from "@/lib/model/literal";
import { qualifiedName, type Resource } from "@/lib/model/resource";
import { goneNotice, rolesLiteral } from "@/lib/model/saved-views";
import { failure } from "@/lib/model/write-result";
import { literalColumns } from "@/lib/records/columns";
import { WriteStopped } from "@/lib/records/exact";
import { changeRecord } from "@/lib/records/update";
import { adminSavedViews } from "@/lib/store/schema";
import { judgeView, maySee, type Owned } from "@/lib/views/judge-view";
import { savedViews, savedViewsTable } from "@/lib/views/registered";

export type StoredView = Literals & Owned & { id: string; tableName: string };

/** Everybody may have views of what they may read; a token, of the resources that it is made for. */
export function guardOf({ slug }: Resource): Guarded & { table: string } {
  return { table: savedViewsTable, writers: "viewer", slug };
}

/** The view of that list, held until the transaction ends. @throws WriteStopped when it is gone or nobody's business */
export async function lockView(
  tx: Transaction,
  actor: Actor,
  resource: Resource,
  id: string,
): Promise<StoredView> {
  const [view] = (await tx
    .select(literalColumns(savedViews))
    .from(adminSavedViews)
    .where(
      and(
        sql`${adminSavedViews.id}::text = ${id}`,
        eq(adminSavedViews.tableName, qualifiedName(resource)),
      ),
    )
    .for("update")) as StoredView[];
  if (!view || !maySee(actor, view)) throw new WriteStopped(failure(goneNotice));
  return view;
}

/** See `judgeView`. @throws Refused, with a line in the log */
export async function requireAllowed(
  actor: Actor,
  from: Owned | null,
  to: Owned | null,
): Promise<void> {
  const refusal = judgeView(actor, from, to);
  if (refusal === undefined) return;
  const { id: actorId, role } = actor;
  log().warn(
    { actorId, role, action: "saved view", table: savedViewsTable, requestId: await requestId() },
    "refused",
  );
  throw new Refused(refusal);
}

/**
 * A role has one default in a list: the views that have been it so far are not any more, as part of the same act.
 * @param to the view as it shall be
 * @returns the act that its own change belongs to
 */
export async function yieldDefaults(
  tx: Transaction,
  actor: Actor,
  to: Owned & { id?: string; tableName: string },
  act: Act,
): Promise<Act> {
  const wanted = rolesIn(to.defaultFor);
  if (wanted.length === 0) return act;
  const { tableName, defaultFor, id } = adminSavedViews;
  const others = (await tx
    .select(literalColumns(savedViews))
    .from(adminSavedViews)
    .where(
      and(
        eq(tableName, to.tableName),
        sql`${defaultFor} && ${to.defaultFor}`,
        to.id === undefined ? undefined : ne(id, to.id),
      ),
    )
    .orderBy(asc(id))
    .for("update")) as StoredView[];
  const groupId = act.groupId ?? randomUUID();
  for (const other of others) {
    const left = rolesIn(other.defaultFor).filter((role) => !wanted.includes(role));
    await changeRecord(
      tx,
      actor,
      savedViews,
      other,
      { defaultFor: rolesLiteral(left) },
      { groupId },
    );
  }
  return { ...act, groupId };
}

function rolesIn(literal: string): Role[] {
  return literal.slice(1, -1).split(",").filter(Boolean) as Role[];
}
