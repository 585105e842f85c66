// Server: one connection to Postgres, opened once. The driver would open a lost one again, run the next statement there
// outside of its transaction, and send along what the lost one left behind.
import "server-only";
import net from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import type { Credentials } from "@/lib/db/credentials";
import { dbSchema } from "@/lib/db/schema";

export type Database = PostgresJsDatabase<typeof dbSchema>;

export type Connection = {
  db: Database;
  client: postgres.Sql;
  /** Once lost, a connection refuses every statement. */
  isLost(): boolean;
  /** Ends it at once, whatever it is doing. */
  discard(): void;
};

const connectMs = 5_000;

/** Literals pass as they are, also where the driver would convert what it takes for a JavaScript value. */
const literalTypes = {
  bool: {
    to: 16,
    from: [16],
    serialize: (value: unknown) => (typeof value === "string" ? value : value ? "t" : "f"),
    parse: (text: string) => text === "t",
  },
  bytea: {
    to: 17,
    from: [17],
    serialize: (value: unknown) =>
      typeof value === "string" ? value : `\\x${Buffer.from(value as Uint8Array).toString("hex")}`,
    parse: (text: string) => Buffer.from(text.slice(2), "hex"),
  },
};

/** Connects with the first statement. `onWord` is told what the channels say that it listens to. */
export function openConnection(
  credentials: Credentials,
  onWord?: (channel: string, payload: string) => void,
): Connection {
  const { host, ssl } = credentials;
  let socket: net.Socket | undefined;
  let isLost = false;
  const options = {
    ...credentials,
    username: credentials.user,
    // The name that the server's certificate must have, when it is an address.
    ssl: ssl && { ...ssl, host },
    max: 1,
    // Works behind a transaction pooler, and every plan fits its own values.
    prepare: false,
    fetch_types: false,
    connect_timeout: connectMs / 1_000,
    max_lifetime: null,
    onnotice: () => {},
    onnotify: onWord,
    onclose: () => {
      isLost = true;
    },
    socket: async () => {
      isLost ||= socket !== undefined;
      if (isLost) throw fault("CONNECTION_CLOSED");
      socket = await dial(credentials);
      return socket;
    },
    types: literalTypes,
    connection: { application_name: "fastapp-admin" },
  };
  const client = postgres(options);
  return {
    client,
    db: drizzle(client, { schema: dbSchema }),
    isLost: () => isLost,
    discard: () => {
      isLost = true;
      // A server that no longer answers would not close its side either.
      void client.end({ timeout: 0 }).finally(() => socket?.destroy());
    },
  };
}

/** The driver has no deadline for a host that does not answer, and takes a socket as connected. */
function dial({ host, port }: Credentials): Promise<net.Socket> {
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
function fault(code: string): Error {
  return Object.assign(new Error(code), { code });
}
