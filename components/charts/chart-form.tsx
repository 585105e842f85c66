"use client";
// Client: what is drawn: metric, lines, smoothing, days, people. A plain form until a script makes it a navigation.
import { useRouter } from "next/navigation";
import { type ChangeEvent, type FormEvent, useTransition } from "react";
import { AddPerson } from "@/components/charts/add-person";
import { Labelled } from "@/components/charts/labelled";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import {
  type ChartQuery,
  chartHref,
  endText,
  maxPeople,
  momentText,
  parseChartParams,
  smoothings,
} from "@/lib/model/charts/params";
import { stepLabel, steps } from "@/lib/model/charts/range";
import type { Page } from "@/lib/model/page";
import type { Resource } from "@/lib/model/resource";
import { type ChartsView, viewHref } from "@/lib/model/view";

type ChartFormProps = {
  resource: Resource;
  view: ChartsView;
  query: ChartQuery;
  metrics: { literal: string; label: string }[];
  people: Page["people"];
  /** What lines by group are called; absent where there are none. */
  groupLabel?: string;
};

export function ChartForm({ resource, view, query, metrics, people, groupLabel }: ChartFormProps) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const days = shownDays(query);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = paramsOf(new FormData(event.currentTarget));
    const { query: asked } = parseChartParams(resource, view, given);
    // The days stand for a range that may begin and end within them.
    const isSameDays = given.from?.[0] === days.from && given.to?.[0] === days.to;
    const next = isSameDays ? { ...asked, range: query.range } : asked;
    startTransition(() => router.push(chartHref(resource, next), { scroll: false }));
  };
  const submitOnChange = (event: ChangeEvent<HTMLSelectElement>) =>
    event.currentTarget.form?.requestSubmit();
  const isFirst = resource.views[0]?.kind === "charts";

  return (
    <form
      action={viewHref(resource, "charts")}
      onSubmit={submit}
      aria-busy={isPending}
      className={`grid grid-cols-2 items-end gap-x-3 gap-y-2 transition-opacity sm:flex sm:flex-wrap ${isPending ? "opacity-60" : ""}`}
    >
      {!isFirst && <input type="hidden" name="view" value="charts" />}
      <input type="hidden" name="tab" value={query.tab} />
      {"preset" in query.range && <input type="hidden" name="range" value={query.range.preset} />}
      {query.people.map((person) => (
        <input key={person} type="hidden" name="person" value={person} />
      ))}
      <Labelled id="chart-metric" label="Metric" className="max-sm:col-span-2 sm:w-40">
        <Select
          id="chart-metric"
          name="metric"
          key={query.metric}
          defaultValue={query.metric}
          onChange={submitOnChange}
        >
          {metrics.map(({ literal, label }) => (
            <option key={literal} value={literal}>
              {label}
            </option>
          ))}
        </Select>
      </Labelled>
      {query.tab === "time" && (
        <>
          {groupLabel !== undefined && (
            <Labelled id="chart-split" label="A line for each" className="sm:w-30">
              <Select
                id="chart-split"
                name="split"
                key={query.split}
                defaultValue={query.split}
                onChange={submitOnChange}
              >
                <option value="people">person</option>
                <option value="group">{groupLabel.toLowerCase()}</option>
              </Select>
            </Labelled>
          )}
          <Labelled id="chart-step" label="A point for" className="sm:w-24">
            <Select
              id="chart-step"
              name="step"
              key={query.step}
              defaultValue={query.step}
              onChange={submitOnChange}
            >
              {steps.map((step) => (
                <option key={step} value={step}>
                  {stepLabel(step)}
                </option>
              ))}
            </Select>
          </Labelled>
          <Labelled id="chart-smooth" label="Moving average" className="sm:w-32">
            <Select
              id="chart-smooth"
              name="smooth"
              key={query.smooth}
              defaultValue={query.smooth}
              onChange={submitOnChange}
            >
              {smoothings.map((window) => (
                <option key={window} value={window}>
                  {window === 0 ? "off" : `over ${window} points`}
                </option>
              ))}
            </Select>
          </Labelled>
        </>
      )}
      <Labelled id="chart-from" label="From" className="sm:w-32">
        <Input
          key={days.from}
          id="chart-from"
          type="date"
          name="from"
          min="1000-01-01"
          max="9799-12-31"
          defaultValue={days.from}
        />
      </Labelled>
      <Labelled id="chart-to" label="To" className="sm:w-32">
        <Input
          key={days.to}
          id="chart-to"
          type="date"
          name="to"
          min="1000-01-01"
          max="9799-12-31"
          defaultValue={days.to}
        />
      </Labelled>
      {query.people.length < maxPeople && (
        <AddPerson key={query.people.join()} people={people} isFirst={query.people.length === 0} />
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}

/** As the two date fields show a range that is none of the usual ones. */
function shownDays({ range }: ChartQuery): { from: string; to: string } {
  if ("preset" in range) return { from: "", to: "" };
  const day = (text: string) => text.slice(0, 10);
  return {
    from: range.from === undefined ? "" : day(momentText(range.from)),
    to: range.to === undefined ? "" : day(endText(range.to)),
  };
}

function paramsOf(data: FormData): Record<string, string[]> {
  const names = [...new Set(data.keys())];
  return Object.fromEntries(
    names.map((name) => [name, data.getAll(name).filter((value) => typeof value === "string")]),
  );
}
