import { expect, test } from "vitest";
import { applyPlanOf } from "@/lib/migrations/run/apply-plan";
import { digestOf, refusalsOf } from "@/lib/migrations/run/plan";
import type { Finding, MigrationStatus, PrefixStatus } from "@/lib/model/migrations/status";

function migration(tag: string, change: Partial<MigrationStatus> = {}): MigrationStatus {
  return {
    position: 0,
    tag,
    when: 1,
    hash: `hash of ${tag}`,
    sql: "select 1;",
    statements: 1,
    isRecorded: false,
    isPending: true,
    state: "pending",
    severity: "info",
    findings: [],
    appliedAt: null,
    ...change,
  } as MigrationStatus;
}

function status(change: Partial<PrefixStatus> = {}): PrefixStatus {
  return {
    prefix: "shop_",
    label: "Shop",
    ledger: "drizzle.shop_migrations",
    layout: "v0",
    severity: "info",
    migrations: [migration("0000_a", { isRecorded: true, isPending: false }), migration("0001_b")],
    findings: [],
    ...change,
  } as PrefixStatus;
}

const finding = (change: Partial<Finding>): Finding => ({
  state: "blocked",
  severity: "critical",
  headline: "No",
  sentence: "",
  evidence: [],
  ...change,
});

test("a plan is what is pending, with a digest to agree to", () => {
  const { prefixes, refused } = applyPlanOf([status(), status({ migrations: [] })], false);
  expect(prefixes).toEqual([
    {
      prefix: "shop_",
      label: "Shop",
      digest: digestOf(status()),
      migrations: [{ tag: "0001_b", statements: 1 }],
    },
  ]);
  expect(refused).toEqual([]);
});

test("what blocks refuses; what waits for an earlier prefix does so only where that is left out", () => {
  const blocked = status({ findings: [finding({ blocks: true })] });
  expect(applyPlanOf([blocked], false).refused).toHaveLength(1);
  const waiting = status({ findings: [finding({ blocks: false })] });
  expect(applyPlanOf([waiting], false).refused).toEqual([]);
  expect(applyPlanOf([waiting], true).refused).toHaveLength(1);
});

test("a folder of drizzle v1 is refused while something is pending in it", () => {
  expect(refusalsOf(status({ layout: "v1" }))).toMatchObject([{ state: "blocked" }]);
  expect(refusalsOf(status({ layout: "v1", migrations: [] }))).toEqual([]);
});

test.each<[string, Partial<PrefixStatus>]>([
  ["another text", { migrations: [migration("0001_b", { hash: "other" })] }],
  ["another name", { migrations: [migration("0001_c")] }],
  ["another time", { migrations: [migration("0001_b", { when: 2 })] }],
  ["one more", { migrations: [migration("0001_b"), migration("0002_c")] }],
  ["another order", { migrations: [migration("0002_c"), migration("0001_b")] }],
  ["less that is recorded", { migrations: [migration("0000_a"), migration("0001_b")] }],
  ["another ledger", { ledger: "public.shop_migrations" }],
  ["another prefix", { prefix: "app_" }],
])("the digest tells %s", (_, change) => {
  const before = digestOf(status());
  expect(digestOf(status(change))).not.toBe(before);
  expect(digestOf(status())).toBe(before);
});
