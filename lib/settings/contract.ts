// Pure: the settings of the app, as a team declares them. `await settings.get("coaching.max_minutes")` is a number.
import { z } from "zod";
import { defineSettings } from "@/lib/model/settings/contract";
import { duration } from "@/lib/model/settings/duration";
import {
  boolean,
  choice,
  colour,
  cron,
  email,
  json,
  list,
  secret,
  text,
  url,
} from "@/lib/model/settings/kinds";
import { decimal, number } from "@/lib/model/settings/number";

const hours = z.tuple([z.string(), z.string()]).nullable();
const share = z.number().min(0).max(1);
const rollout = z.union([
  share,
  z.object({ only: z.array(z.string()), until: z.string().nullable() }),
]);

export const contract = defineSettings({
  "app.name": text({
    default: "Coaching",
    maxLength: 80,
    description: "Shown in the title of every page and in e-mails.",
    public: true,
    env: "APP_NAME",
  }),
  "app.base_url": url({
    default: "http://localhost:3000",
    label: "Base URL",
    description: "Where links in e-mails lead.",
    public: true,
    env: "APP_BASE_URL",
  }),
  "app.accent_color": colour({
    default: "#2f6f5e",
    label: "Accent colour",
    description: "Buttons and links of the app.",
    public: true,
  }),
  "app.languages": list({
    default: ["en"],
    description: "Offered in the language menu, in this order.",
    public: true,
  }),
  "app.maintenance": boolean({
    default: false,
    label: "Maintenance page",
    description: "Shows the maintenance page to everybody but staff.",
    public: true,
    env: "APP_MAINTENANCE",
  }),
  "app.announcement": text({
    default: "",
    maxLength: 200,
    description: "One line above every page; empty for none.",
    public: true,
  }),
  "coaching.max_minutes": number({
    default: 90,
    min: 5,
    max: 480,
    integer: true,
    unit: "minutes",
    label: "Longest session",
    description: "Longest session that can be booked.",
    public: true,
    env: "COACHING_MAX_MINUTES",
  }),
  "coaching.default_minutes": number({
    default: 50,
    min: 5,
    max: 480,
    integer: true,
    unit: "minutes",
    label: "Usual session",
    description: "Proposed length of a session.",
    public: true,
  }),
  "coaching.session_types": list({
    default: ["check-in"],
    storedAs: "json",
    description: "What clients may book by themselves.",
    public: true,
  }),
  "coaching.self_booking": boolean({
    default: true,
    description: "Clients book free times without asking.",
    public: true,
  }),
  "coaching.cancellation_hours": number({
    default: 24,
    min: 0,
    integer: true,
    unit: "hours",
    label: "Free cancellation",
    description: "A session cancelled later than this counts as used.",
    public: true,
  }),
  "coaching.hourly_rate": decimal({
    default: "120.00",
    min: "0",
    unit: "euros",
    description: "Invoiced to organisations, before tax.",
  }),
  "coaching.no_show_factor": number({
    default: 1,
    min: 0,
    max: 1,
    description: "Share invoiced for a no-show.",
  }),
  "coaching.working_hours": json(z.record(z.string(), hours), {
    default: { mon: ["09:00", "17:00"] },
    description: "By weekday, in the coach's time zone; days left out are like Monday.",
  }),
  "coaching.welcome_text": text({
    default: "",
    long: true,
    description: "Sent after the first booking.",
    public: true,
  }),
  "coaching.assignment": choice(["round_robin", "least_busy", "manual"], {
    default: "round_robin",
    description: "How new clients find their coach.",
  }),
  "coaching.default_timezone": text({
    default: "UTC",
    label: "Default time zone",
    pattern: /^[A-Za-z]+([/_+-][A-Za-z\d]+)*$/,
    patternProblem: "Enter an IANA time zone, such as Europe/Berlin.",
    description: "For clients who have not chosen one.",
    public: true,
  }),
  "progress.score_range": text({
    default: "1..10",
    pattern: /^\d+\.\.\d+$/,
    patternProblem: "Enter the lowest and the highest score, such as 1..10.",
    description: "Allowed scores of mood, stress and confidence.",
    public: true,
  }),
  "progress.alert_threshold": number({
    default: -2,
    max: 0,
    description: "Change of mood within a week that notifies the coach.",
  }),
  "progress.max_rows_per_day": decimal({
    default: "100000",
    min: "1",
    integer: true,
    unit: "rows",
    description: "More measurements than this are refused until midnight in UTC.",
  }),
  "progress.retention": duration({
    default: "P900D",
    min: "30d",
    description: "How long measurements are kept.",
  }),
  "reminders.schedule": cron({
    default: "*/15 * * * *",
    description: "When reminders are looked for, in UTC.",
    env: "REMINDERS_SCHEDULE",
  }),
  "reminders.lead_time": duration({
    default: "24h",
    min: "15m",
    max: "7d",
    description: "How long before a session a reminder is sent.",
  }),
  "reminders.sender": email({
    default: "coaching@localhost.localdomain",
    description: "The address that e-mails come from.",
  }),
  "reminders.channels": list({
    default: ["email"],
    of: ["email", "push", "sms"],
    description: "What reminders are sent by.",
  }),
  "support.email": email({
    default: "help@localhost.localdomain",
    label: "Support address",
    description: "Linked at the foot of every page.",
    public: true,
  }),
  "support.webhook_url": url({
    default: "",
    optional: true,
    label: "Webhook URL",
    description: "Told about every cancelled session.",
  }),
  "support.webhook_secret": secret({
    label: "Webhook secret",
    description: "Signs what the webhook is told.",
    env: "SUPPORT_WEBHOOK_SECRET",
  }),
  "features.group_sessions": boolean({
    default: false,
    description: "Sessions with several clients at once.",
  }),
  "features.rollout": json(z.record(z.string(), rollout), {
    default: {},
    description: "Shares of clients who see a feature already.",
  }),
});
