// Bench: what a person does with lists, each with the one query that is its floor.
import type postgres from "postgres";
import { encodeCursor } from "@/lib/model/cursor";

import type { Page } from "@/lib/model/page";
import { RARE_WORD } from "../scripts/sample/bulk-sessions";
import type { Answer, Dashboard } from "./server";

export type Step = {
  name: string;
  /** All that the floor does for it. */
  sql: string;
  ask: () => Promise<Answer>;
};

// Under other names than the columns': `order by` would take the texts for what is to be sorted.
const sessionColumns = `id::text as c0, session_type::text as c1, status::text as c2, user_id::text as c3,
  scheduled_at::text as c4, duration::text as c5, left(notes, 300) as c6, created_at::text as c7`;
const progressColumns = `id::text as c0, metric_type::text as c1, left(value::text, 300) as c2, user_id::text as c3,
  timestamp::text as c4, coaching_session_id::text as c5, left(metadata::text, 300) as c6`;

const sessions = (rest: string) =>
  `select ${sessionColumns} from ai_coach_some_sessions ${rest} limit 51`;
const progress = (rest: string) =>
  `select ${progressColumns} from ai_coach_progress_tracking ${rest} limit 51`;
const newestSessions = "order by created_at desc, id desc";
const newestProgress = "order by timestamp desc, id desc";

const deep = 0.9;

export async function listSteps(
  sql: postgres.Sql,
  rows: number,
  dashboard: Dashboard,
): Promise<Step[]> {
  const { cursor, id, createdAt } = await placeAfter(sql, Math.trunc(rows * deep));
  /** What a list on screen asks for, all at once: the rows. The count comes with the document. */
  const list = (query = "", slug = "sessions") => {
    return () => dashboard.fetch(`/api/rows/${slug}${query}`);
  };
  return [
    { name: "J1 first page", ask: list(), sql: sessions(newestSessions) },
    { name: "J1p first page, progress", ask: list("", "progress"), sql: progress(newestProgress) },
    {
      name: `J2 page at ${deep * 100} %`,
      ask: list(`?after=${cursor}`),
      sql: sessions(`where (created_at, id) < ('${createdAt}', '${id}') ${newestSessions}`),
    },
    { name: "J2 last page", ask: list("?last"), sql: sessions("order by created_at, id") },
    {
      name: "J3 filtered",
      ask: list("?where=is(status,scheduled)"),
      sql: sessions(`where status = 'scheduled' ${newestSessions}`),
    },
    {
      name: "J3p filtered, progress",
      ask: list("?where=is(metricType,mood_score)", "progress"),
      sql: progress(`where metric_type = 'mood_score' ${newestProgress}`),
    },
    {
      name: "list, whole document",
      ask: () => dashboard.fetch("/sessions"),
      sql: sessions(newestSessions),
    },
  ];
}

const searchSql = sessions(
  `where notes ilike '%${RARE_WORD}%' or session_type ilike '%${RARE_WORD}%' ${newestSessions}`,
);

/** Without an index a search answers with what it found so far: the first answer, and all of them until none is left. */
export function searchSteps(dashboard: Dashboard): Step[] {
  return [
    { name: "J4 search, first answer", ask: () => search(dashboard), sql: searchSql },
    { name: "J4 search, all rows", ask: () => searchToTheEnd(dashboard), sql: searchSql },
  ];
}

export function indexedSearchSteps(dashboard: Dashboard): Step[] {
  return [{ name: "J4i search, trigrams", ask: () => search(dashboard), sql: searchSql }];
}

function search(dashboard: Dashboard, place = "") {
  return dashboard.fetch(`/api/rows/sessions?q=${RARE_WORD}${place}`);
}

async function searchToTheEnd(dashboard: Dashboard): Promise<Answer> {
  let all = await search(dashboard);
  for (let next = placeBeyond(all); next; ) {
    const answer = await search(dashboard, next);
    all = { ms: all.ms + answer.ms, bytes: all.bytes + answer.bytes, body: answer.body };
    next = placeBeyond(answer);
  }
  return all;
}

/** Where a search goes on that has not looked through everything. */
function placeBeyond({ body }: Answer): string | undefined {
  const { searched }: Page = JSON.parse(body);
  if (!searched || !("cursor" in searched.position)) return undefined;
  return `&${searched.position.at}=${encodeCursor(searched.position.cursor)}`;
}

/** That of a session which so many newer ones precede. */
async function placeAfter(sql: postgres.Sql, newer: number) {
  const [row] = await sql<{ id: string; createdAt: string }[]>`
    select id, created_at::text as "createdAt" from ai_coach_some_sessions
    order by created_at desc, id desc offset ${newer} limit 1`;
  if (!row) throw new Error("There are too few sessions.");
  return { ...row, cursor: encodeCursor({ sort: [row.createdAt], key: [row.id] }) };
}
