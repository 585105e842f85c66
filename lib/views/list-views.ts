// Server: the saved views of a list that a person may see: their own and those that are shared.
import "server-only";
import { and, asc, eq, or, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import { qualifiedName } from "@/lib/model/resource";
import { type SavedView, viewLiterals } from "@/lib/model/saved-views";
import type { Registered } from "@/lib/resources/registry";
import { adminSavedViews, adminUsers } from "@/lib/store/schema";
import { judgeView } from "@/lib/views/judge-view";

/** By name. @throws Refused when the actor may not read the list's records */
export async function listViews(actor: Actor, { resource }: Registered): Promise<SavedView[]> {
  await authorize(actor, "read", resource);
  const { id, name, definition, ownerId, isShared, defaultFor, tableName } = adminSavedViews;
  const rows = await read((tx) =>
    tx
      .select({
        id,
        name,
        definition,
        ownerId,
        ownerName: adminUsers.name,
        isShared,
        defaultFor,
      })
      .from(adminSavedViews)
      .innerJoin(adminUsers, eq(adminUsers.id, ownerId))
      .where(
        and(eq(tableName, qualifiedName(resource)), or(eq(ownerId, actor.id), eq(isShared, true))),
      )
      .orderBy(asc(sql`lower(${name})`), asc(id)),
  );
  return rows.map(({ ownerId: whose, ...view }) => {
    const owned = { ...viewLiterals(view), ownerId: whose };
    const mayChange = judgeView(actor, owned, owned) === undefined;
    return { ...view, isOwn: whose === actor.id, mayChange };
  });
}
