"use client";
// Client: what is drawn: metric, lines, smoothing, days, people. A plain form until a script makes it a navigation.
import { useRouter } from "next/navigation";
import { type FormEvent, useTransition } from "react";
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
      <Choice
        name="metric"
        label="Metric"
        className="max-sm:col-span-2 sm:w-40"
        value={query.metric}
        options={metrics.map(({ literal, label }) => [literal, label])}
      />
      {query.tab === "time" && (
        <>
          {groupLabel !== undefined && (
            <Choice
              name="split"
              label="A line for each"
              className="sm:w-30"
              value={query.split}
              options={[
                ["people", "person"],
                ["group", groupLabel.toLowerCase()],
              ]}
            />
          )}
          <Choice
            name="step"
            label="A point for"
            className="sm:w-24"
            value={query.step}
            options={steps.map((step) => [step, stepLabel(step)])}
          />
          <Choice
            name="smooth"
            label="Moving average"
            className="sm:w-32"
            value={query.smooth}
            options={smoothings.map((window) => [
              window,
              window === 0 ? "off" : `over ${window} points`,
            ])}
          />
        </>
      )}
      <DayField name="from" label="From" value={days.from} />
      <DayField name="to" label="To" value={days.to} />
      {query.people.length < maxPeople && (
        <AddPerson key={query.people.join()} people={people} isFirst={query.people.length === 0} />
      )}
      <Button type="submit">Show</Button>
    </form>
  );
}

type ChoiceProps = {
  name: string;
  label: string;
  className: string;
  value: string | number | undefined;
  options: [value: string | number, label: string][];
};

/** Asks for the chart anew once something else is chosen. */
function Choice({ name, label, className, value, options }: ChoiceProps) {
  const id = `chart-${name}`;
  return (
    <Labelled id={id} label={label} className={className}>
      <Select
        id={id}
        name={name}
        // An address that changed brings another value.
        key={value}
        defaultValue={value}
        onChange={(event) => event.currentTarget.form?.requestSubmit()}
      >
        {options.map(([option, text]) => (
          <option key={option} value={option}>
            {text}
          </option>
        ))}
      </Select>
    </Labelled>
  );
}

function DayField({ name, label, value }: { name: string; label: string; value: string }) {
  const id = `chart-${name}`;
  return (
    <Labelled id={id} label={label} className="sm:w-32">
      <Input
        id={id}
        name={name}
        key={value}
        type="date"
        min="1000-01-01"
        max="9799-12-31"
        defaultValue={value}
      />
    </Labelled>
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
