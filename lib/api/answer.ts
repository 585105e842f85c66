// Server: what every route handler's answer has in common: never cached, faults logged and named by the request's id.
import "server-only";
import { randomUUID } from "node:crypto";
import { withRequestId } from "@/lib/auth/request-id";
import { pgCode } from "@/lib/db/errors";
import { Abandoned, DatabaseUnavailable, Refused } from "@/lib/errors";
import { log } from "@/lib/log";

/**
 * RFC 9457 problem details.
 * @param extensions members beside the standard ones, such as `errors` about single fields
 */
export function problem(
  status: number,
  title: string,
  headers?: HeadersInit,
  extensions: object = {},
): Response {
  const body = { type: "about:blank", status, title, ...extensions };
  const response = Response.json(body, { status, ...(headers && { headers }) });
  response.headers.set("content-type", "application/problem+json");
  return response;
}

export async function answer(
  request: Request,
  work: (requestId: string) => Promise<Response>,
): Promise<Response> {
  const requestId = randomUUID();
  const response = await withRequestId(requestId, () => work(requestId)).catch((error: unknown) =>
    explain(request, requestId, error),
  );
  response.headers.set("cache-control", "no-store");
  response.headers.set("x-request-id", requestId);
  return response;
}

function explain(request: Request, requestId: string, error: unknown): Response {
  if (error instanceof Refused) return problem(403, error.message);
  // Read by nobody.
  if (error instanceof Abandoned) return problem(499, "Nobody waited for this answer.");
  // The message may hold values: the code and the kind of the error say enough.
  log().error(
    {
      requestId,
      path: new URL(request.url).pathname,
      error: error instanceof Error ? error.name : "unknown",
      code: pgCode(error),
    },
    "request failed",
  );
  if (error instanceof DatabaseUnavailable)
    return problem(503, error.message, { "retry-after": "3" });
  return problem(500, "Something went wrong here.");
}
