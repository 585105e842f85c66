// Server: checks for drift: with progress line by line where a script asks, else with a page to go to.
import { answer, problem } from "@/lib/api/answer";
import { lines } from "@/lib/api/lines";
import { actionSession } from "@/lib/auth/actor";
import { pgCode } from "@/lib/db/errors";
import { DatabaseUnavailable, Refused } from "@/lib/errors";
import { log } from "@/lib/log";
import { assertMayCheckDrift, runDriftCheck } from "@/lib/migrations/drift/run-check";
import type { Actor } from "@/lib/model/actor";
import type { DriftEvent } from "@/lib/model/drift";

const page = "/migrations/drift";

export function POST(request: Request) {
  return answer(request, async (requestId) => {
    const session = await actionSession();
    const isScript = request.headers.get("accept")?.startsWith("application/x-ndjson") ?? false;
    if (!session) {
      if (isScript) return problem(401, "Your session has ended. Sign in again.");
      return seeOther(`/login?next=${encodeURIComponent(page)}`);
    }
    const { actor } = session;
    await assertMayCheckDrift(actor);
    if (isScript) return lines<DriftEvent>((tell) => told(actor, requestId, tell));
    await runDriftCheck(actor, () => {});
    return seeOther(page);
  });
}

async function told(actor: Actor, requestId: string, tell: (event: DriftEvent) => void) {
  try {
    await runDriftCheck(actor, (progress) => tell({ kind: "progress", ...progress }));
    tell({ kind: "done" });
  } catch (error) {
    const isExpected = error instanceof DatabaseUnavailable || error instanceof Refused;
    if (!isExpected) {
      const name = error instanceof Error ? error.name : "unknown";
      log().error({ requestId, error: name, code: pgCode(error) }, "drift check failed");
    }
    const reason = isExpected ? error.message : `Something went wrong here (request ${requestId}).`;
    tell({ kind: "failed", reason });
  }
}

/** Relative, since the server need not know under which name a browser found it. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
