// Server: a socket to the database's host, connected within a time.
import "server-only";
import net from "node:net";
import type { Credentials } from "@/lib/db/credentials";

const connectMs = 5_000;

/** The driver has no deadline for a host that does not answer, and takes a socket as connected. */
export function dial({ host, port }: Credentials): Promise<net.Socket> {
  const socket = host.startsWith("/")
    ? net.connect(`${host}/.s.PGSQL.${port}`)
    : net.connect(port, host);
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy();
      reject(fault("CONNECT_TIMEOUT"));
    }, connectMs);
    socket.once("error", (error) => {
      clearTimeout(timer);
      reject(error);
    });
    socket.once("connect", () => {
      clearTimeout(timer);
      socket.removeAllListeners();
      // Where the driver looks for the name to verify.
      resolve(Object.assign(socket, { host, port }));
    });
  });
}

/** An error with a code of the driver's own. */
export function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
