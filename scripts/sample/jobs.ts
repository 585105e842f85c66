// Pure: background jobs of the framework (`base_`): most are done, a few wait, two have failed.
import { HOUR, MINUTE, preciseLiteral } from "./calendar";
import { createRandom } from "./random";

type Requester = { id: string; last_organisation_id: string | null };

const TYPES = [
  "send-reminder",
  "transcribe-recording",
  "export-report",
  "sync-calendar",
  "summarize-session",
];

const FAILURES = [
  "The calendar answered 503 three times; the job gave up.",
  "The recording ends in the middle of a frame.",
];

const DONE = 34;

/** @param today Start of a UTC day; nothing lies after it. */
export function jobRows(users: Requester[], today: Date) {
  const random = createRandom("jobs");
  const job = (hoursAgo: number, status: string, error: string | null = null) => {
    const requester = random.pick(users);
    const created = today.getTime() - hoursAgo * HOUR - random.int(1, 50) * MINUTE;
    const took = random.int(2, 9) * MINUTE;
    return {
      id: random.uuid(),
      user_id: requester.id,
      organisation_id: requester.last_organisation_id,
      type: random.pick(TYPES),
      status,
      metadata: { attempt: error ? 3 : 1 },
      result: status === "completed" ? { seconds: took / 1000 } : null,
      error,
      created_at: preciseLiteral(created, random),
      updated_at: preciseLiteral(status === "pending" ? created : created + took, random),
    };
  };
  return [
    ...Array.from({ length: DONE }, (_, index) => job(3 + index * 5, "completed")),
    ...FAILURES.map((failure, index) => job(2 + index * 9, "failed", failure)),
    job(1, "running"),
    job(1, "pending"),
    job(1, "pending"),
  ];
}
