// Bench: the pages that are measured, each with the query that is its floor.
import type { Cursor } from "@/lib/model/list-params";
import { encodeCursor } from "@/lib/model/list-params";
import type { Page } from "@/lib/model/page";
import type { Dashboard } from "./server";

export type Step = { name: string; path: string; sql: string };

const pagesTurned = 50;

// Under other names than the columns': `order by` would take the texts for what is to be sorted.
const columns = `id::text as c0, session_type::text as c1, status::text as c2, user_id::text as c3,
  scheduled_at::text as c4, duration::text as c5, left(notes, 300) as c6, created_at::text as c7`;

const query = (rest: string) => `select ${columns} from ai_coach_some_sessions ${rest} limit 51`;
const newestFirst = "order by created_at desc, id desc";

export async function steps(dashboard: Dashboard): Promise<Step[]> {
  const turned = await turnPages(dashboard);
  const deep = { sort: [turned.sort?.[0] ?? null], key: turned.key };
  const [id = ""] = deep.key;
  return [
    { name: "first page", path: "/api/rows/sessions", sql: query(newestFirst) },
    {
      name: "last page",
      path: "/api/rows/sessions?last",
      sql: query("order by created_at, id"),
    },
    {
      name: `after ${pagesTurned} × Next`,
      path: `/api/rows/sessions?after=${encodeCursor(deep)}`,
      sql: query(`where (created_at, id) < ('${deep.sort[0]}', '${id}') ${newestFirst}`),
    },
    { name: "whole document", path: "/sessions", sql: query(newestFirst) },
    {
      name: "one record",
      path: `/sessions/${id}`,
      sql: `select * from ai_coach_some_sessions where id = '${id}'`,
    },
  ];
}

/** Follows the link to the next page as a person does. */
async function turnPages(dashboard: Dashboard): Promise<Cursor> {
  let path = "/api/rows/sessions";
  let cursor: Cursor | undefined;
  for (let page = 0; page < pagesTurned; page++) {
    const { after }: Page = JSON.parse((await dashboard.fetch(path)).body);
    if (!after) throw new Error(`There are fewer than ${pagesTurned} pages.`);
    cursor = after;
    path = `/api/rows/sessions?after=${encodeCursor(after)}`;
  }
  if (!cursor) throw new Error("No page was turned.");
  return cursor;
}
