// @ts-check
// `npm test`: every check and every test, on a database of its own; `npm test -- unit <file>` runs
// a part.
import { readyCheckout } from "./setup/checkout.mjs";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";
import { ensureBuild } from "./setup/production-build.mjs";
import { formatDuration, print, step } from "./setup/steps.mjs";
import { runBrowserTests } from "./testing/browser.mjs";
import { ensureTestCluster } from "./testing/cluster.mjs";
import { checks, runCheck, runPhase, runVitest } from "./testing/phases.mjs";
import { emptySettings } from "./testing/test-environment.mjs";

/** @typedef {import("./testing/phases.mjs").PhaseResult} PhaseResult */

const PARTS = ["check", "unit", "database", "browser"];

await main(async (job) => {
  const { signal } = job;
  const [part, ...args] = process.argv.slice(2);
  if (part && !PARTS.includes(part)) {
    throw new Failure(
      `There is no part "${part}": npm test -- ${PARTS.join("|")}, or npm test for all.`,
    );
  }
  /** @param {string} name */
  const isWanted = (name) => !part || part === name;
  const startedAt = performance.now();
  const total = { passed: 0, failed: 0 };
  /**
   * @param {string} name
   * @param {() => Promise<PhaseResult>} run
   */
  const phase = async (name, run) => {
    const { passed, failed } = await runPhase(name, run, signal);
    total.passed += passed;
    total.failed += failed;
    return failed === 0;
  };

  await readyCheckout(signal);
  const options = { env: { ...process.env, ...emptySettings(), ...testSettings() }, signal };
  if (isWanted("check")) {
    await Promise.all(
      Object.entries(checks).map(([name, check]) => phase(name, () => runCheck(check, options))),
    );
  }
  if (isWanted("unit")) await phase("unit tests", () => runVitest("unit", args, options));
  if (isWanted("database") || isWanted("browser")) {
    const cluster = await step(
      "Starting the test database",
      () => ensureTestCluster(signal),
      "Test database started",
    );
    job.onLeave(cluster.release);
    Object.assign(options.env, cluster.env);
  }
  if (isWanted("database")) {
    await phase("database tests", () => runVitest("database", args, options));
  }
  if (isWanted("browser")) {
    const isBuilt = await phase("build", async () => {
      await ensureBuild(signal);
      return { passed: 1, failed: 0, output: "" };
    });
    await phase("browser tests", async () => {
      if (!isBuilt) throw new Failure("The browser tests need a build.");
      return runBrowserTests(args, options.env, job);
    });
  }

  print(
    `\nin ${formatDuration(performance.now() - startedAt)}\n${total.passed} passed, ${total.failed} failed`,
  );
  return total.failed === 0 ? 0 : 1;
});

/** What the app needs and no person should have to give to run tests. */
function testSettings() {
  return {
    BETTER_AUTH_SECRET: process.env.BETTER_AUTH_SECRET,
    CI: "true",
    NODE_ENV: /** @type {const} */ ("test"),
    // Their output is captured, so the tools cannot see whether it reaches a terminal.
    ...(process.stdout.isTTY
      ? { FORCE_COLOR: "1", NO_COLOR: undefined }
      : { FORCE_COLOR: undefined, NO_COLOR: "1" }),
  };
}
