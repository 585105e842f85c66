// Server: what a calendar shows, read from the database, or why there is nothing to show.
import { CalendarOff, Database } from "lucide-react";
import { undoChange } from "@/app/(admin)/[resource]/actions";
import { rescheduleRecord } from "@/app/(admin)/[resource]/move-action";
import { type Loaded, loadCalendar } from "@/app/(admin)/[resource]/views/calendar-load";
import { Calendar } from "@/app/(admin)/[resource]/views/loaded";
import { MissingTable } from "@/app/(admin)/[resource]/views/missing-table";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import type { CalendarResource } from "@/components/calendar/calendar-context";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { can } from "@/lib/auth/policy";
import { isMissingRelation, isQueryCanceled } from "@/lib/db/errors";
import { type CalendarQuery, calendarHref } from "@/lib/model/calendar/params";
import type { Wall } from "@/lib/model/calendar/wall";
import { dayWords } from "@/lib/model/calendar/words";
import type { Position } from "@/lib/model/list-params";
import { fieldOf } from "@/lib/model/resource";

type CalendarBodyProps = Omit<ViewProps<"calendar">, "params"> & {
  told: CalendarResource;
  query: CalendarQuery;
  position: Position;
  now: Wall;
};

export async function CalendarBody(props: CalendarBodyProps) {
  const { actor, registered, view, told, query, now, canCreate } = props;
  const { resource } = registered;
  if (resource.key.length === 0) {
    return (
      <EmptyState icon={<CalendarOff />} title="No calendar without a key">
        This table has no primary key, so its rows cannot be opened or moved. The list shows them.
      </EmptyState>
    );
  }
  const loaded = await load(props);
  if (loaded === "missing") return <MissingTable resource={resource} />;
  if (loaded === "slow") {
    return (
      <EmptyState icon={<Database />} title="The database took too long">
        A calendar needs an index on <code>{fieldOf(resource, view.at)?.column}</code>: without one
        each day would mean reading the whole table. Add it, or use the list.
      </EmptyState>
    );
  }
  const { board, chosen, before, after, crowded } = loaded;
  return (
    <>
      {crowded.map(({ day, events }) => (
        <Notice
          key={day}
          className="mx-4 mb-2 md:mx-6"
          actions={
            <LinkButton size="sm" href={calendarHref(resource, { show: "agenda", on: day })}>
              See all of it
            </LinkButton>
          }
        >
          {dayWords(day)} has more {resource.label.toLowerCase()} than a week can show. These are
          its first {events.length}.
        </Notice>
      ))}
      <Calendar
        key={`${query.show} ${query.on}`}
        resource={told}
        query={query}
        board={board}
        chosen={chosen}
        now={now}
        canMove={can(actor, "update", resource)}
        canCreate={canCreate}
        move={rescheduleRecord.bind(null, resource.slug)}
        undo={undoChange}
      >
        {(before || after) && (
          <nav aria-label="Pages" className="flex justify-between gap-2 px-4 py-3 md:px-6">
            <LinkButton href={before ? calendarHref(resource, query, { before }) : null}>
              Earlier
            </LinkButton>
            <LinkButton href={after ? calendarHref(resource, query, { after }) : null}>
              Later
            </LinkButton>
          </nav>
        )}
      </Calendar>
    </>
  );
}

async function load(props: CalendarBodyProps): Promise<Loaded | "missing" | "slow"> {
  try {
    return await loadCalendar(props);
  } catch (error) {
    if (isMissingRelation(error)) return "missing";
    if (isQueryCanceled(error)) return "slow";
    throw error;
  }
}
