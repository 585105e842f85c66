// Server: the history, newest first, as pages may show it.
import "server-only";
import { and, desc, eq, getTableName, lt, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { can } from "@/lib/auth/policy";
import { read, type Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { ChangedField, ChangeView, HistoryPage } from "@/lib/model/change";
import { hasSecretName } from "@/lib/model/define-resource";
import type { Literal, Literals } from "@/lib/model/literal";
import {
  type Field,
  fieldOf,
  isSecretWhen,
  qualifiedName,
  type Resource,
} from "@/lib/model/resource";
import { mask } from "@/lib/records/columns";
import { maxTitleLength } from "@/lib/records/title";
import { requestSignal } from "@/lib/request-signal";
import { allResources, type Registered } from "@/lib/resources/registry";
import { adminChanges } from "@/lib/store/schema";
import { savedViewsTable } from "@/lib/views/registered";
import { tellViewChange } from "@/lib/views/tell-change";

const pageSize = 50;
const shownLength = 300;

type Scope = {
  /** Only this record's changes; all of them when left out. */
  record?: { registered: Registered; id: string };
  /** Only changes of this resource's records. */
  table?: Registered;
  /** Only the changes of one act, by its UUID. */
  group?: string;
  /** Only changes older than this one, by its number. */
  before?: string;
  /** Changes a page. */
  limit?: number;
};

export async function listChanges(
  actor: Actor,
  { record, table, group, before, limit = pageSize }: Scope,
): Promise<HistoryPage> {
  const conditions: SQL[] = [];
  if (before && isChangeId(before)) conditions.push(lt(adminChanges.id, BigInt(before)));
  if (table) conditions.push(eq(adminChanges.tableName, qualifiedName(table.resource)));
  if (group) conditions.push(eq(adminChanges.groupId, group));
  if (record) {
    conditions.push(
      eq(adminChanges.tableName, qualifiedName(record.registered.resource)),
      eq(adminChanges.recordId, record.id),
    );
  }
  const rows = await findRows(and(...conditions), limit + 1);
  const changes = await toViews(actor, rows.slice(0, limit));
  const oldest = rows[limit - 1]?.change.id;
  return { changes, ...(rows.length > limit && { before: String(oldest) }) };
}

/** @param id anything; `undefined` comes back for what names no change that the actor may see */
export async function findChangeView(actor: Actor, id: string): Promise<ChangeView | undefined> {
  if (!isChangeId(id)) return undefined;
  const rows = await findRows(eq(adminChanges.id, BigInt(id)), 1);
  return (await toViews(actor, rows))[0];
}

/** The number of a change in the history, as it stands in addresses and forms. */
export function isChangeId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

export function isGroupId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function findRows(condition: SQL | undefined, limit: number): Promise<Row[]> {
  const find = (tx: Transaction): Promise<Row[]> => {
    const undoing = alias(adminChanges, "undoing");
    return tx
      .select({
        change: adminChanges,
        at: sql<string>`${adminChanges.at}::text`,
        revertedById: undoing.id,
        groupSize: sql<number>`(
          select count(*)::int from ${sql.identifier(getTableName(adminChanges))} as grouped
          where grouped.group_id = ${adminChanges.groupId})`,
      })
      .from(adminChanges)
      .leftJoin(undoing, eq(undoing.revertsId, adminChanges.id))
      .where(condition)
      .orderBy(desc(adminChanges.id))
      .limit(limit);
  };
  return read(find, { signal: requestSignal() });
}

async function toViews(actor: Actor, rows: Row[]): Promise<ChangeView[]> {
  const resources = (await allResources()).map(({ resource }) => resource);
  return rows.flatMap((row) => toView(actor, resources, row) ?? []);
}

/** What of a change depends on the kind of thing that was changed. */
export type Told = Pick<ChangeView, "singular" | "title" | "fields" | "canUndo" | "href">;

type Row = {
  change: typeof adminChanges.$inferSelect;
  at: string;
  revertedById: bigint | null;
  groupSize: number;
};

/** `undefined` when the actor may not know of it. */
function toView(
  actor: Actor,
  resources: Resource[],
  { change, at, revertedById, groupSize }: Row,
): ChangeView | undefined {
  const told =
    change.tableName === savedViewsTable
      ? tellViewChange(actor, resources, change)
      : tellRecordChange(actor, resources, change);
  if (!told) return undefined;
  const { canUndo, ...rest } = told;
  return {
    id: String(change.id),
    at,
    actorName: change.actorName,
    action: change.action,
    ...rest,
    canUndo: canUndo && revertedById === null && change.action !== "reveal",
    ...(groupSize > 1 && { group: { id: change.groupId, size: groupSize } }),
    ...(change.revertsId !== null && { revertsId: String(change.revertsId) }),
    ...(revertedById !== null && { revertedById: String(revertedById) }),
  };
}

/** `undefined` when the actor may not read the table. */
function tellRecordChange(
  actor: Actor,
  resources: Resource[],
  change: Row["change"],
): Told | undefined {
  const resource = resources.find((candidate) => qualifiedName(candidate) === change.tableName);
  if (resource && !can(actor, "read", resource)) return undefined;
  const isThere = change.action !== "delete" && resource !== undefined;
  return {
    singular: resource?.singular ?? `record of ${change.tableName}`,
    title: change.recordTitle,
    fields: changedFields(change, resource),
    canUndo: resource !== undefined && can(actor, "update", resource),
    ...(isThere && { href: `/${resource.slug}/${change.recordId}` }),
  };
}

function changedFields(
  { before, after, recordTitle }: Pick<Row["change"], "before" | "after" | "recordTitle">,
  resource: Resource | undefined,
): ChangedField[] {
  const changed = Object.keys({ ...before, ...after });
  // jsonb does not keep the order of keys; fields that the table no longer has come last.
  const known = resource?.fields.map(({ name }) => name).filter((name) => changed.includes(name));
  const names = new Set([...(known ?? []), ...changed]);
  return [...names].map((name) => {
    const field = resource && fieldOf(resource, name);
    const isSecret = field ? wasSecret(field, [before, after], recordTitle) : hasSecretName(name);
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

/** What tells is the record's title, so the change says it even where it did not change. */
function wasSecret(field: Field, images: (Literals | null)[], recordTitle: string): boolean {
  const { secretWhen } = field;
  if (!secretWhen) return field.isSecret;
  const told = [recordTitle, ...images.flatMap((image) => image?.[secretWhen.field] ?? [])];
  const isCut = recordTitle.length >= maxTitleLength;
  return field.isSecret || isCut || told.some((literal) => isSecretWhen(secretWhen, literal));
}

function cut(literal: string): string {
  return literal.length > shownLength ? `${literal.slice(0, shownLength)}…` : literal;
}
