// Server: answers to a request for a check that takes seconds: progress line by line where a script asks, else a page to go to.
import "server-only";
import { answer, problem } from "@/lib/api/answer";
import { lines } from "@/lib/api/lines";
import { actionSession } from "@/lib/auth/actor";
import { pgCode } from "@/lib/db/errors";
import { DatabaseUnavailable, Refused } from "@/lib/errors";
import { log } from "@/lib/log";
import type { Actor } from "@/lib/model/actor";
import type { DriftEvent, DriftProgress } from "@/lib/model/migrations/drift";

type Check = {
  /** Where its outcome is shown. */
  page: string;
  /** Asked before anything is answered. @throws Refused */
  assertMay: (actor: Actor) => Promise<void>;
  /** What may go wrong without a fault of ours: its message is shown. */
  isTold?: (error: unknown) => error is Error;
  run: (actor: Actor, onProgress: (progress: DriftProgress) => void) => Promise<unknown>;
};

export function checkAnswer(request: Request, check: Check): Promise<Response> {
  return answer(request, async (requestId) => {
    const session = await actionSession();
    const isScript = request.headers.get("accept")?.startsWith("application/x-ndjson") ?? false;
    if (!session) {
      if (isScript) return problem(401, "Your session has ended. Sign in again.");
      return seeOther(`/login?next=${encodeURIComponent(check.page)}`);
    }
    const { actor } = session;
    await check.assertMay(actor);
    if (isScript) return lines<DriftEvent>((tell) => told(check, actor, requestId, tell));
    await check.run(actor, () => {});
    return seeOther(check.page);
  });
}

async function told(
  check: Check,
  actor: Actor,
  requestId: string,
  tell: (event: DriftEvent) => void,
) {
  try {
    await check.run(actor, (progress) => tell({ kind: "progress", ...progress }));
    tell({ kind: "done" });
  } catch (error) {
    const isExpected = error instanceof DatabaseUnavailable || error instanceof Refused;
    const isTold = isExpected || check.isTold?.(error);
    if (!isTold) {
      const name = error instanceof Error ? error.name : "unknown";
      log().error(
        { requestId, error: name, code: pgCode(error), page: check.page },
        "check failed",
      );
    }
    const reason = isTold
      ? (error as Error).message
      : `Something went wrong here (request ${requestId}).`;
    tell({ kind: "failed", reason });
  }
}

/** Relative, since the server need not know under which name a browser found it. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
