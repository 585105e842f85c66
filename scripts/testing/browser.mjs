// @ts-check
// The browser tests: the built server on its own database, with an owner and sample data, and
// Playwright against it.
import { randomBytes } from "node:crypto";
import { cpSync, createWriteStream, rmSync } from "node:fs";
import path from "node:path";
import { dataFolder, inProject } from "../setup/paths.mjs";
import { freePort } from "../setup/port.mjs";
import { prepareDatabase } from "../setup/prepare-database.mjs";
import { startServer } from "../setup/server.mjs";
import { ensureChromium } from "./chromium.mjs";
import { runPlaywright } from "./phases.mjs";

/**
 * Needs a build, and in `env` the empty database.
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @param {import("../setup/main.mjs").Job} job
 */
export async function runBrowserTests(args, env, job) {
  const { signal } = job;
  await ensureChromium(signal);
  const serverEnv = {
    ...env,
    ADMIN_EMAIL: "owner@example.com",
    ADMIN_PASSWORD: randomBytes(18).toString("base64url"),
    ADMIN_ALLOW_MIGRATE: "true",
    FASTAPP_DIR: frameworkCheckout(),
  };
  await prepareDatabase({ isEmbedded: true, signal, env: serverEnv });
  const log = createWriteStream(path.join(dataFolder, "browser-server.log"));
  const port = await freePort();
  const output = { stdout: log, stderr: log };
  const server = await startServer({ env: serverEnv, host: "127.0.0.1", port, output }, job);
  try {
    return await runPlaywright(args, { env: { ...serverEnv, BASE_URL: server.url }, signal });
  } finally {
    await server.stop();
  }
}

/** A copy of the stand-in's migrations, to which tests add some of their own. */
function frameworkCheckout() {
  const folder = path.join(dataFolder, "browser-framework");
  rmSync(folder, { recursive: true, force: true });
  cpSync(inProject("lib/fastapp/drizzle-sql"), path.join(folder, "drizzle-sql"), {
    recursive: true,
  });
  return folder;
}
