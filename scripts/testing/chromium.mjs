// @ts-check
// The browser for the tests: any Chromium on this machine, installed when there is none.
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { capture } from "../setup/child.mjs";
import { Failure } from "../setup/failure.mjs";
import { step } from "../setup/steps.mjs";

const PROGRAMS = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
const APPLICATIONS = ["/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"];

/** The path of a Chromium; undefined when only Playwright's own can serve. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named && !isExecutable(named)) {
    throw new Failure(
      `CHROMIUM_PATH is ${named}, where no program is: correct it or leave it out.`,
    );
  }
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const places = PROGRAMS.flatMap((name) => folders.map((folder) => path.join(folder, name)));
  return named || [...places, ...APPLICATIONS].find(isExecutable);
}

/** @param {AbortSignal} signal */
export async function ensureChromium(signal) {
  if (findChromium() || (await hasPlaywrightChromium())) return;
  await step("Installing Chromium", () => installChromium(signal), "Chromium installed");
}

/** @param {AbortSignal} signal */
async function installChromium(signal) {
  const isDebian = process.getuid?.() === 0 && existsSync("/etc/debian_version");
  const ways = [
    ...(isDebian
      ? ["apt-get update && apt-get install --yes --no-install-recommends chromium"]
      : []),
    "node_modules/.bin/playwright install chromium",
  ];
  let printed = "";
  for (const way of ways) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    const { code, output } = await capture("sh", ["-c", way], { env, signal });
    if (code === 0) return;
    printed += output;
  }
  throw new Failure(
    "No Chromium was found and none could be installed: install one, or name it in CHROMIUM_PATH.",
    printed,
  );
}

async function hasPlaywrightChromium() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
