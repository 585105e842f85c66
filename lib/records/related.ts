// Server: what other records have to do with one: those that point to it, and those of the same person.
import "server-only";
import { and, not, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { Position } from "@/lib/model/list-params";
import { encodeRecordId } from "@/lib/model/literal";
import type { Count, Page } from "@/lib/model/page";
import { fieldsReferringTo } from "@/lib/model/relations";
import { fieldOf, type Resource, recordHref } from "@/lib/model/resource";
import type { Panel } from "@/lib/model/view";
import { columnOf, keyEquals } from "@/lib/records/columns";
import { countUpTo } from "@/lib/records/count";
import { fetchPage } from "@/lib/records/fetch-page";
import { findTarget } from "@/lib/records/find-target";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const relatedDeadlineMs = 2_000;
const timelineRows = 30;
const newestRows = 3;
const countedRows = 100;

type Timeline = Extract<Panel, { kind: "timeline" }>;

/** The records of `other` that refer to the one of `resource` with that key, the newest first. */
export async function readTimeline(
  actor: Actor,
  resource: Resource,
  other: Registered,
  { at, title, value }: Timeline,
  key: string,
  position: Position = { at: "first" },
): Promise<Page> {
  await authorize(actor, "read", other.resource);
  const query = { sort: [{ field: at, descending: true }], position, limit: timelineRows };
  const [field] = fieldsReferringTo(other.resource, resource);
  const where = field ? sql`${columnOf(other, field.name)} = ${key}` : sql`false`;
  return read((tx) => fetchPage(tx, other, query, { columns: [at, title, value], where }), {
    deadlineMs: relatedDeadlineMs,
    signal: requestSignal(),
  });
}

type PersonRecords = {
  /** Of the same resource, in its own order. */
  newest: Page;
  /** All but the record itself. */
  count: Count;
  /** The page of the person, where their table has pages. */
  href?: string;
};

/**
 * @param field holds the person's id
 * @param key of the record that is not counted
 */
export async function readPersonRecords(
  actor: Actor,
  registered: Registered,
  field: string,
  person: string,
  key: string[],
): Promise<PersonRecords> {
  const { resource } = registered;
  await authorize(actor, "read", resource);
  const where = and(
    sql`${columnOf(registered, field)} = ${person}`,
    not(sql`(${keyEquals(registered, key)})`),
  );
  const query = { sort: resource.list.sort, position: { at: "first" as const }, limit: newestRows };
  const columns = resource.list.sort.map((sorted) => sorted.field);
  const [[newest, count], href] = await Promise.all([
    read(
      (tx) =>
        Promise.all([
          fetchPage(tx, registered, query, { columns, where }),
          countUpTo(tx, registered, countedRows, where),
        ]),
      { deadlineMs: relatedDeadlineMs, signal: requestSignal() },
    ),
    personHref(actor, resource, field, person),
  ]);
  return { newest, count, ...(href && { href }) };
}

async function personHref(
  actor: Actor,
  resource: Resource,
  field: string,
  person: string,
): Promise<string | undefined> {
  const people = await findTarget(actor, fieldOf(resource, field)?.refersTo);
  return people && recordHref(people.resource, encodeRecordId([person]));
}
