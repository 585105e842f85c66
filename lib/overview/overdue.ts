// Server: records whose time has passed while they were still to come.
import "server-only";
import { type SQL, sql } from "drizzle-orm";
import { authorize } from "@/lib/auth/authorize";
import { read } from "@/lib/db/client";
import type { Actor } from "@/lib/model/actor";
import type { CalendarEvent } from "@/lib/model/calendar/board";
import { fieldOf } from "@/lib/model/resource";
import type { CalendarView } from "@/lib/model/view";
import { eventColumns, toEvents } from "@/lib/records/calendar-events";
import { columnOf } from "@/lib/records/columns";
import { requestSignal } from "@/lib/request-signal";
import type { Registered } from "@/lib/resources/registry";

export type Overdue = {
  /** The latest first. */
  events: CalendarEvent[];
  count: number;
  /** Whether there are more than were counted. */
  isCapped: boolean;
};

const counted = 100;
const shown = 3;
const deadlineMs = 1_500;

/** How far back is looked: what was left lying longer is no longer today's matter. */
export const overdueDays = 30;

/** @param open the states of what is still to come */
export async function findOverdue(
  actor: Actor,
  registered: Registered,
  view: CalendarView & { state: string },
  open: string[],
): Promise<Overdue> {
  await authorize(actor, "read", registered.resource);
  const at = columnOf(registered, view.at);
  const now = nowAs(registered, view.at);
  return read(
    async (tx) => {
      const rows = await tx.execute(sql`
        select ${eventColumns(registered, view)} from ${registered.table}
        where ${at} < ${now} and ${at} >= ${now} - ${`${overdueDays} days`}::interval
          and ${columnOf(registered, view.state)} in ${open}
        order by ${at} desc limit ${sql.raw(String(counted + 1))}`);
      const events = await toEvents(tx, registered, view, rows.slice(0, shown));
      return {
        events: [...events.values()],
        count: Math.min(rows.length, counted),
        isCapped: rows.length > counted,
      };
    },
    { deadlineMs, signal: requestSignal() },
  );
}

/** The present in the form of a timestamp field. */
export function nowAs({ resource }: Registered, name: string): SQL {
  return fieldOf(resource, name)?.kind === "timestamptz"
    ? sql`now()`
    : sql`(now() at time zone ${resource.zone})`;
}
