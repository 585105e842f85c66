// Server: the newest number of each person.
import { Users } from "lucide-react";
import type { ChartProps } from "@/app/(admin)/[resource]/views/charts-body";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { DownloadCsv } from "@/components/charts/download-csv";
import { LatestTable } from "@/components/charts/latest-table";
import { EmptyState } from "@/components/ui/empty-state";
import { latestPerPerson, maxLatest, searchedEntries } from "@/lib/charts/latest";
import { spanLabel } from "@/lib/model/charts/wall-time";

export async function LatestPerPerson({ source, query, subject, span }: ChartProps) {
  const { resource } = source.registered;
  const found = await answered(() => latestPerPerson(source, subject, span));
  if (typeof found === "string") {
    return <ChartTrouble trouble={found} {...{ resource, query }} />;
  }
  const { rows, people, isPartial } = found;
  if (rows.length === 0) {
    return (
      <EmptyState icon={<Users />} title={`No numbers of ${subject.metric} in this range`}>
        Nobody has one: {spanLabel(span)}.
      </EmptyState>
    );
  }
  return (
    <section aria-label="Latest per person" className="flex flex-col gap-2">
      <div className="flex min-h-8 flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <p className="text-sm text-muted">
          <span className="font-medium text-ink">{spanLabel(span)}</span>
          {` · ${rows.length} ${rows.length === 1 ? "person" : "people"}, the last measured first`}
          {isPartial && ` · ${partialWords(rows.length)}`}
        </p>
        <DownloadCsv resource={resource} query={query} />
      </div>
      <LatestTable {...{ resource, query, rows, people }} />
    </section>
  );
}

function partialWords(shown: number): string {
  return shown >= maxLatest
    ? `no more than ${maxLatest} are shown: narrow the range or choose people`
    : `found among the ${searchedEntries.toLocaleString("en")} newest entries: narrow the range to see others`;
}
