// @ts-check
// `npm run build`: builds the app unless the last build is of the same sources.
import { readyCheckout } from "./setup/checkout.mjs";
import { loadEnvironment } from "./setup/environment.mjs";
import { main } from "./setup/main.mjs";
import { ensureBuild } from "./setup/production-build.mjs";

await main(async ({ signal }) => {
  loadEnvironment();
  await readyCheckout(signal);
  await ensureBuild(signal);
});
