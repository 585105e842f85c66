// @ts-check
// One embedded cluster: what it remembers of itself, and how it is made.
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { capture } from "../setup/child.mjs";
import { Failure } from "../setup/failure.mjs";
import { createWholeFile } from "../setup/whole-file.mjs";
import { postgresPrograms } from "./binaries.mjs";
import { postgresUser } from "./run-as.mjs";

export const SUPERUSER = "fastapp";

/**
 * @typedef {object} Cluster
 * @property {string} home everything of this cluster, no symbolic links in it
 * @property {string} data Postgres's data directory
 * @property {string} log
 * @property {string} programs the folder that holds `bin/postgres`
 * @property {string} id tells its processes from those of another cluster
 * @property {string} password of SUPERUSER
 * @property {boolean} ephemeral loses its data in a crash, and is empty again when its last user
 *   has left
 */

/**
 * @param {string} home
 * @param {boolean} ephemeral
 * @returns {Cluster}
 */
export function openCluster(home, ephemeral) {
  const file = path.join(home, "identity.json");
  const fresh = {
    id: randomBytes(8).toString("hex"),
    password: randomBytes(24).toString("base64url"),
  };
  createWholeFile(file, JSON.stringify(fresh));
  return {
    home,
    data: path.join(home, "data"),
    log: path.join(home, "postgres.log"),
    programs: postgresPrograms(path.dirname(home)),
    ephemeral,
    ...JSON.parse(readFileSync(file, "utf8")),
  };
}

/**
 * Makes the cluster with its databases unless it is there. It gets its final name last, so a killed
 * attempt leaves nothing that looks finished.
 * @param {Cluster} cluster
 * @param {string[]} databases
 */
export async function initialiseCluster(cluster, databases) {
  if (existsSync(cluster.data)) return;
  const draft = path.join(cluster.home, "data.draft");
  const passwordFile = path.join(cluster.home, "password.draft");
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, cluster.password, { mode: 0o600 });
  if (postgresUser) {
    for (const place of [draft, passwordFile]) chownSync(place, postgresUser.uid, postgresUser.gid);
  }
  await runProgram(cluster, "initdb", [
    `--pgdata=${draft}`,
    `--username=${SUPERUSER}`,
    `--pwfile=${passwordFile}`,
    "--auth=scram-sha-256",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    ...(cluster.ephemeral ? ["--no-sync"] : []),
  ]);
  rmSync(passwordFile);
  await runProgram(
    cluster,
    "postgres",
    ["--single", "-D", draft, "-c", "exit_on_error=on", "postgres"],
    databases.map((name) => `CREATE DATABASE "${name}";\n`).join(""),
  );
  renameSync(draft, cluster.data);
}

/**
 * @param {Cluster} cluster
 * @param {string} program
 * @param {string[]} args
 * @param {string} [input]
 */
async function runProgram(cluster, program, args, input) {
  const { code, output } = await capture(path.join(cluster.programs, "bin", program), args, {
    ...postgresUser,
    input,
  });
  if (code === 0) return;
  throw new Failure(
    "The embedded database could not be made: see above, or set POSTGRES_HOST to a database of yours.",
    output,
  );
}
