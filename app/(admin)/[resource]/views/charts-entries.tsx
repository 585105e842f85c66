// Server: the entries behind a point that was opened; a single one is its record.

import { redirect } from "next/navigation";
import type { ChartProps } from "@/app/(admin)/[resource]/views/charts-body";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { EntryList } from "@/components/charts/entry-list";
import { listEntries } from "@/lib/charts/entries";
import { chartHref, type Opened, unopened } from "@/lib/model/charts/params";
import { bucketWidth, wholeBuckets } from "@/lib/model/charts/range";
import { type Span, spanLabel, wallLabel } from "@/lib/model/charts/wall-time";
import { recordHref } from "@/lib/model/resource";

export async function OpenedEntries(props: ChartProps & { opened: Opened }) {
  const { source, query, subject, span, opened } = props;
  const { resource } = source.registered;
  const width = bucketWidth(span, query.step);
  const asked = "events" in opened ? wholeBuckets(span, width) : bucketAt(opened.at, width);
  const found = await answered(() => listEntries(source, subject, asked, opened));
  if (typeof found === "string") return <ChartTrouble trouble={found} {...{ resource, query }} />;
  const [only, ...others] = found.entries;
  if (only?.id !== undefined && others.length === 0 && !("events" in opened)) {
    redirect(recordHref(resource, only.id));
  }
  const when = "events" in opened ? spanLabel(asked) : wallLabel(asked.from, width);
  return (
    <EntryList
      slug={resource.slug}
      title={`${"events" in opened ? "Values that are not numbers" : subject.metric}, ${when}`}
      closeHref={chartHref(resource, unopened(query))}
      {...found}
    />
  );
}

function bucketAt(at: number, width: number): Span {
  return wholeBuckets({ from: at, to: at + 1 }, width);
}
