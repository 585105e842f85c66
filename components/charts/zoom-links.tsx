// Server or client: closer, further, earlier, later and back, as links: what a brush does, for keyboards and without scripts.
import { ChevronLeft, ChevronRight, RotateCcw, ZoomIn, ZoomOut } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { type ChartQuery, chartHref, defaultPreset, unopened } from "@/lib/model/charts/params";
import { panned, zoomed } from "@/lib/model/charts/range";
import type { Span } from "@/lib/model/charts/wall-time";
import type { Resource } from "@/lib/model/resource";

type ZoomLinksProps = {
  resource: Pick<Resource, "slug" | "views">;
  query: ChartQuery;
  span: Span;
};

export function ZoomLinks({ resource, query: asked, span }: ZoomLinksProps) {
  const query = unopened(asked);
  const isCustom = !("preset" in query.range);
  const steps = [
    { label: "Earlier", Icon: ChevronLeft, range: panned(span, -0.5) },
    { label: "Later", Icon: ChevronRight, range: panned(span, 0.5) },
    { label: "Zoom in", Icon: ZoomIn, range: zoomed(span, 0.5) },
    { label: "Zoom out", Icon: ZoomOut, range: zoomed(span, 2) },
  ];
  return (
    <nav aria-label="Zoom" className="flex items-center gap-0.5">
      {steps.map(({ label, Icon, range }) => (
        <LinkButton
          key={label}
          variant="ghost"
          size="sm"
          iconOnly
          href={chartHref(resource, { ...query, range })}
          aria-label={label}
          title={label}
          prefetch={false}
          scroll={false}
        >
          <Icon aria-hidden />
        </LinkButton>
      ))}
      <LinkButton
        variant="ghost"
        size="sm"
        href={isCustom ? chartHref(resource, { ...query, range: { preset: defaultPreset } }) : null}
        prefetch={false}
        scroll={false}
      >
        <RotateCcw aria-hidden />
        Reset
      </LinkButton>
    </nav>
  );
}
