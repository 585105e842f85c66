import { jsonb, pgTable, timestamp, uuid, varchar } from "drizzle-orm/pg-core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartHref, chartSearch, parseChartParams } from "@/lib/model/charts/params";
import { deriveResource } from "@/lib/model/define-resource";
import type { ChartsView } from "@/lib/model/view";

const table = pgTable("app_moods", {
  id: uuid("id").primaryKey(),
  personId: uuid("person_id").notNull(),
  kind: varchar("kind", { length: 20 }).notNull(),
  value: jsonb("value").notNull(),
  at: timestamp("at").notNull(),
});
const view: ChartsView = {
  kind: "charts",
  at: "at",
  value: "value",
  metric: "kind",
  person: "personId",
  paths: ["$"],
  through: { field: "personId", group: "kind" },
};
const resource = deriveResource(table, { prefix: "app_" }, { views: [view] });
const ada = "3f2b8c1e-0000-4000-8000-000000000001";

function parse(address: string) {
  const search = new URLSearchParams(address);
  const params = Object.fromEntries([...search.keys()].map((name) => [name, search.getAll(name)]));
  return parseChartParams(resource, view, params);
}

const plain = {
  tab: "time",
  people: [],
  split: "people",
  range: { preset: "90d" },
  step: "auto",
  smooth: 0,
};

describe("an address", () => {
  it("without anything asks for the last 90 days of everybody", () => {
    expect(parse("")).toEqual({ query: plain, notices: [] });
    expect(parse("tab=&metric=&person=&from=&to=")).toEqual({ query: plain, notices: [] });
  });

  it.each([
    `metric=mood&person=${ada}&range=7d&smooth=7`,
    "tab=distribution&metric=a+%26+b&from=2026-01-01&to=2026-01-01",
    "split=group&from=2026-01-01T08%3A30&to=2026-01-02T09%3A00&step=1h",
    "range=all&open=2026-01-01&line=%3Dlife",
    "to=2024-02-29&open=events",
    "from=2024-02-29",
  ])("%s is what its query is written as", (address) => {
    const { query, notices } = parse(address);
    expect(notices).toEqual([]);
    expect(chartSearch(query).toString()).toBe(address);
  });

  it("means all of the last day", () => {
    expect(parse("from=2026-01-01&to=2026-01-01").query.range).toEqual({
      from: Date.UTC(2026, 0, 1),
      to: Date.UTC(2026, 0, 2),
    });
  });

  it.each([
    "tab=pie",
    "range=8d",
    "smooth=4",
    "split=__proto__",
    "step=1ms",
    "from=2026-02-30",
    "from=yesterday",
    "from=2026-01-02&to=2026-01-01",
    "person=nobody",
    `metric=${"m".repeat(21)}`,
    "metric=%00",
  ])("%s: what is not understood is left out with a notice", (address) => {
    const { query, notices } = parse(address);
    expect(query).toEqual(plain);
    expect(notices).toHaveLength(1);
  });

  it("compares six people at the most, each once", () => {
    const ids = Array.from({ length: 8 }, (_, index) => ada.slice(0, -1) + index);
    const { query, notices } = parse([...ids, ada].map((id) => `person=${id}`).join("&"));
    expect(query.people).toEqual(ids.slice(0, 6));
    expect(notices).toHaveLength(1);
  });

  it("says the view only where it is not the first", () => {
    const first = { slug: "moods", views: [view, { kind: "list" as const }] };
    expect(chartHref(first, parse("range=7d").query)).toBe("/moods?range=7d");
    const second = { slug: "a b", views: [{ kind: "list" as const }, view] };
    expect(chartHref(second, parse("range=7d").query)).toBe("/a%20b?view=charts&range=7d");
    expect(chartHref(second, parse("").query)).toBe("/a%20b?view=charts");
  });

  it("of any text is read without an error, and what is read is stable", () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom("all", "2026-01-01", "2026-01-01T10:00", ada),
    );
    const names = [
      "tab",
      "metric",
      "person",
      "split",
      "range",
      "from",
      "to",
      "step",
      "smooth",
      "open",
      "line",
    ];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), text), (params) => {
        const { query } = parseChartParams(resource, view, params);
        expect(parse(chartSearch(query).toString())).toEqual({ query, notices: [] });
      }),
    );
  });
});
