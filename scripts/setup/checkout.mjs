// @ts-check
// What every run needs of the checkout: a folder to write to, secrets, packages.
import { ensurePackages } from "./packages.mjs";
import { keepSecrets } from "./secrets.mjs";
import { assertWritable } from "./writable.mjs";

/** @param {AbortSignal} signal */
export async function readyCheckout(signal) {
  assertWritable();
  keepSecrets();
  await ensurePackages(signal);
}
