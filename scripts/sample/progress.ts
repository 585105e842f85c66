// Pure: what clients measure between sessions, as rows of `ai_coach_progress_tracking`.
import { DAY, instantOf, preciseLiteral, timeOfDay } from "./calendar";
import { createCurve, METRICS, type NumericMetric } from "./metrics";
import { createRandom, type Random } from "./random";
import type { SessionRow } from "./session-row";

export type ProgressRow = {
  id: string;
  user_id: string;
  coaching_session_id: string | null;
  metric_type: NumericMetric | "milestone" | "reflection";
  value: unknown;
  timestamp: string;
  metadata: Record<string, unknown> | null;
};

const MILESTONES: unknown[] = [
  { event: "promotion" },
  { event: "first_presentation", audience: 40 },
  { event: "certificate", name: "Mediation, level 1" },
  { event: "new_team", size: 9, remote: true },
  { event: "parental_leave", until: null },
];

const REFLECTIONS = [
  "calmer than last week",
  "weniger gegrübelt",
  "plus confiante",
  "やり切った",
  "did nothing on Sunday 🙌",
];

/** Days between entries, about. */
const DIARIES = {
  mood_score: 3,
  focus_minutes: 4,
  sleep_hours: 4,
  stress: 5,
  goal_completion: 7,
};

/** Of every client with some completed sessions, from the first one up to yesterday; in order of time. */
export function progressRows(sessions: SessionRow[], today: Date): ProgressRow[] {
  const held = new Map<string, SessionRow[]>();
  const completed = sessions.filter(({ status }) => status === "completed");
  for (const session of completed.sort(byDate)) {
    held.set(session.user_id, [...(held.get(session.user_id) ?? []), session]);
  }
  return [...held]
    .filter(([, own]) => own.length > 4)
    .flatMap(([userId, own]) => [
      ...answers(userId, own, today),
      ...diaries(userId, startOfFirst(own), today),
    ])
    .sort((a, b) => (a.timestamp < b.timestamp ? -1 : 1));
}

/** How sure a client feels is asked at the end of each session; now and then there is more to say. */
function answers(userId: string, held: SessionRow[], today: Date): ProgressRow[] {
  const random = createRandom(`answers of ${userId}`);
  const span = { from: startOfFirst(held), to: today.getTime() };
  const confidence = createCurve(METRICS.confidence, span, random);
  return held.flatMap((session) => {
    const end = instantOf(session.completed_at ?? "");
    const linked = { coaching_session_id: session.id, metadata: { source: "session" } };
    const score = { score: confidence(end), of: 10 };
    const rows = [{ ...newEntry(userId, "confidence", score, end + 5_000, random), ...linked }];
    if (random.chance(0.04)) {
      const words = random.pick(REFLECTIONS);
      rows.push({ ...newEntry(userId, "reflection", words, end + 20_000, random), ...linked });
    }
    return rows;
  });
}

/** What a client notes down alone. Nobody keeps a diary of everything. */
function diaries(userId: string, from: number, today: Date): ProgressRow[] {
  const random = createRandom(`diaries of ${userId}`);
  const kept = (Object.keys(DIARIES) as (keyof typeof DIARIES)[]).filter(
    (type) => type === "goal_completion" || random.chance(0.6),
  );
  const rows = kept.flatMap((type) => diary(userId, type, { from, to: today.getTime() }));
  if (random.chance(0.4)) {
    const moment = from + (today.getTime() - from) * random.next();
    rows.push(newEntry(userId, "milestone", random.pick(MILESTONES), moment, random));
  }
  return rows;
}

function diary(
  userId: string,
  type: keyof typeof DIARIES,
  span: { from: number; to: number },
): ProgressRow[] {
  const random = createRandom(`${type} of ${userId}`);
  const metric = METRICS[type];
  const valueAt = createCurve(metric, span, random);
  const isScored = metric.max === 10 && random.chance(0.3);
  const rows: ProgressRow[] = [];
  let day = span.from - (span.from % DAY) + DAY;
  while (day < span.to) {
    const moment = day + timeOfDay(random);
    const number = valueAt(moment);
    rows.push(
      newEntry(userId, type, isScored ? { score: number, of: 10 } : number, moment, random),
    );
    day += random.int(1, DIARIES[type] * 2 - 1) * DAY;
  }
  return rows;
}

function newEntry(
  userId: string,
  type: ProgressRow["metric_type"],
  value: unknown,
  moment: number,
  random: Random,
): ProgressRow {
  const source = random.pick(["app", "watch", "form"]);
  return {
    id: random.uuid(),
    user_id: userId,
    coaching_session_id: null,
    metric_type: type,
    value,
    timestamp: preciseLiteral(moment, random),
    metadata: random.chance(0.3) ? { source, app_version: `2.${random.int(3, 9)}.0` } : null,
  };
}

function startOfFirst([first]: SessionRow[]): number {
  return instantOf(first?.scheduled_at ?? "");
}

function byDate(a: SessionRow, b: SessionRow): number {
  return instantOf(a.scheduled_at ?? "") - instantOf(b.scheduled_at ?? "");
}
