// Server: one page of a resource's records with every field whole, for machines: nothing is cut, nothing is guessed.
import "server-only";
import { and, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { Matching, PageQuery } from "@/lib/model/list-params";
import type { Literals } from "@/lib/model/literal";
import { cellText, type Page } from "@/lib/model/page";
import { columnOf } from "@/lib/records/columns";
import { fetchPage } from "@/lib/records/fetch-page";
import { matchingCondition } from "@/lib/records/filter-condition";
import { completed, orderOf } from "@/lib/records/order";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

const deadlineMs = 5_000;

/** Secrets are masked. */
export type WholePage = { records: Literals[] } & Pick<Page, "before" | "after">;

/** @param where literals that the records must have. @returns `undefined` when the row that the cursor needs is gone. */
export async function listWhole(
  actor: Actor,
  registered: Registered,
  query: PageQuery & Partial<Matching>,
  where: Record<string, string> = {},
): Promise<WholePage | undefined> {
  await authorize(actor, "read", registered.resource);
  const columns = registered.resource.fields.map(({ name }) => name);
  const conditions = Object.entries(where).map(
    ([name, literal]) => sql`${columnOf(registered, name)} = ${literal}`,
  );
  const matching = matchingCondition(registered, query);
  const scope = { columns, where: and(matching, ...conditions), isWhole: true };
  return read(
    async (tx) => {
      const position = await completed(tx, registered, query.position, orderOf(registered, query));
      if (position.at !== query.position.at) return undefined;
      const { rows, before, after } = await fetchPage(
        tx,
        registered,
        { ...query, position },
        scope,
      );
      const records = rows.map((row) =>
        Object.fromEntries(columns.map((name, index) => [name, cellText(row[index] ?? null)])),
      );
      return { records, ...(before && { before }), ...(after && { after }) };
    },
    { deadlineMs, signal: requestSignal() },
  );
}
