// Server: how often which numbers of a metric occur.
import { ChartColumn } from "lucide-react";
import type { ChartProps } from "@/app/(admin)/[resource]/views/charts-body";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { DownloadCsv } from "@/components/charts/download-csv";
import { Histogram } from "@/components/charts/histogram";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { distribution } from "@/lib/charts/distribution";
import { spanLabel } from "@/lib/model/charts/wall-time";
import { counted } from "@/lib/model/counted";
import { numberText } from "@/lib/model/number-text";

export async function Distribution({ source, query, subject, span }: ChartProps) {
  const { resource } = source.registered;
  const found = await answered(() => distribution(source, subject, span));
  if (typeof found === "string") {
    return <ChartTrouble trouble={found} {...{ resource, query }} />;
  }
  if (!("bars" in found)) {
    return (
      <EmptyState icon={<ChartColumn />} title={`No numbers of ${subject.metric} in this range`}>
        {found.entries > 0
          ? `${counted(found.entries, "value")} of ${spanLabel(span)} hold no number.`
          : `Nothing was measured: ${spanLabel(span)}.`}
      </EmptyState>
    );
  }
  const { numbers, entries, min, avg, max, bars } = found;
  const events = entries - numbers;
  return (
    <section
      aria-label="Distribution"
      className="flex flex-col gap-3 rounded-md border border-line bg-surface p-3 md:px-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-muted">
          <span className="font-medium text-ink">{spanLabel(span)}</span>
          {` · ${counted(numbers, "number")} from `}
          <span title={min}>{numberText(min)}</span> to <span title={max}>{numberText(max)}</span>
          {", average "}
          <span title={avg}>{numberText(avg)}</span>
          {events > 0 && ` · ${counted(events, "value")} not a number`}
        </p>
        {bars.length > 0 && <DownloadCsv resource={resource} query={query} />}
      </div>
      {bars.length > 0 ? (
        <Histogram
          bars={bars}
          numbers={numbers}
          label={`Distribution of ${subject.metric}; the table below has the counts`}
        />
      ) : (
        <Notice tone="warning">These numbers lie too far apart to be drawn as bars.</Notice>
      )}
    </section>
  );
}
