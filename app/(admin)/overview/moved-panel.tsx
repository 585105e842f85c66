// Server: metrics whose averages moved, from what to what.
import { TrendingDown, TrendingUp } from "lucide-react";
import Link from "next/link";
import { Panel, Quiet } from "@/app/(admin)/overview/panel";
import { Part } from "@/app/(admin)/part";
import type { Actor } from "@/lib/model/actor";
import { counted } from "@/lib/model/counted";
import type { Resource } from "@/lib/model/resource";
import { viewHref } from "@/lib/model/view";
import type { MovedItem } from "@/lib/overview/items";
import { type Moved, movedMetrics, spanDays } from "@/lib/overview/moved";

export function MovedPanel({ actor, registered, view }: MovedItem & { actor: Actor }) {
  const { resource } = registered;
  return (
    <Panel
      id={`moved-${resource.slug}`}
      title={`Moved in ${spanDays} days`}
      more={{ href: viewHref(resource, "charts"), label: "Charts" }}
    >
      <Part name={resource.label} height="h-48" read={() => movedMetrics(actor, registered, view)}>
        {(moved) => <MovedList resource={resource} moved={moved} />}
      </Part>
    </Panel>
  );
}

function MovedList({ resource, moved }: { resource: Resource; moved: Moved[] }) {
  if (moved.length === 0) {
    return <Quiet>No metric has numbers in both of the last two weeks.</Quiet>;
  }
  return (
    <ul className="divide-y divide-line">
      {moved.map(({ metric, before, now, ratio, entries }) => {
        const Icon = ratio > 0 ? TrendingUp : TrendingDown;
        return (
          <li key={metric} className="relative px-4 py-2 text-sm hover:bg-hover">
            <div className="flex items-center justify-between gap-3">
              <Link
                href={viewHref(resource, "charts", { metric, range: "30d" })}
                prefetch={false}
                className="min-w-0 truncate font-medium after:absolute after:inset-0 focus-visible:-outline-offset-2"
              >
                {metric}
              </Link>
              <span className="flex shrink-0 items-center gap-1">
                <Icon aria-hidden className="size-3.5 text-muted" />
                {percent.format(ratio)}
              </span>
            </div>
            <p className="text-xs text-muted">
              {number.format(before)} <span aria-hidden>→</span>
              <span className="sr-only">became</span> {number.format(now)}, average of{" "}
              {counted(entries, "entry")} in {spanDays} days
            </p>
          </li>
        );
      })}
    </ul>
  );
}

const number = new Intl.NumberFormat("en", { maximumSignificantDigits: 3 });
const percent = new Intl.NumberFormat("en", {
  style: "percent",
  signDisplay: "exceptZero",
  maximumSignificantDigits: 2,
});
