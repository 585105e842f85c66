// @ts-check
// The phases of `npm test`: each runs a tool and tells how many tests passed and failed.
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { capture } from "../setup/child.mjs";
import { Failure } from "../setup/failure.mjs";
import { dataFolder, inProject } from "../setup/paths.mjs";
import { print, step } from "../setup/steps.mjs";
import { judge, tallyPlaywright, tallyVitest } from "./tally.mjs";

/**
 * @typedef {import("./tally.mjs").Tally & { output: string }} PhaseResult
 * @typedef {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} PhaseOptions
 */

/** @typedef {{ commands: string[][], proof?: RegExp }} Check */

/** @type {Record<string, Check>} */
export const checks = {
  types: {
    commands: [
      ["next", "typegen"],
      ["tsc", "--noEmit"],
    ],
  },
  style: { commands: [["biome", "ci", "--colors=off"]] },
  "dependency rules": {
    commands: [["depcruise", "app", "components", "lib", "scripts"]],
    // With a TypeScript that it cannot load it reads no module and is content.
    proof: /[1-9]\d* modules/,
  },
  "unused code": { commands: [["knip"]] },
};

/**
 * Prints the line of a phase, above it what its tool said if something failed. Never rejects for a
 * failed phase, so that the next one runs.
 * @param {string} name
 * @param {() => Promise<PhaseResult>} run
 * @param {AbortSignal} signal
 */
export function runPhase(name, run, signal) {
  return step(
    `Running ${name}`,
    async () => {
      const result = await run().catch((error) => {
        signal.throwIfAborted();
        const details = error instanceof Failure && error.details ? error.details : "";
        return { passed: 0, failed: 1, output: `${details}\n${error.message}` };
      });
      if (result.failed > 0) print(result.output.trim());
      return result;
    },
    ({ passed, failed }) => `${name}: ${passed} passed${failed > 0 ? `, ${failed} failed` : ""}`,
    ({ failed }) => failed === 0,
  );
}

/**
 * Runs the commands of one check until one fails; together they count as one test.
 * @param {Check} check
 * @param {PhaseOptions} options
 * @returns {Promise<PhaseResult>}
 */
export async function runCheck({ commands, proof }, options) {
  let output = "";
  for (const [program = "", ...args] of commands) {
    const result = await capture(inProject(`node_modules/.bin/${program}`), args, options);
    output += result.output;
    if (result.code !== 0) return { passed: 0, failed: 1, output };
  }
  if (proof && !proof.test(output)) return { passed: 0, failed: 1, output };
  return { passed: 1, failed: 0, output };
}

/**
 * @param {"unit" | "database"} project
 * @param {string[]} args
 * @param {PhaseOptions} options
 * @returns {Promise<PhaseResult>}
 */
export async function runVitest(project, args, options) {
  const report = reportFile(project);
  const { code, output } = await capture(
    inProject("node_modules/.bin/vitest"),
    [
      "run",
      "--project",
      project,
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...args,
    ],
    options,
  );
  const found = readReport(report);
  return { ...judge(found ? tallyVitest(found) : { passed: 0, failed: 0 }, code), output };
}

/**
 * @param {string[]} args
 * @param {PhaseOptions} options
 * @returns {Promise<PhaseResult>}
 */
export async function runPlaywright(args, { env, signal }) {
  const report = reportFile("browser");
  const { code, output } = await capture(
    inProject("node_modules/.bin/playwright"),
    ["test", "--reporter=list,json", ...args],
    { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_FILE: report }, signal },
  );
  const found = readReport(report);
  return { ...judge(found ? tallyPlaywright(found) : { passed: 0, failed: 0 }, code), output };
}

/** @param {string} phase */
function reportFile(phase) {
  const file = path.join(dataFolder, `${phase}-report.json`);
  rmSync(file, { force: true });
  return file;
}

/** @param {string} file */
function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
