// Server: before the first request, whoever starts the server; and a line in the log for every fault that reached a page,
// under the reference that the page shows.
import type { Instrumentation } from "next";

export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { watchRequests } = await import("@/lib/request-signal");
  watchRequests();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const [{ log }, { pgCode }] = await Promise.all([import("@/lib/log"), import("@/lib/db/errors")]);
  const { digest, name } = error as Error & { digest?: string };
  log().error(
    {
      reference: digest,
      requestId: request.headers["x-request-id"],
      path: request.path.split("?")[0],
      route: context.routePath,
      error: name,
      code: pgCode(error),
    },
    "page failed",
  );
};
