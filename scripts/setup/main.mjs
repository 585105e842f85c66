// @ts-check
// The frame of every script: one sentence for a failure, and a clean end for Ctrl-C and SIGTERM.
import { Failure } from "./failure.mjs";
import { forgetSteps, print } from "./steps.mjs";

/**
 * @typedef {object} Job
 * @property {AbortSignal} signal aborted when the job was asked to stop or has failed
 * @property {(cleanUp: () => unknown) => void} onLeave runs at the end, last one first, whatever
 *   the end was
 */

// npm passes on a signal that the terminal has sent already: only a later one means "at once".
const REPEATED_SIGNAL_MS = 1000;

/**
 * Runs a job and ends the process with the code it returns (default 0), or 1 after a failure.
 * @param {(job: Job) => Promise<number | void>} work
 * @param {number} [stoppedCode] for a job that was asked to stop; 0 where that is its usual end
 */
export async function main(work, stoppedCode = 130) {
  const stopping = new AbortController();
  /** @type {(() => unknown)[]} */
  const cleanUps = [];
  let askedAt = 0;
  const askToStop = () => {
    const now = performance.now();
    if (askedAt && now - askedAt > REPEATED_SIGNAL_MS) process.exit(1);
    askedAt ||= now;
    stopping.abort(new Failure("Stopped."));
  };
  // A closed terminal takes no more lines; what was begun must be ended all the same.
  process.stdout.on("error", () => {});
  for (const name of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"])) {
    process.on(name, askToStop);
  }

  let exitCode = 0;
  try {
    exitCode = (await work({ signal: stopping.signal, onLeave: (run) => cleanUps.push(run) })) ?? 0;
  } catch (error) {
    exitCode = askedAt ? stoppedCode : 1;
    if (!askedAt) report(error);
  }
  stopping.abort(new Failure("Stopped."));
  forgetSteps();
  for (const cleanUp of cleanUps.reverse()) {
    try {
      await cleanUp();
    } catch (error) {
      report(error);
      exitCode = 1;
    }
  }
  process.exit(exitCode);
}

/** @param {unknown} error */
function report(error) {
  forgetSteps();
  if (error instanceof Failure && error.details) print(error.details.trimEnd());
  process.stderr.write(`✗ ${error instanceof Error ? error.message : error}\n`);
}
