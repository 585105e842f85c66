// Pure: the coaching programmes of all sample clients, about six months around today.
import { ODD_GOALS } from "./goals";
import { LONG_NOTE } from "./long-note";
import { type Person, sampleClients } from "./people";
import { createRandom, type Random } from "./random";
import {
  type Client,
  datedSession,
  requestedSession,
  type SessionRow,
  type SessionType,
  usualHour,
} from "./session-row";

/** About five months back and four weeks ahead, in working days. */
const FIRST_DAY = -106;
const LAST_DAY = 19;

/** Rows between two sessions whose goals have another shape than usual. */
const ODD_GOALS_EVERY = 35;

const LONG_NOTE_OF = "priya.raghunathan@northlight.example";

/** In the order of their creation. */
export function sessionRows(today: Date): SessionRow[] {
  const random = createRandom("sessions");
  const rows = [
    ...sampleClients().flatMap((client) => programme(client, today, random)),
    ...departedClient(today, random),
  ];
  return rows.map(withOddGoals).sort((a, b) => (a.created_at < b.created_at ? -1 : 1));
}

function withOddGoals(row: SessionRow, index: number): SessionRow {
  if (index % ODD_GOALS_EVERY !== 7) return row;
  const turn = Math.floor(index / ODD_GOALS_EVERY);
  return { ...row, goals: ODD_GOALS[turn % ODD_GOALS.length] };
}

/** A session every one or two weeks at the same hour; then the programme ends, or goes on beyond today. */
function programme(client: Person, today: Date, random: Random): SessionRow[] {
  const startOfDay = usualHour(client, random);
  const everyDays = random.pick([5, 5, 10]);
  const hasEnded = random.chance(0.2);
  const lastDay = hasEnded ? random.int(-30, -3) : LAST_DAY;
  const rows: SessionRow[] = [];
  for (let day = random.int(FIRST_DAY, -40); day <= lastDay; day += everyDays + random.int(-1, 1)) {
    const type = typeOf(rows.length, random);
    rows.push(datedSession(client, type, { day, startOfDay }, today, random));
  }
  const latest = rows.findLast(({ status }) => status === "completed");
  if (latest && hasEnded) latest.session_type = "retrospective";
  if (latest && client.email === LONG_NOTE_OF) {
    Object.assign(latest, { session_type: "retrospective", notes: LONG_NOTE });
  }
  if (!hasEnded && random.chance(0.6)) {
    rows.push(requestedSession(client, typeOf(rows.length, random), today, random));
  }
  return rows;
}

function typeOf(position: number, random: Random): SessionType {
  if (position === 0) return "onboarding";
  if (position === 1) return "goal-setting";
  return random.weighted({
    "check-in": 8,
    "deep-dive": 4,
    career: 3,
    wellbeing: 3,
    leadership: 2,
    "goal-setting": 1,
    retrospective: 1,
  });
}

/** Sessions outlive their user: this id is nobody's any more. */
function departedClient(today: Date, random: Random): SessionRow[] {
  const nobody: Client = { id: random.uuid(), locale: "en-GB", timezone: "Europe/London" };
  const startOfDay = usualHour(nobody, random);
  return [-104, -97, -90, -82].map((day) =>
    datedSession(nobody, "career", { day, startOfDay }, today, random),
  );
}
