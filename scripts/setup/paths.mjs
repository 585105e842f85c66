// @ts-check
// Where the project lies and where it keeps what it makes at run time.
import path from "node:path";
import { fileURLToPath } from "node:url";

export const projectFolder = fileURLToPath(new URL("../..", import.meta.url)).replace(/[\\/]$/, "");
export const dataFolder = path.join(projectFolder, ".data");

/** @param {string} name */
export function inProject(name) {
  return path.join(projectFolder, name);
}
