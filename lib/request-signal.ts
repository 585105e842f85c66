// Server: whether anybody still waits for the answer to the current HTTP request.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { subscribe } from "node:diagnostics_channel";
import { setMaxListeners } from "node:events";
import type { ServerResponse } from "node:http";

// Bundles load this module more than once; what they share is one per process.
const holder = globalThis as { fastappAdminRequests?: AsyncLocalStorage<AbortSignal> };

/**
 * Aborts when the browser goes away before it has the whole answer; `undefined` where there is no request. For
 * statements that this request alone waits for, never for what others are given too.
 */
export function requestSignal(): AbortSignal | undefined {
  return holder.fastappAdminRequests?.getStore();
}

/**
 * From now on every request of this process has its signal. Next tells route handlers when a browser leaves, but not
 * pages; Node's own HTTP server tells of both, whoever started it.
 */
export function watchRequests(): void {
  if (holder.fastappAdminRequests) return;
  const requests = new AsyncLocalStorage<AbortSignal>();
  holder.fastappAdminRequests = requests;
  subscribe("http.server.request.start", (message) => {
    const { response } = message as { response: ServerResponse };
    const leaving = new AbortController();
    // A page may read any number of things at once.
    setMaxListeners(0, leaving.signal);
    response.once("close", () => {
      if (!response.writableFinished) leaving.abort();
    });
    // Node handles the request right after this, and nothing else, in the same context.
    requests.enterWith(leaving.signal);
  });
}
