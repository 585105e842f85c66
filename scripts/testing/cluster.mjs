// @ts-check
// The embedded cluster that only tests use.
import { ensureEmbeddedDatabase } from "../embedded/database.mjs";

/** @param {AbortSignal} [signal] */
export function ensureTestCluster(signal) {
  return ensureEmbeddedDatabase({
    name: "test-postgres",
    databases: ["browser"],
    ephemeral: true,
    signal,
  });
}
