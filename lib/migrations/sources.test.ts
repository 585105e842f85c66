import { expect, test } from "vitest";
import { migrationSources } from "@/lib/migrations/sources";
import type { Prefix } from "@/lib/model/define-admin";

function prefix(name: string, more: Partial<Prefix> = {}): Prefix {
  const config = `drizzle.${name}config.ts`;
  return { prefix: name, label: name, config, migrations: `${name}sql`, script: "x", ...more };
}

test("a ledger is named after its prefix unless it is declared", () => {
  const ledger = { schema: "public", table: "journal" };
  const sources = migrationSources([prefix("a_"), prefix("b_", { ledger })], {});
  expect(sources.map((source) => source.ledger)).toEqual([
    { schema: "drizzle", table: "a_migrations" },
    ledger,
  ]);
});

test("a folder may depend on the environment", () => {
  const base = prefix("a_", { migrations: ({ FASTAPP_DIR }) => `${FASTAPP_DIR}/sql` });
  expect(migrationSources([base], { FASTAPP_DIR: "/app" })[0]?.folder).toBe("/app/sql");
});

test("prefixes with one ledger know of each other", () => {
  const ledger = { table: "all" };
  const sources = migrationSources(
    [prefix("a_", { ledger }), prefix("b_", { ledger }), prefix("c_")],
    {},
  );
  expect(sources.map(({ sharedWith }) => sharedWith)).toEqual([["b_"], ["a_"], []]);
});
