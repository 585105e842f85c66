// Test support: a few entries of known numbers, and words among them.
import { randomUUID } from "node:crypto";
import type { Subject } from "@/lib/charts/lines";
import { type ChartSource, chartSource } from "@/lib/charts/source";
import { type ChartsView, declaredView } from "@/lib/model/view";
import { testActor } from "@/lib/records/testing/actors";
import { run } from "@/lib/records/testing/tables";
import { findResource, type Registered } from "@/lib/resources/registry";

export const [ada, ben, nobody] = [randomUUID(), randomUUID(), randomUUID()] as const;
const [life, work] = [randomUUID(), randomUUID()];
export const day = 86_400_000;
export const may = (date: number) => Date.UTC(2026, 4, date);
export const week = { from: may(1), to: may(8) };

export const of = (subject: Partial<Subject>): Subject => ({
  metric: "mood",
  people: [],
  split: "people",
  step: "auto",
  ...subject,
});

export function viewOf({ resource }: Registered): ChartsView {
  const view = declaredView(resource, "charts");
  if (!view) throw new Error("There are no charts.");
  return view;
}

export async function progressTable(): Promise<Registered> {
  const found = await findResource("progress");
  if (!found) throw new Error("There is no progress.");
  return found;
}

/** Fills the tables; once a file. */
export async function measuredProgress(): Promise<ChartSource> {
  const entry = (
    user: string,
    metric: string,
    value: string,
    at: string,
    session: string | null = null,
  ) =>
    `('${user}', '${metric}', '${value}', '2026-05-${at}', ${session === null ? "null" : `'${session}'`})`;
  await run(`
    insert into base_users (id, email, firstname, surname) values ('${ada}', 'ada@example.com', 'Ada', 'Lovelace');
    insert into ai_coach_some_sessions (id, user_id, session_type) values
      ('${life}', '${ada}', 'life'), ('${work}', '${ada}', 'work');
    insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp, coaching_session_id) values ${[
      entry(ada, "mood", "4", "01 08:00", life),
      entry(ada, "mood", '{"score": 6.5, "of": 10}', "01 23:59:59.999999", work),
      entry(ada, "mood", "0.1", "02 00:00"),
      entry(ada, "mood", "0.2", "02 10:00"),
      entry(ada, "mood", '"calm"', "02 11:00"),
      entry(ada, "mood", '{"score": "7"}', "02 12:00"),
      entry(ada, "mood", "null", "03 09:00"),
      entry(ben, "mood", "9", "01 09:00", life),
      entry(ben, "mood", "8", "04 09:00", randomUUID()),
      entry(ben, "mood", "[5]", "05 09:00"),
      entry(ben, "mood", "5", "08 00:00"),
      entry(ben, "huge", "1e400", "01 00:00"),
      entry(ben, "huge", "12345678901234567890.123456789", "02 00:00"),
      entry(ben, "words", '"only"', "03 00:00"),
    ].join(", ")};
    insert into ai_coach_progress_tracking (user_id, metric_type, value, timestamp) values
      ('${ada}', 'odd times', '1', 'infinity'), ('${ada}', 'odd times', '2', '0044-03-15 BC'), ('${ada}', 'odd times', '3', '2026-05-01');
    create table base_readings (id integer primary key, at timestamptz, kind text, who integer, level float8, pass_token text);
    insert into base_readings values
      (1, '2026-03-28 23:30+00', 'a', 1, 0.1), (2, '2026-03-29 21:59+00', 'a', 1, 'NaN'),
      (3, '2026-03-29 22:00+00', 'a', 2, 16777217.3), (4, null, 'a', 2, 1), (5, '2026-03-29 12:00+00', null, 2, 1);
    analyze ai_coach_progress_tracking;`);
  const progress = await progressTable();
  return chartSource(testActor("viewer"), progress, viewOf(progress));
}
