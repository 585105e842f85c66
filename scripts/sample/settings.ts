// Pure: settings of every kind of value, as rows of `ai_coach_app_settings`.
import { DAY, preciseLiteral, timeOfDay } from "./calendar";
import { createRandom } from "./random";

type Setting = { key: string; value: string; description: string | null; isPublic?: true };

const WELCOME_TEXT = `Welcome to coaching.

Your first session is about you: where you stand, where you would like to go, and how you like to work.
There is nothing to prepare. What you say stays between you and your coach; your organisation sees only
how many sessions have taken place.

If you need to move an appointment, please do so at least 24 hours before.`;

const SETTINGS: Setting[] = [
  {
    key: "app.name",
    value: "Northlight Coaching",
    description: "Shown in the title of every page and in e-mails.",
    isPublic: true,
  },
  {
    key: "app.base_url",
    value: "https://coaching.northlight.example",
    description: "Where links in e-mails lead.",
    isPublic: true,
  },
  {
    key: "app.accent_color",
    value: "#2f6f5e",
    description: "Buttons and links of the app.",
    isPublic: true,
  },
  {
    key: "app.languages",
    value: "en,de,fr,es,pt,ja,zh,ar",
    description: "Offered in the language menu, in this order.",
    isPublic: true,
  },
  {
    key: "app.maintenance",
    value: "false",
    description: "Shows the maintenance page to everybody but staff.",
    isPublic: true,
  },
  {
    key: "app.announcement",
    value: "",
    description: "One line above every page; empty for none.",
    isPublic: true,
  },
  {
    key: "coaching.max_minutes",
    value: "90",
    description: "Longest session that can be booked, in minutes.",
    isPublic: true,
  },
  {
    key: "coaching.default_minutes",
    value: "50",
    description: "Proposed length of a session, in minutes.",
    isPublic: true,
  },
  {
    key: "coaching.session_types",
    value: JSON.stringify(["onboarding", "goal-setting", "check-in", "deep-dive", "career"]),
    description: "What clients may book by themselves.",
    isPublic: true,
  },
  {
    key: "coaching.self_booking",
    value: "true",
    description: "Clients book free times without asking.",
    isPublic: true,
  },
  {
    key: "coaching.cancellation_hours",
    value: "24",
    description: "A session cancelled later than this counts as used.",
    isPublic: true,
  },
  {
    key: "coaching.hourly_rate",
    value: "129.50",
    description: "Invoiced to organisations, in euros, before tax.",
  },
  { key: "coaching.no_show_factor", value: "0.75", description: "Share invoiced for a no-show." },
  {
    key: "coaching.working_hours",
    value: JSON.stringify({ mon: ["08:00", "18:00"], fri: ["08:00", "15:30"], sat: null }, null, 2),
    description: "By weekday, in the coach's time zone; days left out are like Monday.",
  },
  {
    key: "coaching.welcome_text",
    value: WELCOME_TEXT,
    description: "Sent after the first booking.",
    isPublic: true,
  },
  {
    key: "coaching.assignment",
    value: "round_robin",
    description: "How new clients find their coach: round_robin, least_busy or manual.",
  },
  {
    key: "coaching.default_timezone",
    value: "Europe/Berlin",
    description: "For clients who have not chosen one.",
    isPublic: true,
  },
  {
    key: "progress.score_range",
    value: "1..10",
    description: "Allowed scores of mood, stress and confidence.",
    isPublic: true,
  },
  {
    key: "progress.alert_threshold",
    value: "-2.5",
    description: "Change of mood within a week that notifies the coach.",
  },
  { key: "progress.max_rows_per_day", value: "9007199254740993", description: null },
  {
    key: "progress.retention",
    value: "P900D",
    description: "How long measurements are kept, as an ISO 8601 duration.",
  },
  {
    key: "reminders.schedule",
    value: "*/15 7-18 * * 1-5",
    description: "When reminders are looked for, as a cron expression in UTC.",
  },
  {
    key: "reminders.lead_time",
    value: "PT24H",
    description: "How long before a session a reminder is sent.",
  },
  {
    key: "reminders.sender",
    value: "coaching@northlight.example",
    description: "The address that e-mails come from.",
  },
  {
    key: "reminders.channels",
    value: "email,push",
    description: "Any of email, push and sms.",
  },
  {
    key: "support.email",
    value: "help@northlight.example",
    description: "Linked at the foot of every page.",
    isPublic: true,
  },
  {
    key: "support.webhook_url",
    value: "https://hooks.northlight.example/coaching?team=care&v=2",
    description: "Told about every cancelled session.",
  },
  { key: "features.group_sessions", value: "false", description: "Not before the autumn." },
  {
    key: "features.rollout",
    value: JSON.stringify({ newCalendar: 0.25, voiceNotes: { only: ["staff"], until: null } }),
    description: "Shares of clients who see a feature already.",
  },
  { key: "features.launch_date", value: "2026-10-01", description: "First day of voice notes." },
];

export function settingRows(today: Date) {
  const random = createRandom("settings");
  const before = (fewestDays: number, mostDays: number) =>
    preciseLiteral(
      today.getTime() - random.int(fewestDays, mostDays) * DAY + timeOfDay(random),
      random,
    );

  return SETTINGS.map(({ key, value, description, isPublic = false }) => {
    const created = before(120, 200);
    return {
      id: random.uuid(),
      key,
      value,
      description,
      is_public: isPublic,
      created_at: created,
      updated_at: random.chance(0.4) ? before(1, 110) : created,
    };
  });
}
