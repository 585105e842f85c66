// Server: the records of a selection, chunk by chunk in the order of the key, each step in a bounded time.
import "server-only";
import type { SQL } from "drizzle-orm";
import type { Transaction } from "@/lib/db/client";
import type { PickedRecord } from "@/lib/model/bulk";
import type { Matching, Position } from "@/lib/model/list-params";
import { decodeRecordId, type Literals } from "@/lib/model/literal";
import { cellText } from "@/lib/model/page";
import { isBig, isMatchingServed } from "@/lib/model/table-facts";
import { fetchPage } from "@/lib/records/fetch-page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { tableFacts } from "@/lib/records/table-facts";
import type { Registered } from "@/lib/resources/registry";

export type Selected = { records: PickedRecord[] } | { matching: Matching };

/** How many rows a step looks through, where no index finds those that match. */
const searchedRows = 50_000;

type Step = {
  keys: string[][];
  /** Where the next one begins; absent at the end. */
  next?: Place;
};

/** How many of the picked records had their turn, or a place in the order of the key. */
export type Place = { picked: number } | { position: Position };

export type Walk = {
  start: Place;
  where?: SQL | undefined;
  seen?: Map<string, Literals>;
  step: (tx: Transaction, place: Place, size: number) => Promise<Step>;
};

export async function walkOf(registered: Registered, selected: Selected): Promise<Walk> {
  return "records" in selected
    ? pickedWalk(registered, selected.records)
    : matchingWalk(registered, selected.matching);
}

/** An id that could not be one of the table's is left out. */
function pickedWalk({ resource }: Registered, records: PickedRecord[]): Walk {
  const seen = new Map<string, Literals>();
  for (const { id, seen: literals } of records) {
    const key = decodeRecordId(id, resource.key.length);
    if (key) seen.set(JSON.stringify(key), literals);
  }
  const keys = [...seen.keys()].map((text) => JSON.parse(text) as string[]);
  return {
    start: { picked: 0 },
    seen,
    step: async (_tx, place, size) => {
      const from = "picked" in place ? place.picked : 0;
      const to = from + size;
      return { keys: keys.slice(from, to), ...(to < keys.length && { next: { picked: to } }) };
    },
  };
}

async function matchingWalk(registered: Registered, matching: Matching): Promise<Walk> {
  const { resource } = registered;
  const where = matchingCondition(registered, matching);
  const facts = await tableFacts(resource);
  const isBounded =
    where !== undefined && isBig(facts) && !isMatchingServed(facts, resource, matching);
  const searched = isBounded ? searchedRows : undefined;
  const scope = { where, columns: [], isWhole: true, ...(searched && { searched }) };
  return {
    start: { position: { at: "first" } },
    where,
    step: async (tx, place, limit) => {
      const position: Position = "position" in place ? place.position : { at: "first" };
      const page = await fetchPage(tx, registered, { sort: [], position, limit }, scope);
      const at = resource.key.map((name) => page.columns.indexOf(name));
      const keys = page.rows.map((row) => at.map((index) => cellText(row[index] ?? null) ?? ""));
      const next: Position | undefined = page.after
        ? { at: "after", cursor: page.after }
        : page.searched?.position;
      return { keys, ...(next && { next: { position: next } }) };
    },
  };
}
