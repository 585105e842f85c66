// @ts-check
// The database that needs no set-up: a Postgres of our own, shared by every script that runs in
// this checkout.
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import { withLock } from "../setup/lock.mjs";
import { dataFolder as projectData } from "../setup/paths.mjs";
import { initialiseCluster, openCluster, SUPERUSER } from "./cluster.mjs";
import { clusterHome } from "./home.mjs";
import { runningPort, startPostmaster, stopPostmaster } from "./postmaster.mjs";
import { isInUse, register } from "./users.mjs";

/**
 * @typedef {object} EmbeddedDatabase
 * @property {boolean} joined whether it ran before
 * @property {Record<string, string>} env the variables by which lib/env and drizzle-kit find it
 * @property {() => Promise<void>} release the last one to leave stops it; calling it again
 *   does nothing
 */

/**
 * Starts the embedded database, or joins the one that runs.
 * @param {object} [options]
 * @param {string} [options.name] of the cluster: its folder in .data
 * @param {string[]} [options.databases] to be there from the beginning; the first is the one in
 *   `env`
 * @param {boolean} [options.ephemeral] fast, empty at the start, gone at the end
 * @param {string} [options.dataFolder]
 * @param {AbortSignal} [options.signal] ends the waiting for another process that is starting it
 * @returns {Promise<EmbeddedDatabase>}
 */
export async function ensureEmbeddedDatabase({
  name = "postgres",
  databases = ["fastapp"],
  ephemeral = false,
  dataFolder = projectData,
  signal,
} = {}) {
  mkdirSync(dataFolder, { recursive: true });
  const lock = path.join(dataFolder, "embedded.lock");
  return withLock(
    lock,
    async () => {
      const cluster = openCluster(clusterHome(dataFolder, name), ephemeral);
      if (ephemeral && !isInUse(cluster.home)) await empty(cluster);
      await initialiseCluster(cluster, databases);
      const joinedPort = await runningPort(cluster);
      const port = joinedPort ?? (await startPostmaster(cluster));
      const unregister = register(cluster.home);
      const leave = async () => {
        unregister();
        if (isInUse(cluster.home)) return;
        await stopPostmaster(cluster);
        if (ephemeral) await empty(cluster);
      };
      /** @type {Promise<void> | undefined} */
      let left;
      return {
        joined: joinedPort !== undefined,
        env: connectionVariables(port, cluster.password, databases[0] ?? "postgres"),
        release() {
          left ??= withLock(lock, leave);
          return left;
        },
      };
    },
    signal,
  );
}

/** @param {import("./cluster.mjs").Cluster} cluster */
async function empty(cluster) {
  await stopPostmaster(cluster);
  // Children of a killed postmaster may still write for a moment.
  rmSync(cluster.data, { recursive: true, force: true, maxRetries: 10 });
}

/**
 * Also clears the variables that would contradict these.
 * @param {number} port
 * @param {string} password
 * @param {string} database
 */
function connectionVariables(port, password, database) {
  return {
    DATABASE_URL: "",
    POSTGRES_HOST: "127.0.0.1",
    POSTGRES_PORT: String(port),
    POSTGRES_USER: SUPERUSER,
    POSTGRES_PASSWORD: password,
    POSTGRES_DB: database,
    POSTGRES_USE_SSL: "false",
    POSTGRES_CA: "",
  };
}
