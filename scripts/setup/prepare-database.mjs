// @ts-check
// Runs scripts/prepare.ts, which migrates, fills in sample data and sees to the first owner.
import path from "node:path";
import { capture } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { dataFolder } from "./paths.mjs";
import { printDone, step } from "./steps.mjs";

/**
 * @typedef {object} Prepared
 * @property {string[]} [migrated] prefixes that were migrated now
 * @property {Record<string, number>} [pending] migrations left alone, by prefix
 * @property {boolean} [sample]
 * @property {{ kind: "demo" | "setup" | "existing" | "env", email?: string, password?: string,
 *   path?: string }} signIn
 */

const RESULT = "result: ";
const STEP = "step: ";

/**
 * @param {object} options
 * @param {boolean} options.isEmbedded a database of ours is migrated throughout and may be filled
 * @param {boolean} [options.migrateAll] migrates the other prefixes of the person's own database
 *   too
 * @param {AbortSignal} options.signal
 * @param {NodeJS.ProcessEnv} [options.env]
 * @returns {Promise<Prepared>}
 */
export function prepareDatabase({ isEmbedded, migrateAll, signal, env = process.env }) {
  const args = [...(isEmbedded ? ["--embedded"] : []), ...(migrateAll ? ["--migrate"] : [])];
  return step(
    "Preparing the database",
    // Two starts at once would both find it empty, and fill it.
    () =>
      withLock(path.join(dataFolder, "prepare.lock"), () => runPrepare(args, env, signal), signal),
    "Database prepared",
  );
}

/**
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {AbortSignal} signal
 * @returns {Promise<Prepared>}
 */
async function runPrepare(args, env, signal) {
  const { code, stdout, stderr } = await capture(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/prepare.ts", ...args],
    { env, signal, onErrorLine: stepPrinter() },
  );
  const result = stdout.split("\n").find((line) => line.startsWith(RESULT));
  if (code === 0 && result) return JSON.parse(result.slice(RESULT.length));
  throw failureFrom(stderr);
}

/**
 * Prints the steps that prepare.ts names on standard error, each with the time since the one
 * before.
 */
function stepPrinter() {
  let since = performance.now();
  return (/** @type {string} */ line) => {
    if (!line.startsWith(STEP)) return;
    const now = performance.now();
    printDone(line.slice(STEP.length), now - since);
    since = now;
  };
}

/**
 * The one sentence that prepare.ts ends with; anything longer is a defect, shown whole.
 * @param {string} stderr
 */
function failureFrom(stderr) {
  const lines = stderr.split("\n").filter((line) => line.trim() && !line.startsWith(STEP));
  if (lines.length === 1) return new Failure(/** @type {string} */ (lines[0]));
  return new Failure("The database could not be prepared: see above.", lines.join("\n"));
}
