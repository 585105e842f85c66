// Server: the records of another resource that point to this one.
import type { PanelsProps } from "@/app/(admin)/[resource]/[id]/panels";
import { Part } from "@/app/(admin)/part";
import { Panel as Frame } from "@/components/record/panel";
import { TimelineView } from "@/components/record/timeline-view";
import { encodeCursor } from "@/lib/model/cursor";
import { parseListParams } from "@/lib/model/list-params";
import type { Panel } from "@/lib/model/view";
import { readTimeline } from "@/lib/records/related";
import { findResource, type Registered } from "@/lib/resources/registry";

type TimelinePanelProps = PanelsProps & {
  panel: Extract<Panel, { kind: "timeline" }>;
};

export async function TimelinePanel({ registered, record, panel, ...props }: TimelinePanelProps) {
  const other = await findResource(panel.resource);
  const [key, ...others] = registered.resource.key;
  const literal = key && record.literals[key];
  // A field holds one literal: it cannot point to a key of several.
  if (!other || !literal || others.length > 0) return null;
  return (
    <Frame title={other.resource.label}>
      <Entries {...props} {...{ registered, other, panel }} pointsTo={literal} />
    </Frame>
  );
}

type EntriesProps = Pick<
  TimelinePanelProps,
  "actor" | "registered" | "panel" | "href" | "params"
> & {
  other: Registered;
  pointsTo: string;
};

function Entries({ actor, registered, other, panel, pointsTo, href, params }: EntriesProps) {
  const { resource } = other;
  const param = `after.${resource.slug}`;
  const { query } = parseListParams(resource, { sort: `-${panel.at}`, after: params[param] });
  const isLater = query.position.at === "after";
  return (
    <Part
      name={resource.label}
      height="h-40"
      read={() => readTimeline(actor, registered.resource, other, panel, pointsTo, query.position)}
    >
      {(page) =>
        page.rows.length === 0 ? (
          <p className="text-sm text-muted">No {resource.label.toLowerCase()} yet</p>
        ) : (
          <TimelineView
            {...{ resource, page }}
            at={panel.at}
            title={panel.title}
            value={panel.value}
            now={new Date()}
            firstHref={isLater ? href : undefined}
            olderHref={
              page.after && `${href}?${new URLSearchParams({ [param]: encodeCursor(page.after) })}`
            }
          />
        )
      }
    </Part>
  );
}
