// @ts-check
// Tells whether a process that was noted down is still that process: ids are given out again, start
// times are not.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * The id of a live process with the time it started, or undefined when there is no such process.
 * @param {number} pid
 */
export function processIdentity(pid) {
  const startedAt = process.platform === "linux" ? startTimeFromProc(pid) : startTimeFromPs(pid);
  return startedAt && `${pid} ${startedAt}`;
}

/**
 * Whether the process that `processIdentity` described still runs.
 * @param {string} identity
 */
export function isAlive(identity) {
  const pid = Number.parseInt(identity, 10);
  return Number.isInteger(pid) && processIdentity(pid) === identity;
}

/**
 * The command line of a live process, or undefined.
 * @param {number} pid
 */
export function commandLine(pid) {
  if (process.platform !== "linux") return ps(pid, "command=");
  return readProc(pid, "cmdline")?.replaceAll("\0", " ");
}

/** @param {number} pid */
function startTimeFromProc(pid) {
  // The name in parentheses may hold anything; after it come the state (Z is dead) and, 19 fields
  // on, the start time.
  const fields = readProc(pid, "stat")?.split(") ").at(-1)?.split(" ");
  return fields && fields[0] !== "Z" ? fields[19] : undefined;
}

/** @param {number} pid */
function startTimeFromPs(pid) {
  return ps(pid, "lstart=");
}

/**
 * @param {number} pid
 * @param {string} file
 */
function readProc(pid, file) {
  try {
    return readFileSync(`/proc/${pid}/${file}`, "utf8") || undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {number} pid
 * @param {string} column
 */
function ps(pid, column) {
  try {
    return (
      execFileSync("ps", ["-o", column, "-p", String(pid)], { encoding: "utf8" }).trim() ||
      undefined
    );
  } catch {
    return undefined;
  }
}
