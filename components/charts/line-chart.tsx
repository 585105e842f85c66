"use client";
// Client: lines over time on a canvas. Drag zooms, a press opens what a point stands for; arrow keys go from bucket to
// bucket. The table below it holds the same numbers.
import "@/components/charts/plot.css";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState, useTransition } from "react";
import { ChartLegend } from "@/components/charts/chart-legend";
import { readout } from "@/components/charts/readout";
import { useBucketKeys } from "@/components/charts/use-bucket-keys";
import { usePlot } from "@/components/charts/use-plot";
import { columnsOf, type Drawing } from "@/lib/model/charts/data";
import { type ChartQuery, chartHref, unopened } from "@/lib/model/charts/params";
import { clamped } from "@/lib/model/charts/range";
import type { Span } from "@/lib/model/charts/wall-time";
import type { Resource } from "@/lib/model/resource";

type LineChartProps = {
  resource: Pick<Resource, "slug" | "views">;
  query: ChartQuery;
  drawing: Drawing;
  /** What it is of, for those who cannot see it. */
  label: string;
  /** The id of the sentence that sums it up. */
  describedBy: string;
};

export function LineChart({ resource, query, drawing, label, describedBy }: LineChartProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const host = useRef<HTMLDivElement>(null);
  const [hovered, setHovered] = useState<number>();
  const [hidden, setHidden] = useState<ReadonlySet<number>>(new Set());
  const input = useMemo(
    () => ({
      span: drawing.span,
      columns: columnsOf(drawing, query.smooth),
      isSmooth: query.smooth > 0,
    }),
    [drawing, query.smooth],
  );
  const { columns } = input;

  const go = (to: ChartQuery) =>
    startTransition(() => router.push(chartHref(resource, to), { scroll: false }));
  const pick = (index: number) => {
    const at = columns.at[index];
    const isEmpty = !columns.events[index] && columns.lines.every(({ avg }) => avg[index] == null);
    if (at !== undefined && !isEmpty) go({ ...query, opened: { at } });
  };
  const brush = (span: Span) => go({ ...unopened(query), range: clamped(span) });
  const plot = usePlot(host, input, hidden, {
    onHover: setHovered,
    onPick: pick,
    onBrush: brush,
  });
  const onKeyDown = useBucketKeys(plot, columns.at.length, hovered, pick);
  const told = readout(drawing, columns, hovered, query.smooth > 0);

  return (
    <div aria-busy={isPending} className={`transition-opacity ${isPending ? "opacity-60" : ""}`}>
      <ChartLegend
        labels={drawing.lines.map((line) => line.label)}
        told={told}
        hidden={hidden}
        onToggle={(line) => setHidden(toggled(hidden, line))}
      />
      <div
        ref={host}
        role="slider"
        tabIndex={0}
        aria-label={label}
        aria-describedby={describedBy}
        aria-valuemin={0}
        aria-valuemax={Math.max(0, columns.at.length - 1)}
        aria-valuenow={hovered ?? 0}
        aria-valuetext={told ? told.text : "No bucket chosen. Arrow keys choose one."}
        onKeyDown={onKeyDown}
        className="relative h-72 w-full rounded-sm md:h-80"
      >
        <noscript>
          <p className="grid h-full place-items-center text-sm text-muted">
            The chart is drawn by a script. The table below holds the same numbers.
          </p>
        </noscript>
      </div>
    </div>
  );
}

function toggled(hidden: ReadonlySet<number>, line: number): ReadonlySet<number> {
  const next = new Set(hidden);
  if (!next.delete(line)) next.add(line);
  return next;
}
