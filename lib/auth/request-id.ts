// Server: the request's id, for logs and the history: a page's from proxy.ts, an API call's from lib/api/answer.
import "server-only";
import { AsyncLocalStorage } from "node:async_hooks";
import { headers } from "next/headers";

const given = new AsyncLocalStorage<string>();

/** Names the request for all that `work` does. */
export function withRequestId<T>(id: string, work: () => Promise<T>): Promise<T> {
  return given.run(id, work);
}

/** `null` in scripts and tests, which no request started. */
export async function requestId(): Promise<string | null> {
  const id = given.getStore();
  if (id !== undefined) return id;
  try {
    return (await headers()).get("x-request-id");
  } catch (error) {
    if (isOutsideRequest(error)) return null;
    throw error;
  }
}

function isOutsideRequest(error: unknown): boolean {
  return error instanceof Error && error.message.includes("outside a request scope");
}
