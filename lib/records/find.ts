// Server: records by id or by title, in every resource at once. It ends within a second whatever was typed, and tells
// what it had no time for.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import { createGate } from "@/lib/db/deadlines";
import { isQueryCanceled, isUnreadableLiteral, pgCode, pgFault } from "@/lib/db/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import type { Findings, Found, FoundGroup } from "@/lib/model/found";
import { keyCondition, newestOf, titleCondition } from "@/lib/records/find-condition";
import { fetchFound } from "@/lib/records/found-row";
import { requestSignal } from "@/lib/request-signal";
import { allResources, type Registered } from "@/lib/resources/registry";

const totalMs = 1_000;
const eachMs = 300;

/** Searches hold no more connections than this, whoever types. */
const gate = createGate(4);

export type FindOptions = {
  /** How many of each resource. */
  limit: number;
};

export async function findRecords(
  actor: Actor,
  text: string,
  options: FindOptions,
): Promise<Findings> {
  if (text === "") return { groups: [], unfinished: [] };
  const search = { ...options, text, until: performance.now() + totalMs };
  const searched = await Promise.all(
    (await allResources())
      .filter(({ resource }) => resource.key.length > 0 && can(actor, "read", resource))
      .map((registered) => searchIn(registered, search)),
  );
  return {
    groups: searched.map(({ group }) => group).filter(({ found }) => found.length > 0),
    unfinished: searched
      .filter(({ isFinished }) => !isFinished)
      .map(({ group: { label } }) => label),
  };
}

type Search = FindOptions & { text: string; until: number };

async function searchIn(
  registered: Registered,
  search: Search,
): Promise<{ group: FoundGroup; isFinished: boolean }> {
  const byKey = await look(registered, keyCondition(registered, search.text), search);
  const byTitle = await lookByTitle(registered, search);
  // What was named by its id stands first.
  const both = new Map([...byKey.found, ...byTitle.found].map((each) => [each.href, each]));
  const found = [...both.values()];
  return {
    group: {
      label: registered.resource.label,
      found: found.slice(0, search.limit),
      hasMore: found.length > search.limit,
    },
    isFinished: byKey.isFinished && byTitle.isFinished,
  };
}

type Looked = { found: Found[]; isFinished: boolean };

/** Where there is no time for all records, the newest are better than none. */
async function lookByTitle(registered: Registered, search: Search): Promise<Looked> {
  const condition = titleCondition(registered, search.text);
  const all = await look(registered, condition, search);
  if (all.isFinished || !condition) return all;
  const newest = await look(registered, condition, search, newestOf(registered));
  return { ...newest, isFinished: false };
}

async function look(
  registered: Registered,
  condition: SQL | undefined,
  { until, limit }: Search,
  from: SQL = sql`${registered.table}`,
): Promise<Looked> {
  if (!condition) return { found: [], isFinished: true };
  const signal = requestSignal();
  const waitMs = Math.max(until - performance.now(), 0);
  const leave = await gate.enter(waitMs, outOfTime, signal).catch(nothing);
  const deadlineMs = Math.min(eachMs, Math.floor(until - performance.now()));
  try {
    if (!leave || deadlineMs <= 0) return { found: [], isFinished: false };
    const found = await read(
      (tx) => fetchFound(tx, registered, { from, condition, limit: limit + 1 }),
      { deadlineMs, signal },
    );
    return { found, isFinished: true };
  } catch (error) {
    // No record has a key that its type cannot even read.
    if (isUnreadableLiteral(error)) return { found: [], isFinished: true };
    if (!pgFault(error)) throw error;
    if (!isQueryCanceled(error)) {
      log().warn({ table: registered.resource.table, code: pgCode(error) }, "search failed");
    }
    return { found: [], isFinished: false };
  } finally {
    leave?.();
  }
}

const outOfTime = () => new Error("No time is left for this search.");
const nothing = () => undefined;
