// Server: what was measured, drawn: over time, by how often, by person.

import { Activity } from "lucide-react";
import { ChartBody } from "@/app/(admin)/[resource]/views/charts-body";
import { answered, ChartTrouble } from "@/app/(admin)/[resource]/views/charts-trouble";
import { ChartForm } from "@/app/(admin)/[resource]/views/loaded";
import type { ViewProps } from "@/app/(admin)/[resource]/views/view-props";
import { Streamed } from "@/app/(admin)/streamed";
import { ChartSkeleton } from "@/components/charts/chart-skeleton";
import { ChartTabs } from "@/components/charts/chart-tabs";
import { PeopleChips } from "@/components/charts/people-chips";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { askedSubject } from "@/lib/charts/asked";
import { listMetrics, type Metric, maxMetrics } from "@/lib/charts/metrics";
import { comparedPeople } from "@/lib/charts/people";
import { chartSource } from "@/lib/charts/source";
import { type ChartQuery, parseChartParams } from "@/lib/model/charts/params";
import { roughly } from "@/lib/model/counted";
import { resourceHref } from "@/lib/model/resource";

export default function ChartsView(props: ViewProps<"charts">) {
  const { query, notices } = parseChartParams(props.registered.resource, props.view, props.params);
  return (
    <div className="flex flex-col gap-4 px-4 md:px-6">
      {notices.map((notice) => (
        <Notice key={notice} tone="warning">
          {notice}
        </Notice>
      ))}
      <Streamed fallback={<ChartSkeleton />}>
        <Charts {...props} query={query} />
      </Streamed>
    </div>
  );
}

type ChartsProps = ViewProps<"charts"> & { query: ChartQuery };

async function Charts({ actor, registered, view, canCreate, query: given }: ChartsProps) {
  const { resource } = registered;
  const source = await chartSource(actor, registered, view);
  const asked = await answered(async () => ({ metrics: await listMetrics(source) }));
  if (typeof asked === "string") {
    return <ChartTrouble trouble={asked} resource={resource} query={given} />;
  }
  const { metrics } = asked;
  const subject = await askedSubject(given, async () => metrics);
  if (!subject) {
    return metrics ? (
      <EmptyState
        icon={<Activity />}
        title="Nothing measured yet"
        actions={
          canCreate && (
            <LinkButton href={`${resourceHref(resource)}/new`}>New {resource.singular}</LinkButton>
          )
        }
      >
        Charts are drawn from <code>{resource.table}</code>, which is empty.
      </EmptyState>
    ) : (
      <ChartTrouble trouble="unlisted" resource={resource} query={given} />
    );
  }
  const query = { ...given, metric: subject.metric };
  const people = await comparedPeople(query.people);
  return (
    <>
      <ChartTabs resource={resource} query={query} />
      <ChartForm
        {...{ resource, view, query, people }}
        metrics={options(metrics ?? [], subject.metric)}
        {...(source.group && { groupLabel: source.group.label })}
      />
      {metrics && metrics.length >= maxMetrics && (
        <p className="text-xs text-muted">
          The first {maxMetrics} metrics can be chosen; the others by their name in the address.
        </p>
      )}
      <PeopleChips {...{ resource, query, people }} />
      <Streamed fallback={<ChartSkeleton />}>
        <ChartBody {...{ source, query, subject }} />
      </Streamed>
    </>
  );
}

/** Also one that the address names and the list does not. */
function options(metrics: Metric[], chosen: string) {
  const isListed = metrics.some(({ literal }) => literal === chosen);
  return [...(isListed ? [] : [{ literal: chosen }]), ...metrics].map(
    ({ literal, estimate }: Pick<Metric, "literal" | "estimate">) => ({
      literal,
      label: estimate ? `${literal} · ≈ ${roughly(estimate)}` : literal,
    }),
  );
}
