// @ts-check
// Counts what test runners report; a skipped test counts as failed, for nobody knows whether it
// would pass.

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * Of Vitest's JSON report.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Tally}
 */
export function tallyVitest({ testResults }) {
  const tests = testResults.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === "passed").length;
  // A file that cannot be loaded, or whose set-up fails, may name no failed test.
  const brokenFiles = testResults.filter(
    ({ status, assertionResults }) =>
      status !== "passed" && assertionResults.every((test) => test.status === "passed"),
  );
  return { passed, failed: tests.length - passed + brokenFiles.length };
}

/**
 * Of Playwright's JSON report.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number },
 *   errors: unknown[] }} report
 * @returns {Tally}
 */
export function tallyPlaywright({ stats, errors }) {
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + stats.skipped + errors.length,
  };
}

/**
 * What a phase is worth: one that ran nothing, or whose runner failed with no test failing, has
 * failed once.
 * @param {Tally} tally
 * @param {number} exitCode
 * @returns {Tally}
 */
export function judge({ passed, failed }, exitCode) {
  const hasUntoldFailure = failed === 0 && (passed === 0 || exitCode !== 0);
  return { passed, failed: hasUntoldFailure ? 1 : failed };
}
