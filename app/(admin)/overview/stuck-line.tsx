// Server: how many records are in a state that someone should look at, with the latest of them.

import { AttentionLine, AttentionRecord } from "@/app/(admin)/overview/attention-line";
import { RelativeTime } from "@/components/ui/relative-time";
import { counted } from "@/lib/model/counted";
import { instantOf } from "@/lib/model/instant";
import { recordHref, resourceHref } from "@/lib/model/resource";
import type { Stuck } from "@/lib/overview/stuck";

export function StuckLine({ noun, stuck }: { noun: string; stuck: Stuck | undefined }) {
  if (!stuck) return null;
  const { registered, count, isCapped, records } = stuck;
  const { resource } = registered;
  const path = resourceHref(resource);
  if (count === 0) return <AttentionLine look="fine" href={path} title={`No ${noun}`} />;
  return (
    <AttentionLine
      look="wrong"
      href={path}
      title={`${isCapped ? "More than " : ""}${counted(count, noun)}`}
    >
      {records.map(({ id, title, at }) => {
        const instant = at === null ? undefined : instantOf(at, resource.zone);
        return (
          <AttentionRecord key={id} href={recordHref(resource, id)} title={title}>
            {at && (instant ? <RelativeTime at={instant} literal={at} /> : at)}
          </AttentionRecord>
        );
      })}
    </AttentionLine>
  );
}
