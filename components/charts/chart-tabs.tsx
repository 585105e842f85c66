// Server or client: the ways to look at a metric, and the usual ranges, as links.
import Link from "next/link";
import { LinkLabel } from "@/components/charts/link-label";
import { type ChartQuery, type ChartTab, chartHref, chartTabs } from "@/lib/model/charts/params";
import { presetLabels, presets } from "@/lib/model/charts/range";
import type { Resource } from "@/lib/model/resource";

const labels: Record<ChartTab, string> = {
  time: "Over time",
  distribution: "Distribution",
  latest: "Latest per person",
};

type ChartTabsProps = { resource: Pick<Resource, "slug" | "views">; query: ChartQuery };

export function ChartTabs({ resource, query: { opened: _, ...query } }: ChartTabsProps) {
  const preset = "preset" in query.range ? query.range.preset : undefined;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <Segments
        label="Ways to look at it"
        items={chartTabs.map((tab) => ({
          label: labels[tab],
          href: chartHref(resource, { ...query, tab }),
          isCurrent: tab === query.tab,
        }))}
      />
      <Segments
        label="Range"
        items={presets.map((preset_) => ({
          label: presetLabels[preset_],
          href: chartHref(resource, { ...query, range: { preset: preset_ } }),
          isCurrent: preset_ === preset,
        }))}
      />
    </div>
  );
}

type Segment = { label: string; href: string; isCurrent: boolean };

function Segments({ label, items }: { label: string; items: Segment[] }) {
  return (
    <nav aria-label={label} className="max-w-full overflow-x-auto">
      <ul className="flex w-max rounded-md bg-hover p-0.5">
        {items.map(({ label, href, isCurrent }) => (
          <li key={label}>
            <Link
              href={href}
              prefetch={false}
              scroll={false}
              aria-current={isCurrent ? "page" : undefined}
              className="flex h-7 items-center rounded-sm px-2.5 text-xs whitespace-nowrap text-muted transition-colors hover:text-ink focus-visible:-outline-offset-2 aria-[current]:bg-segment aria-[current]:font-medium aria-[current]:text-ink aria-[current]:shadow-segment pointer-coarse:h-9"
            >
              <LinkLabel>{label}</LinkLabel>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
