// Server: Postgres's own way to end a statement: a message on a socket of its own, which names the backend and proves
// that one may. It takes no place in the pool, and a pooler passes it on to the backend that serves the connection.
import "server-only";
import { once } from "node:events";
import net from "node:net";
import tls from "node:tls";
import type { Credentials } from "@/lib/db/credentials";
import { withDeadline } from "@/lib/db/deadlines";
import { dial, fault } from "@/lib/db/dial";

/** Told by the server when a connection begins. */
export type BackendKey = { pid: number; secret: number };

const cancelRequestCode = 80_877_102;
const sslRequestCode = 80_877_103;
const answerMs = 2_000;

/** Resolves when the server has hung up, which it does after it told the backend. */
export async function cancelStatement(
  credentials: Credentials,
  { pid, secret }: BackendKey,
): Promise<void> {
  const socket = (await dial(credentials)).on("error", ignore);
  try {
    await withDeadline(
      tell(socket, credentials, message(cancelRequestCode, pid, secret)),
      answerMs,
      () => fault("CONNECT_TIMEOUT"),
    );
  } finally {
    socket.destroy();
  }
}

async function tell(socket: net.Socket, credentials: Credentials, request: Buffer): Promise<void> {
  const channel = credentials.ssl ? await secured(socket, credentials) : socket;
  const closed = once(channel, "close");
  channel.resume();
  // Not ended from this side: a pooler would take that for a client that has gone.
  channel.write(request);
  await closed;
}

/** Verified as the driver does it. */
async function secured(socket: net.Socket, { host, ssl }: Credentials): Promise<net.Socket> {
  socket.write(message(sslRequestCode));
  const [answer] = (await once(socket, "data")) as [Buffer];
  if (answer.toString() !== "S") throw fault("EPROTO");
  const named = net.isIP(host) ? {} : { servername: host };
  const channel = tls.connect({ ...ssl, ...named, host, socket }).on("error", ignore);
  await once(channel, "secureConnect");
  return channel;
}

function message(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(4 + 4 * numbers.length);
  for (const [index, number] of [bytes.length, ...numbers].entries()) {
    bytes.writeUInt32BE(number, 4 * index);
  }
  return bytes;
}

/** Whoever waits is told; later nobody does. */
function ignore(): void {}
