// Server: what someone should look at, a line each: migrations, what is overdue, what is stuck.
import { MigrationsLine } from "@/app/(admin)/overview/migrations-line";
import { OverdueLine } from "@/app/(admin)/overview/overdue-line";
import { Panel } from "@/app/(admin)/overview/panel";
import { StuckLine } from "@/app/(admin)/overview/stuck-line";
import { Part } from "@/app/(admin)/part";
import { migrationStatus } from "@/lib/migrations/status";
import type { Actor } from "@/lib/model/actor";
import type { OverviewItems } from "@/lib/overview/items";
import { findOverdue } from "@/lib/overview/overdue";
import { findStuck } from "@/lib/overview/stuck";

type AttentionPanelProps = Pick<OverviewItems, "due" | "stuck"> & { actor: Actor };

export function AttentionPanel({ actor, due, stuck }: AttentionPanelProps) {
  return (
    <Panel id="attention" title="Needs attention">
      <Part name="Migrations" read={migrationStatus}>
        {(statuses) => <MigrationsLine statuses={statuses} />}
      </Part>
      {due.map(({ registered, view, open }) => (
        <Part
          key={registered.resource.slug}
          name={`Overdue ${registered.resource.label.toLowerCase()}`}
          read={() => findOverdue(actor, registered, view, open)}
        >
          {(overdue) => <OverdueLine resource={registered.resource} overdue={overdue} />}
        </Part>
      ))}
      {stuck.map((item) => (
        <Part key={item.noun} name={item.noun} read={() => findStuck(actor, item)}>
          {(found) => <StuckLine noun={item.noun} stuck={found} />}
        </Part>
      ))}
    </Panel>
  );
}
