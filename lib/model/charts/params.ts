// Pure: the one grammar of a chart's address: `?metric=mood&person=<id>&range=90d`, `?tab=latest&from=2026-01-01`.

import {
  clamped,
  type Preset,
  presets,
  type Range,
  type Step,
  steps,
} from "@/lib/model/charts/range";
import { isMidnight } from "@/lib/model/charts/wall-time";
import { checkLiteral } from "@/lib/model/check-literal";
import { type Params, single } from "@/lib/model/params";
import { fieldOf, type Resource } from "@/lib/model/resource";
import { type ChartsView, viewHref } from "@/lib/model/view";

export const chartTabs = ["time", "distribution", "latest"] as const;
export type ChartTab = (typeof chartTabs)[number];

/** How many buckets a moving average looks back; 0 draws none. */
export const smoothings = [0, 3, 7, 30] as const;

/** What is listed below a chart: a bucket's entries, of one line or of all, or the entries that are no numbers. */
export type Opened = { events: true } | { at: number; line?: string };

export type ChartQuery = {
  tab: ChartTab;
  /** The most frequent one when absent. */
  metric?: string;
  /** Literals of ids; everybody when empty. */
  people: string[];
  /** Whether lines are people or groups. */
  split: "people" | "group";
  range: Range;
  step: Step;
  smooth: number;
  opened?: Opened;
};

export const maxPeople = 6;
export const defaultPreset: Preset = "90d";

/** @returns the query, and a notice for each part of the address that was not understood and therefore left out. */
export function parseChartParams(
  resource: Resource,
  view: ChartsView,
  params: Params,
): { query: ChartQuery; notices: string[] } {
  const notices: string[] = [];
  const among = <T extends string | number>(name: string, allowed: readonly T[], absent: T): T => {
    const text = single(params[name]);
    if (!text) return absent;
    const found = allowed.find((value) => String(value) === text);
    if (found === undefined) notices.push(`A chart has no ${name} “${text.slice(0, 60)}”.`);
    return found ?? absent;
  };
  const metric = single(params.metric);
  const isMetric = metric && isReadable(resource, view.metric, metric);
  if (metric && !isMetric) notices.push("The metric in this address cannot be one.");
  const opened = parseOpened(params);
  return {
    query: {
      tab: among("tab", chartTabs, "time"),
      ...(isMetric && { metric }),
      people: parsePeople(resource, view, params.person, notices),
      split: view.through ? among("split", ["people", "group"], "people") : "people",
      range: parseRange(among("range", presets, defaultPreset), params, notices),
      step: among("step", steps, "auto"),
      smooth: among("smooth", smoothings, 0),
      ...(opened && { opened }),
    },
    notices,
  };
}

/** The same chart with no point of it opened. */
export function unopened({ opened: _, ...query }: ChartQuery): ChartQuery {
  return query;
}

/** The query's part of an address, without `?`: also what a download of the same is asked for with. */
export function chartSearch(query: ChartQuery): URLSearchParams {
  const { tab, metric, people, split, range, step, smooth, opened } = query;
  const search = new URLSearchParams();
  const set = (name: string, value: string | undefined, absent?: string) => {
    if (value !== undefined && value !== absent) search.append(name, value);
  };
  set("tab", tab, "time");
  set("metric", metric);
  for (const person of people) set("person", person);
  set("split", split, "people");
  if ("preset" in range) set("range", range.preset, defaultPreset);
  else {
    set("from", range.from === undefined ? undefined : momentText(range.from));
    set("to", range.to === undefined ? undefined : endText(range.to));
  }
  set("step", step, "auto");
  set("smooth", String(smooth), "0");
  if (opened && "events" in opened) set("open", "events");
  else if (opened) {
    set("open", momentText(opened.at));
    set("line", opened.line);
  }
  return search;
}

export function chartHref(resource: Pick<Resource, "slug" | "views">, query: ChartQuery): string {
  const base = viewHref(resource, "charts");
  const search = chartSearch(query);
  if (search.size === 0) return base;
  return `${base}${base.includes("?") ? "&" : "?"}${search}`;
}

/** A day, where that says it: `2026-03-12`, `2026-03-12T14:30`. */
export function momentText(wall: number): string {
  const iso = new Date(wall).toISOString();
  if (isMidnight(wall)) return iso.slice(0, 10);
  return iso.slice(0, wall % 60_000 === 0 ? 16 : 23);
}

const dayMs = 86_400_000;

/** The last day of a span, where it ends with one. */
export function endText(wall: number): string {
  return momentText(isMidnight(wall) ? wall - dayMs : wall);
}

function parseRange(preset: Preset, params: Params, notices: string[]): Range {
  const [fromText, toText] = [single(params.from), single(params.to)];
  if (!fromText && !toText) return { preset };
  const from = moment(fromText);
  const to = moment(toText);
  const isRead = (text: string | undefined, wall: number | undefined) =>
    !text || wall !== undefined;
  if (!isRead(fromText, from) || !isRead(toText, to)) {
    notices.push("A time in this address is none; write it as 2026-03-12 or 2026-03-12T14:30.");
    return { preset };
  }
  // A day stands for all of it.
  const end = to !== undefined && toText?.length === 10 ? to + dayMs : to;
  if (from !== undefined && end !== undefined) {
    if (from < end) return clamped({ from, to: end });
    notices.push("The range in this address ends before it begins.");
    return { preset };
  }
  return from !== undefined ? { from } : { ...(end !== undefined && { to: end }) };
}

const momentShape = /^\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d{1,3})?)?)?$/;

function moment(text: string | undefined): number | undefined {
  if (!text || !momentShape.test(text)) return undefined;
  const wall = Date.parse(text.length === 10 ? text : `${text}Z`);
  if (Number.isNaN(wall)) return undefined;
  // 30 February would be a day in March.
  return new Date(wall).toISOString().startsWith(text) ? wall : undefined;
}

function parsePeople(
  resource: Resource,
  view: ChartsView,
  given: string | string[] | undefined,
  notices: string[],
): string[] {
  const asked = [given ?? []].flat().map((id) => id.trim());
  const ids = [...new Set(asked.filter(Boolean))];
  const readable = ids.filter((id) => isReadable(resource, view.person, id));
  if (readable.length < ids.length) {
    notices.push("This names nobody. Choose a person from the list, or paste the whole id.");
  }
  if (readable.length > maxPeople) {
    notices.push(`A chart compares ${maxPeople} people at the most; here are the first.`);
  }
  return readable.slice(0, maxPeople);
}

function parseOpened(params: Params): Opened | undefined {
  const open = single(params.open);
  if (open === "events") return { events: true };
  const at = moment(open);
  const line = single(params.line);
  return at === undefined ? undefined : { at, ...(line !== undefined && { line }) };
}

function isReadable(resource: Resource, name: string, literal: string): boolean {
  const field = fieldOf(resource, name);
  return field !== undefined && checkLiteral(field, literal) === undefined;
}
