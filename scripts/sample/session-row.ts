// Pure: one coaching session as a row of `ai_coach_some_sessions`, its state in accord with its date.
import { DAY, HOUR, literal, MINUTE, preciseLiteral, timeOfDay, workingDay } from "./calendar";
import { writeGoals } from "./goals";
import { CANCELLATIONS, languageOf, REQUESTS, writeNote } from "./notes";
import type { Person } from "./people";
import type { Random } from "./random";

export const SESSION_TYPES = [
  "onboarding",
  "goal-setting",
  "check-in",
  "deep-dive",
  "career",
  "wellbeing",
  "leadership",
  "retrospective",
] as const;

export type SessionType = (typeof SESSION_TYPES)[number];
type SessionStatus = "pending" | "scheduled" | "completed" | "cancelled";

/** Timestamps are literals in UTC. */
export type SessionRow = {
  id: string;
  user_id: string;
  session_type: SessionType;
  status: SessionStatus;
  goals: unknown;
  notes: string | null;
  duration: number | null;
  scheduled_at: string | null;
  completed_at: string | null;
  created_at: string;
  updated_at: string;
  meta: { notes?: string[] } | null;
};

export type Client = Pick<Person, "id" | "locale" | "timezone">;

const META_NOTES = [
  "prefers mornings",
  "camera off is fine",
  "walks during calls",
  "wants materials in advance",
  "bilingual",
  "sponsor: head of department",
  "allergic to role plays 🙃",
];

/**
 * A session on the working day `day` from today, `startOfDay` milliseconds after midnight UTC.
 * Before today it took place or was cancelled; from today on it is to come.
 */
export function datedSession(
  client: Client,
  type: SessionType,
  { day, startOfDay }: { day: number; startOfDay: number },
  today: Date,
  random: Random,
): SessionRow {
  const start = workingDay(today, day) + startOfDay;
  const latestBooking = Math.min(start - startOfDay, today.getTime());
  const created = latestBooking - random.int(1, 16) * DAY + timeOfDay(random);
  const minutes = random.pick([25, 30, 45, 45, 50, 60, 60, 75, 90]);
  const row = { ...newSession(client, type, created, random), scheduled_at: literal(start) };
  const status =
    day < 0
      ? random.weighted({ completed: 86, cancelled: 14 })
      : random.weighted({ scheduled: 85, pending: 10, cancelled: 5 });

  switch (status) {
    case "completed": {
      const end = start + (minutes + random.int(0, 6)) * MINUTE;
      return {
        ...row,
        status,
        notes: writeNote(random, languageOf(client.locale)),
        duration: minutes,
        completed_at: preciseLiteral(end, random),
        updated_at: preciseLiteral(end + random.int(2, 90) * MINUTE, random),
      };
    }
    case "cancelled": {
      const changed = created + (Math.min(start, today.getTime()) - created) * random.next();
      const notes = random.chance(0.8) ? random.pick(CANCELLATIONS) : null;
      return { ...row, status, notes, updated_at: preciseLiteral(changed, random) };
    }
    case "scheduled":
      return { ...row, status, duration: random.chance(0.7) ? minutes : null };
    case "pending":
      return { ...row, notes: random.chance(0.3) ? random.pick(REQUESTS) : null };
  }
}

/** Asked for in the last weeks and not yet given a date. */
export function requestedSession(
  client: Client,
  type: SessionType,
  today: Date,
  random: Random,
): SessionRow {
  const created = today.getTime() - random.int(1, 20) * DAY + timeOfDay(random);
  const row = newSession(client, type, created, random);
  return { ...row, notes: random.chance(0.5) ? random.pick(REQUESTS) : null };
}

/** The hour between 07:00 and 16:45 UTC that a client keeps, in milliseconds after midnight. */
export function usualHour({ timezone }: Client, random: Random): number {
  const [earliest, latest] = /^Asia/.test(timezone)
    ? [7, 9]
    : /^(America|Pacific)/.test(timezone)
      ? [14, 16]
      : [8, 15];
  return random.int(earliest, latest) * HOUR + random.pick([0, 0, 0, 15, 30, 45]) * MINUTE;
}

function newSession(
  client: Client,
  type: SessionType,
  created: number,
  random: Random,
): SessionRow {
  const createdAt = preciseLiteral(created, random);
  return {
    id: random.uuid(),
    user_id: client.id,
    session_type: type,
    status: "pending",
    goals: writeGoals(random, languageOf(client.locale)),
    notes: null,
    duration: null,
    scheduled_at: null,
    completed_at: null,
    created_at: createdAt,
    updated_at: createdAt,
    meta: writeMeta(random),
  };
}

function writeMeta(random: Random): SessionRow["meta"] {
  if (random.chance(0.08)) return null;
  if (random.chance(0.6)) return {};
  return { notes: META_NOTES.filter(() => random.chance(0.3)) };
}
