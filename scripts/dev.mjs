// @ts-check
// `npm run dev`: the dashboard for those who work on it, compiled as they edit.
import { announcement } from "./setup/announcement.mjs";
import { readyCheckout } from "./setup/checkout.mjs";
import { runInForeground } from "./setup/child.mjs";
import { ensureDatabase } from "./setup/database.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { main } from "./setup/main.mjs";
import { assertPortFree, requestedAddress } from "./setup/port.mjs";
import { prepareDatabase } from "./setup/prepare-database.mjs";
import { print } from "./setup/steps.mjs";

await main(async (job) => {
  const { signal } = job;
  loadEnvironment();
  const { host, port } = requestedAddress();
  await assertPortFree(host, port);
  await readyCheckout(signal);
  const { isEmbedded } = await ensureDatabase(job);
  const prepared = await prepareDatabase({ isEmbedded, signal });
  print(announcement(process.env.PUBLIC_URL || `http://localhost:${port}`, prepared));
  return runInForeground("next", ["dev", "--hostname", host, "--port", String(port)], {
    env: process.env,
    signal,
  });
}, 0);
