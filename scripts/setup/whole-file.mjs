// @ts-check
// Makes a file that is there complete or not at all, for one of several processes.
import { linkSync, rmSync, writeFileSync } from "node:fs";
import { errorCode } from "./failure.mjs";

/**
 * Returns whether the file is ours: false when it existed.
 * @param {string} file
 * @param {string} content
 */
export function createWholeFile(file, content) {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, content, { mode: 0o600 });
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if (errorCode(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft);
  }
}
