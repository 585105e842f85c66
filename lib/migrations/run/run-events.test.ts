import { expect, test } from "vitest";
import { linesOf, progressLineOf } from "@/lib/migrations/run/run-events";
import type { RunEvent, StatementFailure } from "@/lib/model/migrations/run";

const prefix = "shop_";

function failed(change: Partial<StatementFailure> = {}): RunEvent {
  const failure = {
    tag: "0001_b",
    statement: "\nselect 1 +\n  nothing;\n",
    index: 2,
    total: 3,
    code: "42703",
    message: 'column "nothing" does not exist',
    ...change,
  };
  return { prefix, kind: "failed", reason: "", outcome: "rolled back", failure };
}

test("a failure is shown with its place, what Postgres said and what became of it", () => {
  const lines = linesOf(failed({ position: 15, detail: "Some detail.", hint: "A hint." }));
  expect(lines).toEqual([
    "shop_: failed in 0001_b, statement 2 of 3",
    "  | select 1 +",
    "  |   nothing;",
    "  |   ^",
    '  42703: column "nothing" does not exist (line 3, column 3)',
    "  Detail: Some detail.",
    "  Hint: A hint.",
    "  Nothing was applied.",
  ]);
});

test("without a place the statement is shown from its beginning", () => {
  expect(linesOf(failed()).slice(0, 4)).toEqual([
    "shop_: failed in 0001_b, statement 2 of 3",
    "  | select 1 +",
    "  |   nothing;",
    '  42703: column "nothing" does not exist',
  ]);
});

test("a failure without a statement gives its reason, and what is known of the outcome", () => {
  const event: RunEvent = { prefix, kind: "failed", reason: "23503: no", outcome: "unknown" };
  expect(linesOf(event)).toEqual([
    "shop_: failed. 23503: no",
    "  Whether anything was applied is unknown: look at the status before you try again.",
  ]);
});

test("what only matters while it lasts is one line that can be overwritten", () => {
  const place = { tag: "0001_b", index: 1, total: 2, statement: "create table x (" };
  const running: RunEvent = { prefix, kind: "running", ...place };
  expect(linesOf(running)).toEqual([]);
  expect(progressLineOf(running)).toBe("shop_: 0001_b, statement 1 of 2: create table x (");
  expect(progressLineOf({ prefix, kind: "waiting" })).toBeUndefined();
});

test("a plan that has changed is a refusal", () => {
  expect(linesOf({ prefix, kind: "changed" })).toEqual([
    "shop_: refused. What is pending has changed since this page was shown.",
  ]);
});
