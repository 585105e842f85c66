// Server: all records that match, whole, batch by batch in an order that an index has: memory stays flat at any number.
import "server-only";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { Matching, Position } from "@/lib/model/list-params";
import { decodeRecordId, type Literals } from "@/lib/model/literal";
import { cellText, type Page } from "@/lib/model/page";
import type { SortKey } from "@/lib/model/resource";
import { indexTail, isBig, isMatchingServed } from "@/lib/model/table-facts";
import { hasKeyAmong, manyOf } from "@/lib/records/bulk/many";
import { fetchPage } from "@/lib/records/fetch-page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { completed, orderOf } from "@/lib/records/order";
import { tableFacts } from "@/lib/records/table-facts";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const [fewest, most] = [100, 5_000];
const batchBytes = 4 * 1024 * 1024;
const searchedRows = 100_000;
const deadlineMs = 20_000;

type ExportQuery = {
  selected: { ids: string[] } | { matching: Matching };
  sort: SortKey[];
  /** Names of fields. */
  columns: string[];
};

/** Secrets are masked. Each batch is as the table is at that moment; none comes twice, and none that stays is left out. */
export type Batches = AsyncGenerator<Literals[], void>;

/** @returns `undefined` where the whole table would have to be sorted for every batch */
export async function exportRecords(
  actor: Actor,
  registered: Registered,
  query: ExportQuery,
): Promise<Batches | undefined> {
  await authorize(actor, "read", registered.resource);
  if ("ids" in query.selected) return pickedBatches(registered, query, query.selected.ids);
  return matchingBatches(registered, query, query.selected.matching);
}

async function matchingBatches(
  registered: Registered,
  { sort, columns }: ExportQuery,
  matching: Matching,
): Promise<Batches | undefined> {
  const { resource } = registered;
  const facts = await tableFacts(resource);
  const ties = sort.length > 0 ? indexTail(facts, resource, sort) : [];
  if (isBig(facts) && (ties === undefined || resource.key.length === 0)) return undefined;
  const where = matchingCondition(registered, matching);
  const isBounded = where && isBig(facts) && !isMatchingServed(facts, resource, matching);
  const scope = {
    columns,
    where,
    isWhole: true,
    ...(ties && { ties }),
    ...(isBounded && { searched: searchedRows }),
  };
  return pages((position, limit) =>
    read(
      async (tx) => {
        const query = { sort, position, limit };
        const order = orderOf(registered, query, ties);
        const found = await completed(tx, registered, position, order);
        if (found.at !== position.at) throw new Error("The record at this place is gone.");
        return fetchPage(tx, registered, { ...query, position: found }, scope);
      },
      { deadlineMs, signal: requestSignal() },
    ),
  );
}

async function* pages(page: (position: Position, limit: number) => Promise<Page>): Batches {
  let position: Position | undefined = { at: "first" };
  let limit: number = fewest;
  while (position) {
    const found: Page = await page(position, limit);
    const { records, characters } = recordsOf(found);
    if (records.length > 0) {
      yield records;
      const fitting = (batchBytes / Math.max(characters, 1)) * records.length;
      limit = Math.round(Math.min(most, 4 * limit, Math.max(1, fitting)));
    }
    position = found.after ? { at: "after", cursor: found.after } : found.searched?.position;
  }
}

/** In the order of the key. */
async function* pickedBatches(
  registered: Registered,
  { columns }: ExportQuery,
  ids: string[],
): Batches {
  const keys = ids.flatMap((id) => {
    const key = decodeRecordId(id, registered.resource.key.length);
    return key ? [key] : [];
  });
  const many = await read((tx) => manyOf(tx, registered));
  const where = hasKeyAmong(many, keys);
  yield* pages((position, limit) =>
    read(
      (tx) =>
        fetchPage(tx, registered, { sort: [], position, limit }, { columns, where, isWhole: true }),
      { deadlineMs, signal: requestSignal() },
    ),
  );
}

function recordsOf({ columns, rows }: Page): { records: Literals[]; characters: number } {
  let characters = 0;
  const records = rows.map((row) => {
    const record: Literals = {};
    for (const [at, name] of columns.entries()) {
      const literal = cellText(row[at] ?? null);
      characters += literal?.length ?? 0;
      record[name] = literal;
    }
    return record;
  });
  return { records, characters };
}
