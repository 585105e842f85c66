import { describe, expect, it } from "vitest";
import { type AdviceSeverity, groupByRule, type SchemaFinding } from "@/lib/model/advice";
import {
  acceptHref,
  adviceHref,
  isFiltered,
  matches,
  parseAdviceFilter,
} from "@/lib/model/advice-filter";

const rules = ["a", "b"].map((id) => ({ id, title: id, why: "" }));
const prefixes = [{ prefix: "app_", label: "App", tables: 1 }];
const known = { rules, prefixes };

function finding(rule: string, severity: AdviceSeverity, prefix: string | null = "app_") {
  const words = { headline: "user_id has no index", sentence: "A delete is slow." };
  const rest = { object: "public.app_notes.user_id", evidence: [], fix: { drizzle: "" } };
  return { rule, severity, prefix, ...words, ...rest } satisfies SchemaFinding;
}

describe("the advisor's addresses", () => {
  it.each(["/schema", "/schema?prefix=app_&severity=warn&rule=a&q=user+id", "/schema?prefix=none"])(
    "come back as they were: %s",
    (href) => {
      const given = Object.fromEntries(new URL(href, "http://x").searchParams);
      expect(adviceHref(parseAdviceFilter(given, known))).toBe(href);
    },
  );

  it("A11: leave out what they do not know", () => {
    const given = { prefix: "'; drop", severity: "worst", rule: "c", q: "x".repeat(9_999) };
    const filter = parseAdviceFilter(given, known);
    expect(filter).toEqual({ text: "x".repeat(200) });
    expect(isFiltered(parseAdviceFilter({ prefix: ["x", "y"] }, known))).toBe(false);
  });

  it("lead to one finding, or to all of a rule", () => {
    expect(acceptHref({ rule: "a", prefix: null })).toBe("/schema/accept?prefix=none&rule=a");
    expect(acceptHref({ rule: "a", prefix: "app_", object: "public.x.a&b" })).toBe(
      "/schema/accept?prefix=app_&rule=a&object=public.x.a%26b",
    );
  });
});

it("finds every word, whatever its case, and tables without a prefix by themselves", () => {
  expect(matches(finding("a", "warn"), { text: "DELETE user_id" })).toBe(true);
  expect(matches(finding("a", "warn"), { text: "delete nobody" })).toBe(false);
  expect(matches(finding("a", "warn", null), { prefix: null, text: "" })).toBe(true);
  expect(matches(finding("a", "warn"), { prefix: null, text: "" })).toBe(false);
});

it("puts the rule with the worst finding first", () => {
  const groups = groupByRule(rules, [
    finding("a", "info"),
    finding("b", "info"),
    finding("b", "high"),
  ]);
  expect(groups.map(({ rule, severity }) => [rule.id, severity])).toEqual([
    ["b", "high"],
    ["a", "info"],
  ]);
});
