// Server: a bounded number of connections, lent to one user at a time. Lost ones are replaced, never mended.
import "server-only";
import { type Connection, openConnection } from "@/lib/db/connection";
import type { Credentials } from "@/lib/db/credentials";
import { createGate, withDeadline } from "@/lib/db/deadlines";
import { isConnectionLost } from "@/lib/db/errors";
import { DatabaseUnavailable } from "@/lib/errors";

const acquireMs = 2_500;
/** From dialling to the answer to the first statement. */
const openMs = 5_000;
/** After a failure to connect, so long nobody tries again: a server that starts must not be stormed. */
const pauseMs = 500;
const idleMs = 300_000;

export type Lending = {
  /** Once it aborts, nobody waits for a connection any more. */
  signal?: AbortSignal | undefined;
  /** The answer to `opening` is not waited for, so that the first statement travels with it. */
  isAhead?: boolean;
};

export type Pool = ReturnType<typeof createPool>;

export function createPool(credentials: Credentials, size: number) {
  const gate = createGate(size);
  const idle = new Map<Connection, NodeJS.Timeout>();
  const lent = new Set<Connection>();
  let failedAt = Number.NEGATIVE_INFINITY;
  let onEmpty: (() => void) | undefined;

  function takeIdle(): Connection | undefined {
    for (const [connection, timer] of idle) {
      clearTimeout(timer);
      idle.delete(connection);
      if (!connection.isLost()) return connection;
    }
    return undefined;
  }

  /**
   * An idle connection may have died without anyone noticing: then `opening` fails, and the next one is tried. Of one
   * that is opened ahead, the borrower's first statement fails.
   */
  async function begin(opening: string, isAhead: boolean): Promise<Connection> {
    for (;;) {
      const known = takeIdle();
      if (!known && performance.now() - failedAt < pauseMs) throw unreachable();
      const connection = known ?? openConnection(credentials);
      lent.add(connection);
      const opened = withDeadline(connection.begin(opening), openMs, unreachable);
      if (known && isAhead) {
        opened.catch(() => {});
        return connection;
      }
      try {
        await opened;
        return connection;
      } catch (error) {
        lent.delete(connection);
        connection.discard();
        if (!known) failedAt = performance.now();
        if (!known || !isConnectionLost(error)) throw error;
      }
    }
  }

  function giveBack(connection: Connection): void {
    lent.delete(connection);
    if (onEmpty) connection.discard();
    else if (!connection.isLost()) idle.set(connection, retireLater(connection));
    if (lent.size === 0) onEmpty?.();
  }

  function retireLater(connection: Connection): NodeJS.Timeout {
    const retire = () => {
      idle.delete(connection);
      connection.discard();
    };
    return setTimeout(retire, idleMs).unref();
  }

  return {
    /**
     * Lends a connection on which `opening` has been run; `giveBack` must follow, once. A lost connection, and one
     * with an open transaction, must be discarded before.
     * @throws DatabaseUnavailable when every connection is busy, Abandoned when `signal` aborts while waiting for one
     */
    async lend(
      opening: string,
      { signal, isAhead = false }: Lending = {},
    ): Promise<{ connection: Connection; giveBack: () => void }> {
      const leave = await gate.enter(acquireMs, busy, signal);
      try {
        const connection = await begin(opening, isAhead);
        const giveBackOnce = () => {
          giveBack(connection);
          leave();
        };
        return { connection, giveBack: giveBackOnce };
      } catch (error) {
        leave();
        throw error;
      }
    },

    /** Ends idle connections now, the others when they are given back, and all of them after `timeoutMs`. */
    async close(timeoutMs: number): Promise<void> {
      const emptied = new Promise<void>((resolve) => {
        onEmpty = resolve;
      });
      for (const connection of idle.keys()) connection.discard();
      for (const timer of idle.values()) clearTimeout(timer);
      idle.clear();
      if (lent.size > 0) await Promise.race([emptied, after(timeoutMs)]);
      for (const connection of lent) connection.discard();
    },
  };
}

function busy() {
  return new DatabaseUnavailable("Every connection is busy.");
}

function unreachable() {
  return new DatabaseUnavailable("The database cannot be reached.");
}

function after(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
