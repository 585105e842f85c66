// Server or client: the ways to look at a metric, and the usual ranges, as links.
import { Segments } from "@/components/ui/segments";
import {
  type ChartQuery,
  type ChartTab,
  chartHref,
  chartTabs,
  unopened,
} from "@/lib/model/charts/params";
import { presetLabels, presets } from "@/lib/model/charts/range";
import type { Resource } from "@/lib/model/resource";

const labels: Record<ChartTab, string> = {
  time: "Over time",
  distribution: "Distribution",
  latest: "Latest per person",
};

type ChartTabsProps = { resource: Pick<Resource, "slug" | "views">; query: ChartQuery };

export function ChartTabs({ resource, query: asked }: ChartTabsProps) {
  const query = unopened(asked);
  const current = "preset" in query.range ? query.range.preset : undefined;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <Segments
        label="Ways to look at it"
        scroll={false}
        items={chartTabs.map((tab) => ({
          value: tab,
          label: labels[tab],
          href: chartHref(resource, { ...query, tab }),
          isCurrent: tab === query.tab,
        }))}
      />
      <Segments
        label="Range"
        scroll={false}
        items={presets.map((preset) => ({
          value: preset,
          label: presetLabels[preset],
          href: chartHref(resource, { ...query, range: { preset } }),
          isCurrent: preset === current,
        }))}
      />
    </div>
  );
}
