// Server: why a chart cannot be drawn, and what to do instead.
import { ChartLine, TimerOff } from "lucide-react";
import type { ReactNode } from "react";
import { MissingTable } from "@/app/(admin)/[resource]/views/missing-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { chartDeadlineMs } from "@/lib/charts/ask";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import { type ChartQuery, chartHref, unopened } from "@/lib/model/charts/params";
import type { Resource } from "@/lib/model/resource";

/** `extreme`: numbers whose sum Postgres cannot hold; `unlisted`: no index lists the metrics. */
export type Trouble = "missing" | "slow" | "extreme" | "unlisted";

/** What `work` answers, or what kept it from answering. Other faults are thrown. */
export async function answered<T extends object>(work: () => Promise<T>): Promise<T | Trouble> {
  try {
    return await work();
  } catch (error) {
    if (isMissingRelation(error)) return "missing";
    if (isQueryCanceled(error)) return "slow";
    if (isUnreadableLiteral(error)) return "extreme";
    throw error;
  }
}

type ChartTroubleProps = { trouble: Trouble; resource: Resource; query: ChartQuery };

export function ChartTrouble({ trouble, resource, query }: ChartTroubleProps) {
  if (trouble === "missing") return <MissingTable resource={resource} />;
  const rest = unopened(query);
  const narrower = (
    <>
      <LinkButton href={chartHref(resource, { ...rest, range: { preset: "30d" } })}>
        The last 30 days
      </LinkButton>
      <LinkButton href={chartHref(resource, { ...rest, range: { preset: "7d" } })}>
        The last 7 days
      </LinkButton>
    </>
  );
  const told: Record<
    Exclude<Trouble, "missing">,
    { icon: ReactNode; title: string; text: ReactNode; actions: ReactNode }
  > = {
    slow: {
      icon: <TimerOff />,
      title: "The database took too long",
      text: `A chart may take ${chartDeadlineMs / 1_000} seconds. Choose a narrower range or fewer people.`,
      actions: narrower,
    },
    extreme: {
      icon: <ChartLine />,
      title: "These numbers cannot be added up",
      text: "One of the values is too great for an average, or is no value of this field.",
      actions: narrower,
    },
    unlisted: {
      icon: <TimerOff />,
      title: "The metrics could not be listed in time",
      text: "Add an index that begins with the metric and goes on with the time, or name a metric in the address: ?metric=…",
      actions: null,
    },
  };
  const { icon, title, text, actions } = told[trouble];
  return (
    <EmptyState icon={icon} title={title} actions={actions}>
      {text}
    </EmptyState>
  );
}
