// Server: a metric over time: the canvas, what it cannot show, and the table of what is drawn.
import { ChartLine } from "lucide-react";
import type { ChartProps } from "@/app/(admin)/[resource]/views/charts-body";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { LineChart } from "@/app/(admin)/[resource]/views/loaded";
import { BucketTable, maxTableRows } from "@/components/charts/bucket-table";
import { DownloadCsv } from "@/components/charts/download-csv";
import { ZoomLinks } from "@/components/charts/zoom-links";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { drawLines, meaning } from "@/lib/charts/lines";
import { type Drawing, entriesOf, undrawable } from "@/lib/model/charts/data";
import { chartHref, unopened } from "@/lib/model/charts/params";
import { bucketWidth, stepLabel } from "@/lib/model/charts/range";
import { spanLabel, widthLabel } from "@/lib/model/charts/wall-time";
import { counted } from "@/lib/model/counted";

const summaryId = "chart-summary";

export async function OverTime({ source, query, subject, span }: ChartProps) {
  const { resource } = source.registered;
  const drawing = await answered(() => drawLines(source, subject, span));
  if (typeof drawing === "string") {
    return <ChartTrouble trouble={drawing} {...{ resource, query }} />;
  }
  const { entries, events } = entriesOf(drawing.lines);
  const beyond = undrawable(drawing.lines);
  const rows = drawing.lines.reduce((sum, { buckets }) => sum + buckets.length, 0);
  const lineLabel = meaning(subject) === "group" ? (source.group?.label ?? "Line") : "Person";
  return (
    <>
      <section
        aria-label="Chart"
        className="rounded-md border border-line bg-surface p-3 md:px-4 md:pt-3"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 pb-2">
          <p id={summaryId} className="text-sm text-muted">
            <span className="font-medium text-ink">{spanLabel(drawing.span)}</span>
            {` · ${entries.toLocaleString("en")} ${entries === 1 ? "entry" : "entries"} · a point for ${widthLabel(drawing.width)} · ${resource.zone}`}
          </p>
          <ZoomLinks resource={resource} query={query} span={drawing.span} />
        </div>
        {entries > 0 ? (
          <LineChart
            resource={{ slug: resource.slug, views: resource.views }}
            query={query}
            drawing={drawing}
            label={`${subject.metric}, ${spanLabel(drawing.span)}`}
            describedBy={summaryId}
          />
        ) : (
          <NothingDrawn {...{ resource, query }} metric={subject.metric} drawing={drawing} />
        )}
      </section>
      {query.step !== "auto" && drawing.width !== bucketWidth(drawing.span, query.step) && (
        <Notice tone="info">
          A point for {stepLabel(query.step)} would be too many for this range, so each stands for{" "}
          {widthLabel(drawing.width)}.
        </Notice>
      )}
      {events > 0 && (
        <Notice
          tone="info"
          actions={
            <LinkButton
              size="sm"
              href={`${chartHref(resource, { ...query, opened: { events: true } })}#entries`}
              prefetch={false}
            >
              List them
            </LinkButton>
          }
        >
          {counted(events, "value")} {events === 1 ? "is not a number" : "are not numbers"}: a
          diamond on the axis marks {events === 1 ? "it" : "them"}.
        </Notice>
      )}
      {beyond > 0 && (
        <Notice tone="warning">
          {counted(beyond, "point")} {beyond === 1 ? "is" : "are"} too great to be drawn and stand
          in the table alone.
        </Notice>
      )}
      {rows > 0 && (
        <section aria-label="Table" className="flex flex-col gap-2">
          <div className="flex min-h-8 items-center justify-between gap-3">
            <p className="text-sm text-muted">
              {rows > maxTableRows
                ? `The newest ${maxTableRows} of ${rows.toLocaleString("en")} rows; the download has all of them.`
                : `${counted(rows, "row")}, as drawn`}
            </p>
            <DownloadCsv resource={resource} query={query} />
          </div>
          <BucketTable {...{ resource, query, drawing, lineLabel }} />
        </section>
      )}
    </>
  );
}

type NothingDrawnProps = Pick<ChartProps, "query"> & {
  resource: ChartProps["source"]["registered"]["resource"];
  metric: string;
  drawing: Drawing;
};

function NothingDrawn({ resource, query, metric, drawing }: NothingDrawnProps) {
  return (
    <EmptyState
      icon={<ChartLine />}
      title={`No ${metric} in this range`}
      actions={
        <LinkButton
          href={chartHref(resource, { ...unopened(query), range: { preset: "all" } })}
          scroll={false}
        >
          Show all of it
        </LinkButton>
      }
    >
      {query.people.length > 0 ? "None of these people has" : "Nobody has"} an entry between{" "}
      {spanLabel(drawing.span)}.
    </EmptyState>
  );
}
