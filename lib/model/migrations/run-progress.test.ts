import { expect, test } from "vitest";
import type { RunEvent } from "@/lib/model/migrations/run";
import {
  advance,
  countOf,
  type PlannedPrefix,
  progressOf,
} from "@/lib/model/migrations/run-progress";

const plan: PlannedPrefix[] = [
  {
    prefix: "base_",
    label: "Framework",
    digest: "d1",
    migrations: [
      { tag: "0001_a", statements: 2 },
      { tag: "0002_b", statements: 1 },
    ],
  },
  { prefix: "app_", label: "App", digest: "d2", migrations: [{ tag: "0001_a", statements: 1 }] },
];

type Told = RunEvent extends infer Event ? Omit<Event, "prefix"> : never;

function after(...events: [string, Told][]) {
  return events.reduce(
    (progress, [prefix, event]) => advance(progress, { prefix, ...event } as RunEvent),
    progressOf(plan),
  );
}

const running = (tag: string, index = 1): Told =>
  ({ kind: "running", tag, index, total: 2, statement: "select 1" }) as Told;
const applied = (tag: string): Told => ({ kind: "applied", tag, statements: 1, ms: 7 }) as Told;

test("before the first event it is the plan", () => {
  expect(progressOf(plan).map(({ state }) => state)).toEqual(["planned", "planned"]);
  expect(countOf(plan)).toBe(3);
});

test("a migration has run when the next one runs, and is applied when that is told", () => {
  const [base, app] = after(["base_", running("0001_a")], ["base_", running("0002_b")]);
  expect(base?.migrations).toEqual([
    { tag: "0001_a", statements: 2, state: "ran" },
    { tag: "0002_b", statements: 1, state: "running", index: 1, total: 2, statement: "select 1" },
  ]);
  // The same tag of another prefix is another migration.
  expect(app?.migrations).toMatchObject([{ state: "planned" }]);

  const [done] = after(
    ["base_", running("0001_a")],
    ["base_", applied("0001_a")],
    ["base_", applied("0002_b")],
  );
  expect(done).toMatchObject({ state: "applied" });
  expect(done?.migrations).toEqual([
    { tag: "0001_a", statements: 2, state: "applied", ms: 7 },
    { tag: "0002_b", statements: 1, state: "applied", ms: 7 },
  ]);
});

test("a failure undoes what ran before it", () => {
  const failure = {
    tag: "0002_b",
    statement: "x",
    index: 1,
    total: 1,
    code: "42601",
    message: "no",
  };
  const [base] = after(
    ["base_", running("0001_a")],
    ["base_", running("0002_b")],
    ["base_", { kind: "failed", reason: "no", outcome: "rolled back", failure } as Told],
  );
  expect(base?.state).toBe("failed");
  expect(base?.migrations.map(({ state }) => state)).toEqual(["undone", "failed"]);
  expect(base?.failed?.failure?.code).toBe("42601");
});

test("what the outcome does not tell to be undone is not said to be", () => {
  const [base] = after(
    ["base_", running("0001_a")],
    ["base_", { kind: "failed", reason: "lost", outcome: "unknown" } as Told],
  );
  expect(base?.migrations.map(({ state }) => state)).toEqual(["ran", "planned"]);
});

test("waiting for another run ends in nothing to do", () => {
  expect(after(["base_", { kind: "waiting" } as Told])[0]?.state).toBe("waiting");
  const [base] = after(
    ["base_", { kind: "waiting" } as Told],
    ["base_", { kind: "nothing to do" } as Told],
  );
  expect(base?.state).toBe("nothing to do");
});
