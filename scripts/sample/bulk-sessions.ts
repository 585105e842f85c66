// Server: coaching sessions by the million, over three years up to today.
import { getTableName } from "drizzle-orm";
import type postgres from "postgres";
import { coachingSessions } from "@/lib/db/schema";
import {
  bulkId,
  bulkUserIds,
  bulkUserIndex,
  fillUp,
  type InsertChunk,
  jsonbArray,
  textArray,
} from "./bulk";
import { writeGoals } from "./goals";
import { languageOf, writeNote } from "./notes";
import { samplePeople } from "./people";
import { createRandom } from "./random";
import { SESSION_TYPES } from "./session-row";

/** In the notes of every 10,000th row, and nowhere else. */
export const RARE_WORD = "kintsugi";

const RARE_NOTE = `Spoke about ${RARE_WORD}: what was broken may show its seams.`;

/** @returns How many rows were added to reach `rows`. */
export async function fillSessions(sql: postgres.Sql, rows: number, today: Date): Promise<number> {
  const random = createRandom("bulk sessions");
  const userIds = await bulkUserIds(sql);
  const languages = samplePeople().people.map(({ locale }) => languageOf(locale));
  const texts = Array.from({ length: 200 }, () => {
    const language = random.pick(languages);
    return { goals: writeGoals(random, language), notes: writeNote(random, language) };
  });
  const goals = texts.map((text) => text.goals);
  const notes = texts.map((text) => text.notes);
  const now = today.toISOString();

  const insert: InsertChunk = (sql, from, to) => sql`
    insert into ${sql(getTableName(coachingSessions))} (
      id, user_id, session_type, status, goals, notes, duration,
      scheduled_at, completed_at, created_at, updated_at, meta
    )
    with draw as (
      select n, random() as state, random() as lead, random() as hour, random() as words,
        random() as length, random() as rest,
        -- Some came by import, a hundred at once: those share their created_at.
        case when n % 1000 < 100 then n - n % 1000 else n end / ${rows}::float8 as position
      from generate_series(${from}::bigint, ${to}::bigint) as n
    ), booked as (
      select *, ${now}::timestamp - interval '3 years' * greatest(0, 1 - position) as created,
        (array[25, 30, 45, 50, 60, 75, 90])[1 + floor(length * 7)::int] as minutes
      from draw
    ), dated as (
      select *, date_trunc('day', created) + interval '1 day' * (1 + floor(lead * 21)) as day
      from booked
    ), planned as (
      select *, day + interval '15 minutes' * (32 + floor(hour * 36))
        + interval '1 day' * case extract(isodow from day) when 6 then 2 when 7 then 1 else 0 end
        as start
      from dated
    ), settled as materialized (
      select *, case
          when state < 0.05 then 'pending'
          when start >= ${now} then case when state < 0.1 then 'cancelled' else 'scheduled' end
          when state < 0.18 then 'cancelled'
          else 'completed'
        end as status
      from planned
    )
    select ${bulkId(sql, coachingSessions, sql`n`)},
      (${userIds}::uuid[])[${bulkUserIndex(sql, sql`n`, userIds.length)}],
      (${textArray(sql, SESSION_TYPES)})[1 + floor(rest * ${SESSION_TYPES.length})::int],
      status,
      nullif((${jsonbArray(sql, goals)})[1 + floor(words * ${texts.length})::int], 'null'),
      case
        when n % 10000 = 0 then ${RARE_NOTE}
        when status = 'completed' and rest < 0.9 or rest < 0.1
          then (${textArray(sql, notes)})[1 + floor(words * ${texts.length})::int]
      end,
      case when status in ('scheduled', 'completed') and lead < 0.95 then minutes end,
      case when status <> 'pending' or hour < 0.3 then start end,
      case when status = 'completed' then start + interval '1 minute' * (minutes + floor(rest * 6)) end,
      created,
      case status
        when 'completed' then start + interval '1 minute' * (minutes + 10 + floor(words * 60))
        when 'cancelled' then created + rest * (least(start, ${now}) - created)
        else created
      end,
      case when words > 0.1 then '{}'::jsonb end
    from settled
    on conflict (id) do nothing`;

  return fillUp(sql, coachingSessions, rows, insert);
}
