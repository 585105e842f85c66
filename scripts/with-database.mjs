// @ts-check
// `node scripts/with-database.mjs <command…>`: runs a command with the database there and its
// variables set.
import { readyCheckout } from "./setup/checkout.mjs";
import { runInForeground } from "./setup/child.mjs";
import { ensureDatabase } from "./setup/database.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { Failure } from "./setup/failure.mjs";
import { main } from "./setup/main.mjs";

await main(async (job) => {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Failure("Name a command: node scripts/with-database.mjs <command…>");
  loadEnvironment();
  await readyCheckout(job.signal);
  await ensureDatabase(job);
  return runInForeground(command, args, { env: process.env, signal: job.signal });
});
