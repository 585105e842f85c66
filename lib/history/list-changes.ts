// Server: the history, newest first, as pages may show it.
import "server-only";
import { and, desc, eq, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { ChangedField, ChangeView, HistoryPage } from "@/lib/model/change";
import { hasSecretName } from "@/lib/model/define-resource";
import type { Literal } from "@/lib/model/literal";
import { fieldOf, qualifiedName, type Resource } from "@/lib/model/resource";
import { mask } from "@/lib/records/columns";
import { allResources, type Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";

const pageSize = 50;
const shownLength = 300;

type Scope = {
  /** Only this record's changes; all of them when left out. */
  record?: { registered: Registered; id: string };
  /** Only changes older than this one, by its number. */
  before?: string;
};

export async function listChanges(actor: Actor, { record, before }: Scope): Promise<HistoryPage> {
  const resources = (await allResources()).map(({ resource }) => resource);
  const conditions: SQL[] = [];
  if (before && /^\d{1,18}$/.test(before)) conditions.push(lt(adminChanges.id, BigInt(before)));
  if (record) {
    conditions.push(
      eq(adminChanges.tableName, qualifiedName(record.registered.resource)),
      eq(adminChanges.recordId, record.id),
    );
  }
  const rows = await read((tx) => {
    const undoing = alias(adminChanges, "undoing");
    return tx
      .select({
        change: adminChanges,
        at: sql<string>`${adminChanges.at}::text`,
        revertedById: undoing.id,
      })
      .from(adminChanges)
      .leftJoin(undoing, eq(undoing.revertsId, adminChanges.id))
      .where(and(...conditions))
      .orderBy(desc(adminChanges.id))
      .limit(pageSize + 1);
  });
  const changes = rows.slice(0, pageSize).flatMap((row) => toView(actor, resources, row) ?? []);
  const oldest = rows[pageSize - 1]?.change.id;
  return { changes, ...(rows.length > pageSize && { before: String(oldest) }) };
}

type Row = { change: typeof adminChanges.$inferSelect; at: string; revertedById: bigint | null };

/** `undefined` when the actor may not read the table. */
function toView(
  actor: Actor,
  resources: Resource[],
  { change, at, revertedById }: Row,
): ChangeView | undefined {
  const resource = resources.find((candidate) => qualifiedName(candidate) === change.tableName);
  if (resource && !can(actor, "read", resource)) return undefined;
  const isThere = change.action !== "delete" && resource !== undefined;
  return {
    id: String(change.id),
    at,
    actorName: change.actorName,
    action: change.action,
    singular: resource?.singular ?? `record of ${change.tableName}`,
    title: change.recordTitle,
    fields: changedFields(change, resource),
    ...(isThere && { href: `/${resource.slug}/${change.recordId}` }),
    ...(change.revertsId !== null && { revertsId: String(change.revertsId) }),
    ...(revertedById !== null && { revertedById: String(revertedById) }),
  };
}

function changedFields(
  { before, after }: Pick<Row["change"], "before" | "after">,
  resource: Resource | undefined,
): ChangedField[] {
  const names = Object.keys({ ...before, ...after });
  return names.map((name) => {
    const field = resource && fieldOf(resource, name);
    const isSecret = field ? field.isSecret : hasSecretName(name);
    const show = (literal: Literal | undefined) =>
      literal && isSecret ? mask : typeof literal === "string" ? cut(literal) : literal;
    return {
      name,
      label: field?.label ?? name,
      ...(before && { before: show(before[name]) }),
      ...(after && { after: show(after[name]) }),
    };
  });
}

function cut(literal: string): string {
  return literal.length > shownLength ? `${literal.slice(0, shownLength)}…` : literal;
}
