// Server: from a record the lists of those that refer to it, and how many each holds where an index can tell.
import "server-only";
import { sql } from "drizzle-orm";
import { can } from "@/lib/auth/policy";
import { read } from "@/lib/db/client";
import { pgCode, pgFault } from "@/lib/db/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import { checkLiteral } from "@/lib/model/check-literal";
import type { Condition } from "@/lib/model/filter/filter";
import type { Literals } from "@/lib/model/literal";
import type { Count } from "@/lib/model/page";
import { fieldsReferringTo } from "@/lib/model/relations";
import type { Field } from "@/lib/model/resource";
import { isConditionServed } from "@/lib/model/table-facts";
import { columnOf } from "@/lib/records/columns";
import { countOf, rowsUpTo } from "@/lib/records/count";
import { isTarget } from "@/lib/records/find-target";
import { tableFacts } from "@/lib/records/table-facts";
import { requestSignal } from "@/lib/request-signal";
import { allResources, type Registered } from "@/lib/resources/registry";

const countDeadlineMs = 2_000;
const countedRows = 100;

export type RelatedList = {
  registered: Registered;
  /** Refers to the record. */
  field: Field;
  /** What the records of the list have in common. */
  condition: Condition;
};

/** Those that the actor may read, of a record with those literals. */
export async function relatedLists(
  actor: Actor,
  { resource }: Registered,
  record: Literals,
): Promise<RelatedList[]> {
  const [name = ""] = resource.key;
  const key = record[name];
  if (!isTarget(resource) || key == null) return [];
  const readable = (await allResources()).filter((other) => can(actor, "read", other.resource));
  return readable.flatMap((registered) =>
    fieldsReferringTo(registered.resource, resource)
      .filter((field) => !field.isSecret && !field.secretWhen && !checkLiteral(field, key))
      .map((field) => ({
        registered,
        field,
        condition: { field: field.name, path: [], operator: "is" as const, values: [key] },
      })),
  );
}

/**
 * In one statement, in the order of `lists`; `undefined` for those that would have to be read through, and for all
 * where the database refuses or takes too long.
 */
export async function countRelated(
  actor: Actor,
  lists: RelatedList[],
): Promise<(Count | undefined)[]> {
  const readable = lists.filter(({ registered }) => can(actor, "read", registered.resource));
  const counts = await countIndexed(readable).catch((error: unknown) => {
    if (!pgFault(error)) throw error;
    log().warn({ code: pgCode(error) }, "related records could not be counted");
    return new Map<RelatedList, Count>();
  });
  return lists.map((list) => counts.get(list));
}

async function countIndexed(lists: RelatedList[]): Promise<Map<RelatedList, Count>> {
  const isIndexed = await Promise.all(
    lists.map(async ({ registered: { resource }, condition }) =>
      isConditionServed(await tableFacts(resource), resource, condition),
    ),
  );
  const counted = lists.filter((_, index) => isIndexed[index]);
  if (counted.length === 0) return new Map();
  const numbers = counted.map(({ registered, condition: { field, values } }) =>
    rowsUpTo(registered, countedRows, sql`${columnOf(registered, field)} = ${values[0]}`),
  );
  const [row] = await read(
    (tx) =>
      tx.execute<{ rows: string[] }>(
        sql`select json_build_array(${sql.join(numbers, sql`, `)}) as rows`,
      ),
    { deadlineMs: countDeadlineMs, signal: requestSignal() },
  );
  return new Map(
    counted.map((list, index) => [list, countOf(row?.rows[index], countedRows)] as const),
  );
}
