// @ts-check
// Who uses a running cluster: one file per use, void when its process is dead.
import { randomBytes } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { isAlive, processIdentity } from "../setup/process-identity.mjs";
import { createWholeFile } from "../setup/whole-file.mjs";

/**
 * Notes this process down as a user; returns how to take the note back.
 * @param {string} home
 */
export function register(home) {
  const file = path.join(usersFolder(home), `${process.pid}-${randomBytes(4).toString("hex")}`);
  createWholeFile(file, processIdentity(process.pid) ?? "");
  return () => rmSync(file, { force: true });
}

/** @param {string} home */
export function isInUse(home) {
  const folder = usersFolder(home);
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name);
    if (isAlive(readFileSync(file, "utf8"))) return true;
    rmSync(file);
  }
  return false;
}

/** @param {string} home */
function usersFolder(home) {
  const folder = path.join(home, "users");
  mkdirSync(folder, { recursive: true });
  return folder;
}
