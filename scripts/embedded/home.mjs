// @ts-check
// Where an embedded cluster lies: .data/<name>, or, when Postgres runs as nobody who cannot get
// there, a folder below /var/tmp that .data/<name> then links to.
import { createHash } from "node:crypto";
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { Failure } from "../setup/failure.mjs";
import { isReachableByNobody, postgresUser } from "./run-as.mjs";

// Enough for nobody to pass through; what may not be read has its own mode.
const PASSABLE = 0o711;

/**
 * Finds or makes the home of a cluster; call it under the cluster's lock.
 * @param {string} dataFolder
 * @param {string} name
 * @returns {string} an absolute path without symbolic links
 */
export function clusterHome(dataFolder, name) {
  const place = path.join(dataFolder, name);
  if (existsSync(place)) return realpathSync(place);
  rmSync(place, { force: true });
  if (!postgresUser || isReachableByNobody(realpathSync(dataFolder))) {
    makeFolder(place);
    return realpathSync(place);
  }
  const home = path.join(reachableFolder(dataFolder), name);
  // Without our link it is what a deleted checkout at this path left behind.
  rmSync(home, { recursive: true, force: true });
  makeFolder(home);
  symlinkSync(home, place);
  return home;
}

/**
 * Below /var/tmp, where a restart does not delete it. Owned by root, so that others can neither
 * read nor swap files.
 * @param {string} dataFolder
 */
function reachableFolder(dataFolder) {
  const hash = createHash("sha256").update(realpathSync(dataFolder)).digest("hex").slice(0, 12);
  const folder = `/var/tmp/fastapp-admin-${hash}`;
  if (!existsSync(folder)) makeFolder(folder);
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== 0) {
    throw new Failure(`${folder} belongs to another user: remove it, then run this again.`);
  }
  return folder;
}

/** @param {string} folder */
function makeFolder(folder) {
  mkdirSync(folder);
  chmodSync(folder, PASSABLE);
}
