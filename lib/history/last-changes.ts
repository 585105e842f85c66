// Server: who changed each of many records last, in one query.
import "server-only";
import { sql } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { arrayLiteral } from "@/lib/model/literal";
import { qualifiedName, type Resource } from "@/lib/model/resource";
import { adminChanges } from "@/lib/store/schema";

export type LastChange = { at: string; by: string };

/** By the records' ids; those that were never changed here are left out. Reading a secret is no change. */
export async function lastChanges(
  resource: Pick<Resource, "schema" | "table">,
  ids: string[],
): Promise<Map<string, LastChange>> {
  if (ids.length === 0) return new Map();
  const { tableName, recordId, id, at, actorName, action } = adminChanges;
  const rows = await read((tx) =>
    tx.execute<{ record: string; at: string; by: string }>(sql`
      select record, change.at, change.by
      from unnest(${arrayLiteral(ids)}::text[]) as record
      cross join lateral (
        select ${at}::text as at, ${actorName} as by from ${adminChanges}
        where ${tableName} = ${qualifiedName(resource)} and ${recordId} = record
          and ${action} <> 'reveal'
        order by ${id} desc limit 1
      ) as change`),
  );
  return new Map(rows.map(({ record, ...change }) => [record, change]));
}
