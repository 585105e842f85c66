// @ts-check
// Postgres refuses to run as root: then it runs as nobody, who must be able to reach its files.
import { statSync } from "node:fs";
import path from "node:path";

const NOBODY = { uid: 65534, gid: 65534 };

/** The user to run Postgres as; undefined means as ourselves. */
export const postgresUser = process.getuid?.() === 0 ? NOBODY : undefined;

/**
 * Whether nobody can pass through a folder and every folder above it.
 * @param {string} folder an absolute path without symbolic links
 */
export function isReachableByNobody(folder) {
  for (let place = folder; ; place = path.dirname(place)) {
    if ((statSync(place).mode & 0o001) === 0) return false;
    if (place === path.dirname(place)) return true;
  }
}
