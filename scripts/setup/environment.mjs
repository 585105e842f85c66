// @ts-check
// The environment of a run: what the shell says, then what .env says.
import { readFileSync } from "node:fs";
import path from "node:path";
import { errorCode } from "./failure.mjs";
import { inProject, projectFolder } from "./paths.mjs";

// NAME=value. A quoted value may span lines.
const ASSIGNMENT =
  /^[ \t]*(?:export[ \t]+)?([A-Za-z_]\w*)[ \t]*=[ \t]*(?:"((?:\\[\s\S]|[^"\\])*)"[ \t]*(?:#.*)?$|'([^']*)'[ \t]*(?:#.*)?$|(.*)$)/gm;
const COMMENT = /(^|\s)#.*$/;
const ESCAPES = /** @type {Record<string, string>} */ ({ n: "\n", r: "\r", t: "\t" });

/** Adds the variables of .env to `process.env`; those that are set already stay. */
export function loadEnvironment() {
  for (const [name, value] of Object.entries(parseEnvironmentFile(readEnvironmentFile()))) {
    process.env[name] ??= value;
  }
  // The built server runs in another folder.
  const checkout = process.env.FASTAPP_DIR;
  if (checkout) process.env.FASTAPP_DIR = path.resolve(projectFolder, checkout);
}

/** Whether the person brings a database; if not, the embedded one serves. */
export function hasOwnDatabase() {
  return Boolean(process.env.POSTGRES_HOST || process.env.DATABASE_URL);
}

/**
 * @param {string} text
 * @returns {Record<string, string>}
 */
export function parseEnvironmentFile(text) {
  /** @type {Record<string, string>} */
  const values = {};
  for (const match of text.replaceAll("\r\n", "\n").matchAll(ASSIGNMENT)) {
    const [, name = "", double, single, plain = ""] = match;
    values[name] =
      double?.replace(/\\([\s\S])/g, (_, char) => ESCAPES[char] ?? char) ??
      single ??
      plain.replace(COMMENT, "").trim();
  }
  return values;
}

function readEnvironmentFile() {
  try {
    return readFileSync(inProject(".env"), "utf8");
  } catch (error) {
    if (errorCode(error) === "ENOENT") return "";
    throw error;
  }
}
