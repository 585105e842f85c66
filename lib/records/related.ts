// Server: what other records have to do with one: those that point to it, and those of the same person.
import "server-only";
import { and, not, sql } from "drizzle-orm";
import admin from "@/admin.config";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { Position } from "@/lib/model/list-params";
import { encodeRecordId } from "@/lib/model/literal";
import type { Count, Page } from "@/lib/model/page";
import { fieldOf, recordHref } from "@/lib/model/resource";
import type { Panel } from "@/lib/model/view";
import { columnOf, keyEquals } from "@/lib/records/columns";
import { countUpTo } from "@/lib/records/count";
import { fetchPage } from "@/lib/records/fetch-page";
import { requestSignal } from "@/lib/request-signal";
import { findByTable, type Registered } from "@/lib/resources/registry";

const relatedDeadlineMs = 2_000;
const timelineRows = 30;
const newestRows = 3;
const countedRows = 100;

type Timeline = Extract<Panel, { kind: "timeline" }>;

/** The records of `other` that hold `key`, the newest first. */
export async function readTimeline(
  actor: Actor,
  other: Registered,
  { field, at, title, value }: Timeline,
  key: string,
  position: Position = { at: "first" },
): Promise<Page> {
  await authorize(actor, "read", other.resource);
  const query = { sort: [{ field: at, descending: true }], position, limit: timelineRows };
  const where = sql`${columnOf(other, field)} = ${key}`;
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
    personHref(person),
  ]);
  return { newest, count, ...(href && { href }) };
}

async function personHref(person: string): Promise<string | undefined> {
  const people = admin.people && (await findByTable(admin.people.table));
  if (!people) return undefined;
  const { resource } = people;
  const [key, ...others] = resource.key.map((name) => fieldOf(resource, name)?.column);
  const isNamedById = others.length === 0 && key === admin.people?.id;
  return isNamedById ? recordHref(resource, encodeRecordId([person])) : undefined;
}
