// @ts-check
// Installs the npm packages when what is installed is not what package-lock.json says.
import { readFileSync } from "node:fs";
import path from "node:path";
import { capture } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { dataFolder, projectFolder } from "./paths.mjs";
import { step } from "./steps.mjs";

/**
 * @typedef {{ version?: string, optional?: boolean }} Package
 * @typedef {Record<string, Package>} Packages by their place, such as "node_modules/next"
 */

/** @param {AbortSignal} signal */
export async function ensurePackages(signal) {
  if (arePackagesCurrent(projectFolder)) return;
  await withLock(
    path.join(dataFolder, "packages.lock"),
    async () => {
      if (arePackagesCurrent(projectFolder)) return;
      await step("Installing packages", () => install(signal), "Packages installed");
    },
    signal,
  );
}

/**
 * npm writes what it installed to node_modules/.package-lock.json, at the very end.
 * @param {string} folder
 */
export function arePackagesCurrent(folder) {
  const wanted = readPackages(path.join(folder, "package-lock.json"));
  const installed = readPackages(path.join(folder, "node_modules/.package-lock.json"));
  return Boolean(wanted && installed && holdsAll(wanted, installed));
}

/**
 * Optional packages are left out where they do not fit the platform.
 * @param {Packages} wanted
 * @param {Packages} installed
 */
export function holdsAll(wanted, installed) {
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    const found = installed[place];
    return place === "" || (found ? found.version === version : optional === true);
  });
}

/** @param {AbortSignal} signal */
async function install(signal) {
  // Under npm, the npm that runs us; else the one in PATH.
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--prefer-offline"];
  const { code, output } = await capture(command, [...first, ...args], { signal });
  if (code === 0) return;
  throw new Failure(
    'The packages could not be installed: see above; with a connection to the npm registry, run this again, or "npm ci" by hand.',
    output,
  );
}

/**
 * @param {string} file
 * @returns {Packages | undefined}
 */
function readPackages(file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return undefined;
  }
}
