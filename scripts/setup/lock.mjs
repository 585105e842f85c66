// @ts-check
// A lock between processes: a file that names its holder, and is taken over when that process is
// dead.
import { linkSync, readFileSync, renameSync, rmSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { errorCode } from "./failure.mjs";
import { isAlive, processIdentity } from "./process-identity.mjs";
import { createWholeFile } from "./whole-file.mjs";

const RETRY_MS = 50;

/**
 * Does the work while no other process does work under the same file.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} work
 * @param {AbortSignal} [signal] ends the waiting, not the work
 * @returns {Promise<T>}
 */
export async function withLock(file, work, signal) {
  const me = processIdentity(process.pid) ?? "";
  while (!createWholeFile(file, me)) {
    removeIfDead(file);
    signal?.throwIfAborted();
    await sleep(RETRY_MS);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/**
 * Of several processes that see the same dead holder only one wins the rename; whoever catches a
 * live holder's lock by it (a third was quicker) puts it back.
 * @param {string} file
 */
function removeIfDead(file) {
  const holder = readHolder(file);
  if (holder === undefined || isAlive(holder)) return;
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
    if (readHolder(aside) !== holder) linkSync(aside, file);
  } catch (error) {
    if (!["ENOENT", "EEXIST"].includes(errorCode(error) ?? "")) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** @param {string} file */
function readHolder(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return undefined;
    throw error;
  }
}
