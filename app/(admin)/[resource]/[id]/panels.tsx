// Server: what stands beside a record's form, as its resource declares. What reads the database streams by itself.
import { PersonPanel } from "@/app/(admin)/[resource]/[id]/person-panel";
import { TimelinePanel } from "@/app/(admin)/[resource]/[id]/timeline-panel";
import { ItemsView } from "@/components/record/items-view";
import { Panel as Frame } from "@/components/record/panel";
import { SpanView } from "@/components/record/span-view";
import { TextView } from "@/components/record/text-view";
import { CodeBlock } from "@/components/ui/code-block";
import type { Actor } from "@/lib/model/actor";
import { cutText } from "@/lib/model/cut-text";
import { readItems } from "@/lib/model/items";
import type { Literal } from "@/lib/model/literal";
import { fieldOf } from "@/lib/model/resource";
import { spanOf } from "@/lib/model/span";
import type { Panel } from "@/lib/model/view";
import type { RecordView } from "@/lib/records/get";
import type { Registered } from "@/lib/resources/registry";

export type PanelsProps = {
  actor: Actor;
  registered: Registered;
  record: RecordView;
  /** The record's own address. */
  href: string;
  /** The address's, so they may be anything. */
  params: Record<string, string | string[] | undefined>;
};

export function Panels(props: PanelsProps) {
  return props.registered.resource.panels.map((panel, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: declared in an order, which stays.
    <RecordPanel key={index} {...props} panel={panel} />
  ));
}

function RecordPanel({ panel, ...props }: PanelsProps & { panel: Panel }) {
  const { resource } = props.registered;
  const literalOf = (name: string): Literal => props.record.literals[name] ?? null;
  const labelOf = (name: string) => fieldOf(resource, name)?.label ?? name;
  switch (panel.kind) {
    case "person":
      return <PersonPanel {...props} field={panel.field} title={labelOf(panel.field)} />;
    case "timeline":
      return <TimelinePanel {...props} panel={panel} />;
    case "items":
      return <Items title={labelOf(panel.field)} literal={literalOf(panel.field)} />;
    case "text": {
      const text = literalOf(panel.field);
      return text?.trim() ? (
        <Frame title={labelOf(panel.field)}>
          <TextView text={text} />
        </Frame>
      ) : null;
    }
    case "span": {
      const [planned, from, to] = [panel.planned, panel.from, panel.to].map(literalOf);
      const ends = { planned: planned ?? null, from: from ?? null, to: to ?? null };
      const span = spanOf({ ...ends, zone: resource.zone });
      if (span.planned === undefined && span.actual === undefined) return null;
      return (
        <Frame title={labelOf(panel.planned)}>
          <SpanView span={span} />
        </Frame>
      );
    }
  }
}

const shownJson = 5_000;

/** Nothing for what holds nothing. */
function Items({ title, literal }: { title: string; literal: Literal }) {
  if (!literal) return null;
  const items = readItems(literal);
  if (items?.groups.length === 0) return null;
  return (
    <Frame title={title}>
      {items ? (
        <ItemsView items={items} />
      ) : (
        <CodeBlock label={title} code={cutText(literal, shownJson)} />
      )}
    </Frame>
  );
}
