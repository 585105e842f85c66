import { describe, expect, it } from "vitest";
import type { DeclaredName } from "@/lib/advisor/facts";
import { factsOf, foundBy, index, table } from "@/lib/advisor/facts.fixture";
import { longNames, shortPrefix } from "@/lib/advisor/rules/lengths";

const declaredName = (kind: string, name: string): DeclaredName => ({
  prefix: "app_",
  kind,
  name,
  table: "public.app_notes",
});

it("asks for prefixes of up to 12 characters", () => {
  const prefixes = ["customer_relations_", "ai_coach_"].map((prefix) => {
    return { prefix, label: "", zone: "UTC", tables: [] };
  });
  expect(shortPrefix.find(factsOf([], { prefixes }))).toMatchObject([
    { object: "customer_relations_", fix: { drizzle: 'export const PREFIX = "cr_";' } },
  ]);
});

describe("names in a schema file", () => {
  it.each([
    ["foreign key", "info", 'foreignKey({ name: "app_notes'],
    ["index", "info", 'index("app_notes'],
    ["column", "warn", 'text("app_notes'],
    ["table", "warn", 'pgTable("app_notes'],
  ])("are cut: a %s", (kind, severity, start) => {
    const name = `app_notes_${"what_belongs_to_it_".repeat(4)}fk`;
    const [found] = longNames.find(factsOf([], { declared: [declaredName(kind, name)] }));
    expect(found).toMatchObject({ severity, object: `public.app_notes.${name}` });
    expect(found?.sentence).toContain(name.slice(0, 63));
    expect(found?.fix.drizzle).toContain(start);
    const short = /"(.+?)"/.exec(found?.fix.drizzle ?? "")?.[1] ?? "";
    expect(short.length).toBeLessThanOrEqual(63);
  });

  it("count bytes, and end before a character that is cut", () => {
    const fits = "ä".repeat(31);
    const declared = [declaredName("column", fits), declaredName("column", `${fits}ü`)];
    const found = longNames.find(factsOf([], { declared }));
    expect(found).toHaveLength(1);
    expect(found[0]?.sentence).toBe(
      `What is left of it is also what is left of ${fits}: only one of them can exist.`,
    );
  });

  it("collide where they share a room", () => {
    const stem = "x".repeat(63);
    const pair = (a: string, b: string) =>
      foundBy(longNames, [], {
        declared: [declaredName(a, `${stem}a`), declaredName(b, `${stem}b`)],
      });
    expect(pair("index", "unique constraint").join()).toMatch(/high .*high /);
    expect(pair("check", "check").join()).toMatch(/high .*high /);
    expect(pair("check", "index").join()).not.toContain("high");
  });
});

it("suspects names of the greatest length where no schema file is at hand", () => {
  const names = [
    `app_notes_${"x".repeat(53)}`,
    `app_notes_${"x".repeat(48)}_pkey`,
    "app_notes_idx",
  ];
  const indexes = names.map((name) => index(["a"], { name }));
  expect(foundBy(longNames, [table("app_notes", { indexes })])).toEqual([
    `info app_notes.${names[0]}`,
  ]);
});
