// @ts-check
// The environment of tests: none of the person's own settings, neither from the shell nor from
// .env.
import { readFileSync } from "node:fs";
import { parseEnvironmentFile } from "../setup/environment.mjs";
import { inProject } from "../setup/paths.mjs";

/**
 * Every variable of .env.example, empty: Next would fill those that are missing from .env.
 * @returns {Record<string, string>}
 */
export function emptySettings() {
  const names = Object.keys(parseEnvironmentFile(readFileSync(inProject(".env.example"), "utf8")));
  return Object.fromEntries(names.map((name) => [name, ""]));
}
