// Server: the history, newest first, as pages may show it.
import "server-only";
import { and, desc, eq, lt, notInArray, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { can } from "@/lib/auth/policy";
import { read, type Transaction } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { ChangedField, ChangeView, HistoryPage } from "@/lib/model/change";
import { cutText } from "@/lib/model/cut-text";
import { hasSecretName } from "@/lib/model/define-resource";
import { arrayLiteral, type Literal, type Literals } from "@/lib/model/literal";
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
  const place = before && isChangeId(before) ? BigInt(before) : undefined;
  if (table) conditions.push(eq(adminChanges.tableName, qualifiedName(table.resource)));
  if (group) conditions.push(eq(adminChanges.groupId, group));
  if (record) {
    conditions.push(
      eq(adminChanges.tableName, qualifiedName(record.registered.resource)),
      eq(adminChanges.recordId, record.id),
    );
  }
  const isOfOne = record !== undefined || group !== undefined;
  const rows = await findEntries(conditions, place, limit + 1, isOfOne);
  const changes = await toViews(actor, rows.slice(0, limit));
  const oldest = rows[limit - 1]?.change.id;
  return { changes, ...(rows.length > limit && { before: String(oldest) }) };
}

/** A group of more changes than this is one entry among others: its latest change stands for it. */
const foldedFrom = 20;

async function findEntries(
  conditions: SQL[],
  before: bigint | undefined,
  limit: number,
  isOfOne: boolean,
): Promise<Row[]> {
  const found: Row[] = [];
  const folded = new Set<string>();
  let place = before;
  for (;;) {
    const wanted = limit - found.length;
    const others = folded.size > 0 ? notInArray(adminChanges.groupId, [...folded]) : undefined;
    const older = place === undefined ? undefined : lt(adminChanges.id, place);
    const batch = await findRows(and(...conditions, older, others), wanted);
    const groups = await groupsOf(batch);
    for (const row of batch) {
      const group = groups.get(row.change.groupId);
      const size = group?.size ?? 1;
      if (isOfOne || size <= foldedFrom) found.push({ ...row, groupSize: size });
      else if (!folded.has(row.change.groupId)) {
        folded.add(row.change.groupId);
        // It stands on an earlier page already where it has changes of before this one.
        const isLatest = before === undefined || (group?.latest ?? 0n) < before;
        if (isLatest) found.push({ ...row, groupSize: size, standsForGroup: true });
      }
    }
    if (found.length >= limit || batch.length < wanted) return found;
    place = batch.at(-1)?.change.id;
  }
}

/** Counted once a group, not once a row of it. */
async function groupsOf(rows: FoundRow[]): Promise<Map<string, { size: number; latest: bigint }>> {
  const ids = [...new Set(rows.map(({ change }) => change.groupId))];
  if (ids.length === 0) return new Map();
  const groups = await read((tx) =>
    tx.execute<{ id: string; size: string; latest: string }>(sql`
      select group_id as id, count(*) as size, max(id) as latest from ${adminChanges}
      where group_id = any(${arrayLiteral(ids)}::uuid[]) group by group_id`),
  );
  return new Map(
    groups.map(({ id, size, latest }) => [id, { size: Number(size), latest: BigInt(latest) }]),
  );
}

/** @param id anything; `undefined` comes back for what names no change that the actor may see */
export async function findChangeView(actor: Actor, id: string): Promise<ChangeView | undefined> {
  if (!isChangeId(id)) return undefined;
  const rows = await findEntries([eq(adminChanges.id, BigInt(id))], undefined, 1, true);
  return (await toViews(actor, rows))[0];
}

/** The number of a change in the history, as it stands in addresses and forms. */
export function isChangeId(text: string): boolean {
  return /^\d{1,18}$/.test(text);
}

export function isGroupId(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text);
}

function findRows(condition: SQL | undefined, limit: number): Promise<FoundRow[]> {
  const find = (tx: Transaction): Promise<FoundRow[]> => {
    const undoing = alias(adminChanges, "undoing");
    return tx
      .select({
        change: adminChanges,
        at: sql<string>`${adminChanges.at}::text`,
        revertedById: undoing.id,
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

type FoundRow = {
  change: typeof adminChanges.$inferSelect;
  at: string;
  revertedById: bigint | null;
};

type Row = FoundRow & { groupSize: number; standsForGroup?: true };

/** `undefined` when the actor may not know of it. */
function toView(
  actor: Actor,
  resources: Resource[],
  { change, at, revertedById, groupSize, standsForGroup }: Row,
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
    ...(standsForGroup && { standsForGroup }),
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
      literal && isSecret
        ? mask
        : typeof literal === "string"
          ? cutText(literal, shownLength)
          : literal;
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
