// @ts-check
// Runs programs: to their end with their output captured, or in the foreground of the terminal.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { inProject, projectFolder } from "./paths.mjs";

// npm and compilers may finish what they are at before they heed SIGTERM; nothing they leave half
// done is taken for done.
const PATIENCE_MS = 3000;

/**
 * @typedef {object} RunOptions
 * @property {NodeJS.ProcessEnv} [env]
 * @property {AbortSignal} [signal] ends the program, then rejects with the signal's reason
 * @property {number} [uid]
 * @property {number} [gid]
 * @property {string} [input] what the program reads from standard input (default: nothing)
 * @property {(line: string) => void} [onErrorLine] called with each line of standard error as it is
 *   written
 */

/**
 * Runs a program to its end.
 * @param {string} command
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<{ code: number, stdout: string, stderr: string, output: string }>} `output` is
 *   both, in order
 */
export async function capture(command, args, { signal, input, onErrorLine, ...options } = {}) {
  signal?.throwIfAborted();
  const child = spawn(command, args, {
    cwd: projectFolder,
    ...options,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  const printed = { stdout: "", stderr: "", output: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name]?.setEncoding("utf8").on("data", (/** @type {string} */ text) => {
      printed[name] += text;
      printed.output += text;
    });
  }
  if (onErrorLine && child.stderr) createInterface({ input: child.stderr }).on("line", onErrorLine);
  child.stdin?.on("error", () => {}).end(input);
  const code = await ended(child, signal, PATIENCE_MS);
  return { code, ...printed };
}

/**
 * Runs a program in the foreground: it shares the terminal, signals are passed on to it, its exit
 * code is the result.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env: NodeJS.ProcessEnv, signal: AbortSignal }} options
 */
export async function runInForeground(command, args, { env, signal }) {
  const child = spawn(command, args, {
    cwd: projectFolder,
    env: { ...env, PATH: [inProject("node_modules/.bin"), env.PATH].join(":") },
    stdio: "inherit",
  });
  return ended(child, signal);
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {AbortSignal} [signal]
 * @param {number} [patienceMs] from SIGTERM to SIGKILL
 * @returns {Promise<number>}
 */
function ended(child, signal, patienceMs) {
  return new Promise((resolve, reject) => {
    const terminate = () => {
      child.kill("SIGTERM");
      if (patienceMs) setTimeout(() => child.kill("SIGKILL"), patienceMs).unref();
    };
    signal?.addEventListener("abort", terminate, { once: true });
    child.once("error", reject);
    child.once("close", (code) => {
      signal?.removeEventListener("abort", terminate);
      if (signal?.aborted) reject(signal.reason);
      else resolve(code ?? 1);
    });
  });
}
