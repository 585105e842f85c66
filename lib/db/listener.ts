// Server: word of changes, on a connection of its own. A pooler takes a LISTEN and delivers nothing, and a firewall may
// forget a connection: so it counts as heard only while words that were sent through the pool arrive here.
import "server-only";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { read } from "@/lib/db/client";
import { type Connection, openConnection } from "@/lib/db/connection";
import type { Credentials } from "@/lib/db/credentials";
import { withDeadline } from "@/lib/db/deadlines";

export type Listener = {
  /** Whether every change will be told of. */
  isHeard(): boolean;
  /** Connects, or proves the connection, where it is time to; never waits. */
  tend(): void;
  close(): void;
};

type ListenerOptions = {
  credentials: Credentials;
  /** The table whose trigger tells of changes on a channel of the same name. */
  table: string;
  /** Something changed, or may have while nobody listened. */
  onWord: () => void;
};

const connectMs = 5_000;
const answerMs = 2_000;
/** Between two proofs that words still arrive. */
const proofMs = 15_000;
/** After the first failure; twice as long after each further one. */
const pauseMs = 1_000;
const longestPauseMs = 60_000;

export function createListener({ credentials, table, onWord }: ListenerOptions): Listener {
  const probe = `${table}_${randomUUID()}`.slice(-63);
  let connection: Connection | undefined;
  let isProven = false;
  let isBusy = false;
  let isClosed = false;
  let failures = 0;
  let nextAt = Number.NEGATIVE_INFINITY;
  let awaited: { word: string; heard: () => void } | undefined;

  const isConnected = () => connection !== undefined && !connection.isLost();

  function hear(channel: string, payload: string): void {
    if (channel === table) onWord();
    else if (payload === awaited?.word) awaited.heard();
  }

  async function connect(): Promise<void> {
    connection = openConnection(credentials, hear);
    const statements = `listen "${table}"; listen "${probe}"`;
    await withDeadline(connection.client.unsafe(statements), connectMs, silent);
  }

  async function prove(): Promise<void> {
    const word = randomUUID();
    const heard = new Promise<void>((resolve) => {
      awaited = { word, heard: resolve };
    });
    if (!(await send(table, probe, word))) throw new Error("No trigger tells of changes.");
    await withDeadline(heard, answerMs, silent);
  }

  async function work(): Promise<void> {
    isBusy = true;
    try {
      const isNew = !isConnected();
      if (isNew) await connect();
      await prove();
      if (isClosed) return drop();
      isProven = true;
      failures = 0;
      nextAt = performance.now() + proofMs;
      if (isNew) onWord();
    } catch {
      drop();
      nextAt = performance.now() + Math.min(pauseMs * 2 ** failures++, longestPauseMs);
    } finally {
      isBusy = false;
    }
  }

  function drop(): void {
    isProven = false;
    connection?.discard();
    connection = undefined;
  }

  return {
    isHeard: () => isProven && isConnected(),
    tend() {
      if (isProven && !isConnected()) {
        drop();
        nextAt = Number.NEGATIVE_INFINITY;
      }
      if (!isBusy && !isClosed && performance.now() >= nextAt) void work();
    },
    close() {
      isClosed = true;
      drop();
    },
  };
}

/** @returns whether the table has a trigger that tells of changes: its migration may be pending */
async function send(table: string, probe: string, word: string): Promise<boolean> {
  const [row] = await read((tx) =>
    tx.execute<{ tells: boolean }>(sql`
      select pg_notify(${probe}, ${word}), exists (
        select from pg_trigger join pg_proc on pg_proc.oid = tgfoid
        where tgrelid = to_regclass(${table}) and tgenabled in ('O', 'A')
          and strpos(prosrc, ${table}) > 0) as tells`),
  );
  return row?.tells ?? false;
}

function silent(): Error {
  return new Error("The listening connection is silent.");
}
