// @ts-check
// Builds the app when its sources changed since the last build, and lays the built files out for
// the server.
import { createHash } from "node:crypto";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { capture } from "./child.mjs";
import { Failure } from "./failure.mjs";
import { withLock } from "./lock.mjs";
import { dataFolder, inProject, projectFolder } from "./paths.mjs";
import { step } from "./steps.mjs";

const buildFolder = inProject(".next");
export const serverFile = path.join(buildFolder, "standalone/server.js");
const STAMP = path.join(buildFolder, "sources.sha256");

// What next build does not read. Any other file counts, so that a new folder is never forgotten.
const NOT_SOURCES = new Set([
  "node_modules",
  "e2e",
  "bench",
  "scripts",
  "docs",
  "test-results",
  "playwright-report",
]);
const NOT_SOURCE_FILES =
  /^\.|\.(md|tsbuildinfo)$|\.test\.tsx?$|^next-env\.d\.ts$|^(Dockerfile|LICENSE)$/;

/**
 * Builds when there is no build of these sources. Needs NEXT_SERVER_ACTIONS_ENCRYPTION_KEY for
 * builds that are to understand one another's pages.
 * @param {AbortSignal} signal
 */
export async function ensureBuild(signal) {
  const isCurrent = () => readStamp() === sourcesHash(projectFolder, process.env);
  if (isCurrent()) return;
  await withLock(
    path.join(dataFolder, "build.lock"),
    async () => {
      if (!isCurrent()) await step("Building the app", () => build(signal), "App built");
    },
    signal,
  );
}

/**
 * Of the content of everything that goes into a build.
 * @param {string} folder
 * @param {NodeJS.ProcessEnv} env
 */
export function sourcesHash(folder, env) {
  const hash = createHash("sha256");
  for (const file of sourceFiles(folder)) {
    hash
      .update(`${path.relative(folder, file)}\0`)
      .update(readFileSync(file))
      .update("\0");
  }
  for (const name of Object.keys(env).sort()) {
    if (/^NEXT_(PUBLIC_|SERVER_ACTIONS_)/.test(name)) hash.update(`${name}=${env[name]}\0`);
  }
  return hash.digest("hex");
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !NOT_SOURCES.has(name) && !NOT_SOURCE_FILES.test(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) return sourceFiles(place);
      return entry.isFile() ? [place] : [];
    });
}

/** @param {AbortSignal} signal */
async function build(signal) {
  const hash = sourcesHash(projectFolder, process.env);
  rmSync(STAMP, { force: true });
  const { code, output } = await capture(
    process.execPath,
    [inProject("node_modules/next/dist/bin/next"), "build"],
    { signal, env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" } },
  );
  if (code !== 0) throw new Failure("The app could not be built: see above.", output);
  layOut(path.dirname(serverFile));
  writeFileSync(STAMP, hash);
}

/**
 * Next leaves static files out of its standalone folder, and puts a copy of .env in.
 * @param {string} standalone
 */
function layOut(standalone) {
  cpSync(path.join(buildFolder, "static"), path.join(standalone, ".next/static"), {
    recursive: true,
  });
  const publicFiles = inProject("public");
  if (existsSync(publicFiles))
    cpSync(publicFiles, path.join(standalone, "public"), { recursive: true });
  for (const file of [".env", ".env.production"])
    rmSync(path.join(standalone, file), { force: true });
}

function readStamp() {
  return existsSync(STAMP) && existsSync(serverFile) ? readFileSync(STAMP, "utf8") : undefined;
}
