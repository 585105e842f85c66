// @ts-check
// Starts the built server as a child and waits until it answers.
import { spawn } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";
import { Failure } from "./failure.mjs";
import { inProject, projectFolder } from "./paths.mjs";
import { portFailure } from "./port.mjs";

const POLL_MS = 25;
const START_TIMEOUT_MS = 60_000;
// Time for requests under way to end.
const STOP_TIMEOUT_MS = 30_000;

/**
 * @typedef {object} Server
 * @property {string} url as a browser on this machine opens it
 * @property {Promise<number>} ended its exit code
 * @property {() => Promise<void>} stop
 */

/**
 * The server stops when the job ends, if not before.
 * @param {object} options
 * @param {NodeJS.ProcessEnv} options.env
 * @param {string} options.host
 * @param {number} options.port
 * @param {Record<"stdout" | "stderr", NodeJS.WritableStream>} [options.output] takes what it prints
 *   once it runs
 * @param {import("./main.mjs").Job} job
 * @returns {Promise<Server>}
 */
export async function startServer({ env, host, port, output = process }, { signal, onLeave }) {
  // With a channel to us the server notices when we are killed. Its own process group keeps Ctrl-C
  // from it.
  const child = spawn(process.execPath, [inProject("scripts/serve.mjs")], {
    cwd: projectFolder,
    env: { ...env, HOST: host, PORT: String(port) },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    detached: true,
  });
  let printed = "";
  const keep = (/** @type {Buffer} */ chunk) => {
    printed += chunk;
  };
  child.stdout?.on("data", keep);
  child.stderr?.on("data", keep);
  /** @type {Promise<number>} */
  const ended = new Promise((resolve, reject) => {
    child.once("close", (code) => resolve(code ?? 1));
    child.once("error", reject);
  });
  const server = { url: browserUrl(host, port), ended, stop: () => stop(child, ended) };
  onLeave(server.stop);

  try {
    await untilItAnswers(server, signal);
  } catch (error) {
    await server.stop();
    if (signal.aborted) throw error;
    if (printed.includes("EADDRINUSE")) throw portFailure(host, port, "EADDRINUSE");
    throw new Failure("The server did not start: see above.", printed);
  }
  // What came before was Next's banner.
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name]?.off("data", keep);
    child[name]?.pipe(output[name], { end: false });
  }
  return server;
}

/**
 * @param {Server} server
 * @param {AbortSignal} signal
 */
async function untilItAnswers(server, signal) {
  let hasEnded = false;
  const noteEnd = () => {
    hasEnded = true;
  };
  server.ended.then(noteEnd, noteEnd);
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (!hasEnded && Date.now() < deadline) {
    if (await isLive(server.url, signal)) return;
    await sleep(POLL_MS, undefined, { signal });
  }
  throw new Error("The server does not answer.");
}

/**
 * @param {string} url
 * @param {AbortSignal} signal
 */
async function isLive(url, signal) {
  try {
    const answer = await fetch(`${url}/api/health/live`, { signal });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}

/**
 * @param {import("node:child_process").ChildProcess} child
 * @param {Promise<number>} ended
 */
async function stop(child, ended) {
  child.kill("SIGTERM");
  const killer = setTimeout(() => child.kill("SIGKILL"), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(killer);
}

/**
 * @param {string} host
 * @param {number} port
 */
function browserUrl(host, port) {
  const isLocal = ["127.0.0.1", "0.0.0.0", "localhost", "::", "::1"].includes(host);
  const name = isLocal ? "localhost" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
