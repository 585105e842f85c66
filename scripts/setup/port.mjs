// @ts-check
// TCP ports: whether one is free, and one that is.
import { createServer } from "node:net";
import { errorCode, Failure } from "./failure.mjs";

/** The address and port that the environment asks for. */
export function requestedAddress() {
  const host = process.env.HOST || "127.0.0.1";
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Failure(
      `PORT is "${process.env.PORT}", which is not a port number: choose one, as in PORT=3000.`,
    );
  }
  return { host, port };
}

/**
 * @param {string} host
 * @param {number} port
 * @throws {Failure} when nothing can listen there
 */
export async function assertPortFree(host, port) {
  try {
    await listenOnce(host, port);
  } catch (error) {
    throw portFailure(host, port, errorCode(error));
  }
}

/**
 * @param {string} host
 * @param {number} port
 * @param {string} [code] the system's reason
 */
export function portFailure(host, port, code) {
  if (code === "EADDRINUSE") {
    return new Failure(
      `Port ${port} is in use by another program: stop it, or choose another port, as in PORT=${port + 1} npm start.`,
    );
  }
  if (code === "EACCES") {
    return new Failure(
      `Port ${port} needs more rights: choose one above 1023, as in PORT=3000 npm start.`,
    );
  }
  return new Failure(`Nothing can listen on ${host}:${port} (${code}): correct HOST and PORT.`);
}

/**
 * A port of 127.0.0.1 that is free now: the preferred one if it is.
 * @param {number} [preferred]
 * @returns {Promise<number>}
 */
export async function freePort(preferred) {
  if (preferred) {
    try {
      return await listenOnce("127.0.0.1", preferred);
    } catch {
      // Taken meanwhile: any other will do.
    }
  }
  return listenOnce("127.0.0.1", 0);
}

/**
 * @param {string} host
 * @param {number} port
 * @returns {Promise<number>}
 */
function listenOnce(host, port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : port));
    });
  });
}
