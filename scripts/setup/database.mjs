// @ts-check
// The database of a run: the person's own when the environment names one, else the embedded one.
import { ensureEmbeddedDatabase } from "../embedded/database.mjs";
import { hasOwnDatabase } from "./environment.mjs";
import { step } from "./steps.mjs";

/**
 * Puts the embedded database's variables into `process.env` unless the person brings a database.
 * @param {import("./main.mjs").Job} job
 * @returns {Promise<{ isEmbedded: boolean }>}
 */
export async function ensureDatabase({ signal, onLeave }) {
  if (hasOwnDatabase()) return { isEmbedded: false };
  const database = await step(
    "Starting the database",
    () => ensureEmbeddedDatabase({ signal }),
    ({ joined }) => (joined ? "Joined the running database" : "Database started"),
  );
  onLeave(database.release);
  Object.assign(process.env, database.env);
  return { isEmbedded: true };
}
