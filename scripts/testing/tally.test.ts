// Tests: what counts as passed and failed.
import { expect, test } from "vitest";
import { judge, tallyPlaywright, tallyVitest } from "./tally.mjs";

function file(status: string, ...tests: string[]) {
  return { status, assertionResults: tests.map((name) => ({ status: name })) };
}

test("Vitest: each test is one, skipped and unwritten ones failed", () => {
  const testResults = [
    file("passed", "passed", "passed", "skipped", "todo"),
    file("failed", "passed", "failed"),
  ];
  expect(tallyVitest({ testResults })).toEqual({ passed: 3, failed: 3 });
});

test("Vitest: a file that cannot be loaded is a failure", () => {
  expect(tallyVitest({ testResults: [file("failed")] })).toEqual({ passed: 0, failed: 1 });
});

test("Vitest: a file whose clean-up fails after its tests passed is a failure", () => {
  const testResults = [file("failed", "passed")];
  expect(tallyVitest({ testResults })).toEqual({ passed: 1, failed: 1 });
});

test("Playwright: flaky, skipped and errors outside tests are failures", () => {
  const stats = { expected: 5, unexpected: 1, flaky: 1, skipped: 1 };
  expect(tallyPlaywright({ stats, errors: [{}] })).toEqual({ passed: 5, failed: 4 });
});

test.each([
  ["all passed", { passed: 3, failed: 0 }, 0, { passed: 3, failed: 0 }],
  ["nothing ran", { passed: 0, failed: 0 }, 0, { passed: 0, failed: 1 }],
  ["the runner failed on its own", { passed: 3, failed: 0 }, 1, { passed: 3, failed: 1 }],
  ["tests failed", { passed: 3, failed: 2 }, 1, { passed: 3, failed: 2 }],
])("a phase: %s", (_, tally, code, expected) => {
  expect(judge(tally, code)).toEqual(expected);
});
