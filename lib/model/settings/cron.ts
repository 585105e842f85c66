// Pure: cron expressions: which are accepted, and when one comes due. Loaded in a browser only where one is edited.
import { Cron } from "croner";

const shape = /^(@\w+|(\S+\s+){4,5}\S+)$/;
const runsShown = 3;

export function isCron(expression: string): boolean {
  return nextRuns(expression, new Date()).length > 0;
}

/** The next three instants in ISO 8601, read in UTC; none for what is refused or never comes due. */
export function nextRuns(expression: string, from: Date): string[] {
  if (!shape.test(expression)) return [];
  try {
    const job = new Cron(expression, { paused: true, timezone: "UTC" });
    return job.nextRuns(runsShown, from).map((run) => run.toISOString());
  } catch {
    return [];
  }
}
