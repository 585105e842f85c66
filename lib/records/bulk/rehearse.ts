// Server: what an act on many records would do, found by doing it: in a transaction with time-outs that is rolled back.
import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read, type Transaction, write } from "@/lib/db/client";
import { isQueryCanceled } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import {
  addTally,
  type BulkAct,
  type BulkFailure,
  type BulkRehearsal,
  type BulkTally,
  noTally,
  shownFailures,
  type TouchedRows,
} from "@/lib/model/bulk";
import type { Count } from "@/lib/model/page";
import type { WriteFailure } from "@/lib/model/write-result";
import { applyChunk, type ChunkJob } from "@/lib/records/bulk/apply-chunk";
import { actionOf, prepare } from "@/lib/records/bulk/prepare";
import { addDifference, touchedTables } from "@/lib/records/bulk/touched-tables";
import { type Place, type Selected, type Walk, walkOf } from "@/lib/records/bulk/walk";
import type { Registered } from "@/lib/resources/registry";

/** Others wait for the rows that a rehearsal holds, so it is short. */
const rehearsedRows = 50_000;
const rehearsedMs = 4_000;
const statementMs = 3_000;
const countMs = 2_000;
const chunkRows = 1_000;

/** Rolls back what it is thrown in. */
class Rehearsed extends Error {}

type Found = {
  tally: BulkTally;
  failures: BulkFailure[];
  touched: Map<string, TouchedRows>;
  isWhole: boolean;
};

export async function rehearseBulk(
  actor: Actor,
  registered: Registered,
  { act, selected }: { act: BulkAct; selected: Selected },
): Promise<({ ok: true } & BulkRehearsal) | WriteFailure> {
  await authorize(actor, actionOf(act), registered.resource);
  const prepared = await prepare(registered, act);
  if (!prepared.ok) return prepared;
  const walk = await walkOf(registered, selected);
  const startedAt = performance.now();
  const found = await rehearse(walk, {
    ...prepared,
    actor,
    where: walk.where,
    ...(walk.seen && { seen: walk.seen }),
  });
  const ms = Math.round(performance.now() - startedAt);
  const { tally, failures, touched, isWhole } = found;
  const of: Count = isWhole
    ? { rows: tally.done, kind: "exact" }
    : await countAll(registered, selected, walk, tally.done);
  return { ok: true, ...tally, of, isWhole, failures, touched: [...touched.values()], ms };
}

async function rehearse(walk: Walk, job: ChunkJob): Promise<Found> {
  // Kept here, for the transaction is thrown away.
  let found = nothingFound();
  try {
    await write(
      async (tx) => {
        found = nothingFound();
        await tx.execute(sql.raw(`set local statement_timeout = ${statementMs}`));
        await rehearseIn(tx, walk, job, found);
        throw new Rehearsed();
      },
      { deadlineMs: 2 * rehearsedMs },
    );
  } catch (error) {
    // What it had got through before that is told.
    if (!(error instanceof Rehearsed) && !isQueryCanceled(error)) throw error;
  }
  return found;
}

function nothingFound(): Found {
  return { tally: noTally, failures: [], touched: new Map(), isWhole: false };
}

async function rehearseIn(tx: Transaction, walk: Walk, job: ChunkJob, found: Found) {
  const endsAt = performance.now() + rehearsedMs;
  let before = new Map<string, TouchedRows>();
  const observe = async (_: Transaction, isAfter: boolean) => {
    const counted = await touchedTables(tx);
    if (isAfter) addDifference(found.touched, before, counted);
    before = counted;
  };
  let place: Place | undefined = walk.start;
  while (place && found.tally.done < rehearsedRows && performance.now() < endsAt) {
    const { keys, next } = await walk.step(tx, place, chunkRows);
    const outcome = await applyChunk(tx, { ...job, observe }, keys);
    found.tally = addTally(found.tally, outcome);
    found.failures.push(...outcome.failures.slice(0, shownFailures - found.failures.length));
    place = next;
  }
  found.isWhole = place === undefined;
}

async function countAll(
  { table }: Registered,
  selected: Selected,
  { where }: Walk,
  atLeast: number,
): Promise<Count> {
  if ("records" in selected) return { rows: selected.records.length, kind: "exact" };
  const condition = where ?? sql`true`;
  try {
    const [counted] = await read(
      (tx) =>
        tx.execute<{ rows: string }>(sql`select count(*) as rows from ${table} where ${condition}`),
      { deadlineMs: countMs },
    );
    return { rows: Number(counted?.rows), kind: "exact" };
  } catch (error) {
    if (!isQueryCanceled(error)) throw error;
  }
  const [plan] = await read((tx) =>
    tx.execute<{ "QUERY PLAN": [{ Plan: { "Plan Rows": number } }] | string }>(
      sql`explain (format json) select from ${table} where ${condition}`,
    ),
  );
  const text = plan?.["QUERY PLAN"];
  const [{ Plan }] = (typeof text === "string" ? JSON.parse(text) : text) as [
    { Plan: { "Plan Rows": number } },
  ];
  return { rows: Math.max(Plan["Plan Rows"], atLeast), kind: "estimate" };
}
