// @ts-check
// `npm start`: from a fresh clone to a running dashboard, and the same in seconds when everything
// is there.
import { once } from "node:events";
import { parseArgs } from "node:util";
import { announcement } from "./setup/announcement.mjs";
import { readyCheckout } from "./setup/checkout.mjs";
import { ensureDatabase } from "./setup/database.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";
import { assertPortFree, requestedAddress } from "./setup/port.mjs";
import { prepareDatabase } from "./setup/prepare-database.mjs";
import { ensureBuild } from "./setup/production-build.mjs";
import { startServer } from "./setup/server.mjs";
import { print, step } from "./setup/steps.mjs";

await main(async (job) => {
  const { signal } = job;
  const { migrate: migrateAll } = parseArgs({ options: { migrate: { type: "boolean" } } }).values;
  loadEnvironment();
  const { host, port } = requestedAddress();
  await assertPortFree(host, port);
  await readyCheckout(signal);

  const { isEmbedded } = await ensureDatabase(job);
  const [prepared, server] = await Promise.all([
    prepareDatabase({ isEmbedded, migrateAll, signal }),
    buildAndServe(job, host, port),
  ]);
  print(announcement(process.env.PUBLIC_URL || server.url, prepared));

  await Promise.race([server.ended, once(signal, "abort")]);
  if (signal.aborted) return;
  throw new Failure("The server ended by itself: see above, then start it again.");
}, 0);

/**
 * @param {import("./setup/main.mjs").Job} job
 * @param {string} host
 * @param {number} port
 */
async function buildAndServe(job, host, port) {
  await ensureBuild(job.signal);
  return step(
    "Starting the server",
    () => startServer({ env: process.env, host, port }, job),
    "Server started",
  );
}
