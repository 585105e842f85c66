// Server: one way to look at a metric, with the entries that were opened from it.
import { Distribution } from "@/app/(admin)/[resource]/views/charts-distribution";
import { OpenedEntries } from "@/app/(admin)/[resource]/views/charts-entries";
import { LatestPerPerson } from "@/app/(admin)/[resource]/views/charts-latest";
import { OverTime } from "@/app/(admin)/[resource]/views/charts-time";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { askedSpan } from "@/lib/charts/asked";
import type { Subject } from "@/lib/charts/lines";
import type { ChartSource } from "@/lib/charts/source";
import type { ChartQuery } from "@/lib/model/charts/params";
import type { Span } from "@/lib/model/charts/wall-time";

export type ChartProps = { source: ChartSource; query: ChartQuery; subject: Subject; span: Span };

const bodies = { time: OverTime, distribution: Distribution, latest: LatestPerPerson };

export async function ChartBody({ source, query, subject }: Omit<ChartProps, "span">) {
  const { resource } = source.registered;
  const span = await answered(() => askedSpan(source, subject, query.range));
  if (typeof span === "string") return <ChartTrouble trouble={span} {...{ resource, query }} />;
  const Body = bodies[query.tab];
  const props = { source, query, subject, span };
  return (
    <>
      <Body {...props} />
      {query.opened && <OpenedEntries {...props} opened={query.opened} />}
    </>
  );
}
