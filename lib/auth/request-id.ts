// Server: the id that proxy.ts gave the request, for logs and the history.
import "server-only";
import { headers } from "next/headers";

/** `null` in scripts and tests, which no request started. */
export async function requestId(): Promise<string | null> {
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
