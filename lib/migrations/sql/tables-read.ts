// Pure: the tables that a query reads, which a lock keeps from being dropped meanwhile.
import type { Node } from "libpg-query";
import { tableOf } from "@/lib/migrations/sql/names";
import { nodesIn } from "@/lib/migrations/sql/reading";
import type { Effect } from "@/lib/model/migrations/sql";

export function tablesRead(query: Node | Node[] | undefined, action: string): Effect[] {
  const own = new Set(nodesIn(query, "CommonTableExpr").map(({ ctename }) => ctename ?? ""));
  return nodesIn(query, "RangeVar")
    .map(tableOf)
    .filter(({ schema, name }) => schema !== null || !own.has(name))
    .map((table) => ({
      table,
      action,
      lock: "AccessShareLock",
      cost: "none",
      note: "is read",
    }));
}
