// Server: one connection to Postgres, opened once. The driver would open a lost one again, run the next statement there
// outside of its transaction, and send along what the lost one left behind.
import "server-only";
import type net from "node:net";
import { drizzle, type PostgresJsDatabase } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { type BackendKey, cancelStatement } from "@/lib/db/cancel-statement";
import type { Credentials } from "@/lib/db/credentials";
import { dial, fault } from "@/lib/db/dial";
import { dbSchema } from "@/lib/db/schema";

export type Database = PostgresJsDatabase<typeof dbSchema>;

export type Connection = {
  db: Database;
  client: postgres.Sql;
  /** Once lost, a connection refuses every statement. */
  isLost(): boolean;
  /** Runs the statements with which somebody begins to use it. */
  begin(statements: string): Promise<void>;
  /**
   * Has the database end what it is running for this connection, and that only. Nothing of the request is under way
   * any more once it resolves; between two statements it does nothing.
   */
  cancel(): Promise<void>;
  /** Ends it at once, whatever it is doing. */
  discard(): void;
};

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
  let backend: BackendKey | undefined;
  const options = {
    ...credentials,
    username: credentials.user,
    // The name that the server's certificate must have, when it is an address.
    ssl: ssl && { ...ssl, host },
    max: 1,
    // Works behind a transaction pooler, and every plan fits its own values.
    prepare: false,
    fetch_types: false,
    connect_timeout: 5,
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
  const client = withoutDescribing(postgres(options));
  return {
    client,
    db: drizzle(client, { schema: dbSchema }),
    isLost: () => isLost,
    async begin(statements) {
      const { state } = await client.unsafe(statements);
      backend ??= state;
    },
    async cancel() {
      if (!backend) throw new Error("A connection that was never begun has nothing to cancel.");
      await cancelStatement(credentials, backend);
    },
    discard: () => {
      isLost = true;
      // A server that no longer answers would not close its side either.
      void client.end({ timeout: 0 }).finally(() => socket?.destroy());
    },
  };
}

/**
 * The driver asks the server for the types of a statement's parameters before it sends them, which is a round trip for
 * each statement. Ours are texts, whatever the type, so they are sent at once: as a query of the extended protocol whose
 * parameters are set where the driver (3.4) would put them itself.
 */
function withoutDescribing(client: postgres.Sql): postgres.Sql {
  const { unsafe } = client;
  const direct: postgres.Sql["unsafe"] = (text, parameters = [], options = {}) => {
    if (parameters.length === 0 || !parameters.every(isText))
      return unsafe(text, parameters, options);
    const query = unsafe(text, [], { ...options, simple: false } as typeof options);
    return Object.assign(query, { parameters: [...parameters] }) as never;
  };
  return Object.assign(client, { unsafe: direct });
}

function isText(parameter: unknown): boolean {
  return parameter === null || ["string", "number", "boolean", "bigint"].includes(typeof parameter);
}
