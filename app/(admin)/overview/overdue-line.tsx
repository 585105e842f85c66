// Server: how many records were to take place and did not, with the latest of them.
import { AttentionLine, AttentionRecord } from "@/app/(admin)/overview/attention-line";
import { calendarHref } from "@/lib/model/calendar/params";
import { dayOf } from "@/lib/model/calendar/wall";
import { wallWords } from "@/lib/model/calendar/words";
import { counted } from "@/lib/model/counted";
import { type Resource, recordHref } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";
import { type Overdue, overdueDays } from "@/lib/overview/overdue";

type OverdueLineProps = { resource: Resource; overdue: Overdue };

export function OverdueLine({ resource, overdue }: OverdueLineProps) {
  const { events, count, isCapped } = overdue;
  const [latest] = events;
  if (!latest) {
    const href = viewHref(resource, "calendar");
    const title = `No ${resource.singular} of the last ${overdueDays} days is overdue`;
    return <AttentionLine look="fine" href={href} title={title} />;
  }
  return (
    <AttentionLine
      look="late"
      href={
        latest.wall
          ? calendarHref(resource, { show: "agenda", on: dayOf(latest.wall) })
          : viewHref(resource, "calendar")
      }
      title={`${isCapped ? "More than " : ""}${counted(count, `overdue ${resource.singular}`)}`}
    >
      {events.map(({ id, title, person, wall }) => (
        <AttentionRecord
          key={id}
          href={recordHref(resource, id)}
          title={person ? `${title}, ${person}` : title}
        >
          {wall && wallWords(wall)}
        </AttentionRecord>
      ))}
    </AttentionLine>
  );
}
