// @ts-check
// The server process of an embedded cluster: found when it runs, started, stopped.
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "../setup/failure.mjs";
import { freePort } from "../setup/port.mjs";
import { commandLine, isAlive, processIdentity } from "../setup/process-identity.mjs";
import { postgresUser } from "./run-as.mjs";

/** @typedef {import("./cluster.mjs").Cluster} Cluster */

const POLL_MS = 10;
// Recovery after a crash replays what was written since the last checkpoint.
const START_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;
const LOG_LIMIT_BYTES = 10_000_000;
// What a postmaster killed with -9 leaves for a moment: its children still hold the shared memory.
const PASSING =
  /shared memory block .* is still in use|could not bind|could not create any TCP\/IP sockets/;
const PASSING_ATTEMPTS = 20;
const PASSING_PAUSE_MS = 500;

const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  shared_buffers: "64MB",
  max_connections: "100",
  timezone: "UTC",
  // Ledgers do not say when a migration was applied; the server can.
  track_commit_timestamp: "on",
};
const EPHEMERAL_SETTINGS = { fsync: "off", synchronous_commit: "off", full_page_writes: "off" };

/**
 * The port of the running postmaster once it accepts connections; undefined when none runs.
 * @param {Cluster} cluster
 */
export async function runningPort(cluster) {
  const deadline = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    const found = readPostmasterFile(cluster);
    if (!found || !isOurs(cluster, found.pid)) return undefined;
    if (found.status === "ready") return found.port;
    if (Date.now() > deadline) throw notAnswering(cluster);
    await sleep(POLL_MS);
  }
}

/**
 * Starts the postmaster, on the port it had last if that is free, detached from our terminal.
 * @param {Cluster} cluster none may be running on it
 * @returns {Promise<number>} the port
 */
export async function startPostmaster(cluster) {
  const portFile = path.join(cluster.home, "port");
  for (let attempt = 1; ; attempt += 1) {
    // A dead postmaster's file would stop the next one if its process id was given to another
    // program since.
    rmSync(path.join(cluster.data, "postmaster.pid"), { force: true });
    const port = await freePort(Number(readOptional(portFile)));
    const logged = logSize(cluster);
    if (await attemptStart(cluster, port)) {
      writeFileSync(portFile, String(port));
      return port;
    }
    const log = readFileSync(cluster.log, "utf8").slice(logged);
    if (attempt === PASSING_ATTEMPTS || !PASSING.test(log)) {
      throw new Failure(`The embedded database did not start: see above and ${cluster.log}.`, log);
    }
    await sleep(PASSING_PAUSE_MS);
  }
}

/**
 * Stops the postmaster, if one runs, and waits until it is gone.
 * @param {Cluster} cluster
 */
export async function stopPostmaster(cluster) {
  const found = readPostmasterFile(cluster);
  const identity = found && isOurs(cluster, found.pid) && processIdentity(found.pid);
  if (!identity) return;
  // Postgres's words: SIGINT is a fast shutdown, SIGQUIT one that recovers at the next start.
  for (const signal of /** @type {const} */ (["SIGINT", "SIGQUIT"])) {
    process.kill(found.pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (Date.now() < deadline) {
      // Its command line is gone a moment before it is.
      if (!isAlive(identity)) return;
      await sleep(POLL_MS);
    }
  }
  throw notAnswering(cluster);
}

/**
 * @param {Cluster} cluster
 * @param {number} port
 */
async function attemptStart(cluster, port) {
  const settings = {
    ...SETTINGS,
    ...(cluster.ephemeral ? EPHEMERAL_SETTINGS : {}),
    cluster_name: cluster.id,
    port: String(port),
  };
  const log = openSync(cluster.log, logSize(cluster) > LOG_LIMIT_BYTES ? "w" : "a", 0o600);
  const child = spawn(
    path.join(cluster.programs, "bin/postgres"),
    [
      "-D",
      cluster.data,
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { cwd: cluster.home, detached: true, stdio: ["ignore", log, log], ...postgresUser },
  );
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.once("error", () => {
    hasEnded = true;
  });
  child.once("exit", () => {
    hasEnded = true;
  });
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!hasEnded) {
    const found = readPostmasterFile(cluster);
    if (found?.pid === child.pid && found?.status === "ready") return true;
    if (Date.now() > deadline) throw notAnswering(cluster);
    await sleep(POLL_MS);
  }
  return false;
}

/**
 * @param {Cluster} cluster
 * @param {number} pid
 */
function isOurs(cluster, pid) {
  return commandLine(pid)?.includes(`cluster_name=${cluster.id}`) ?? false;
}

/** @param {Cluster} cluster */
function readPostmasterFile(cluster) {
  // Lines: pid, data directory, start time, port, socket directory, listen address, shared memory,
  // status.
  const lines = readOptional(path.join(cluster.data, "postmaster.pid")).split("\n");
  const pid = Number(lines[0]);
  return pid > 0 ? { pid, port: Number(lines[3]), status: lines[7]?.trim() } : undefined;
}

/** @param {Cluster} cluster */
function logSize(cluster) {
  return statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
}

/** @param {string} file */
function readOptional(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}

/** @param {Cluster} cluster */
function notAnswering(cluster) {
  return new Failure(`The embedded database does not answer: see ${cluster.log}.`);
}
