// @ts-check
// Secrets that nobody chose: made once, kept in .data, the same at every start.
import { randomBytes } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { dataFolder } from "./paths.mjs";
import { createWholeFile } from "./whole-file.mjs";

const FILES = { BETTER_AUTH_SECRET: "secret", NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: "actions-key" };

/** Puts the secrets that the environment lacks into `process.env`, made on the first call. */
export function keepSecrets() {
  mkdirSync(dataFolder, { recursive: true });
  for (const [variable, file] of Object.entries(FILES)) {
    process.env[variable] ||= readOrMake(path.join(dataFolder, file));
  }
}

/** @param {string} file */
function readOrMake(file) {
  createWholeFile(file, randomBytes(32).toString("base64"));
  return readFileSync(file, "utf8").trim();
}
