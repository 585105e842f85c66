// Server: a long act as an answer, line by line: its faults become its last line.
import "server-only";
import { lines } from "@/lib/api/lines";
import { pgCode } from "@/lib/db/errors";
import { DatabaseUnavailable, Refused } from "@/lib/errors";
import { log } from "@/lib/log";
import type { BulkLine } from "@/lib/model/bulk";
import type { StartedRun } from "@/lib/records/bulk/run";

/** Stops after the present chunk when nobody reads it any more. */
export function toldBulk(request: Request, requestId: string, run: StartedRun): Response {
  return lines<BulkLine>(async (tell, gone) => {
    try {
      await run(tell, AbortSignal.any([gone, request.signal]));
    } catch (error) {
      tell({ kind: "ended", state: "stopped", sentence: sentenceFor(error, requestId) });
    }
  });
}

function sentenceFor(error: unknown, requestId: string): string {
  if (error instanceof Refused) return error.message;
  if (error instanceof DatabaseUnavailable) return `${error.message} It stopped there.`;
  const name = error instanceof Error ? error.name : "unknown";
  log().error({ requestId, error: name, code: pgCode(error) }, "bulk act failed");
  return `Something went wrong here, and it stopped (request ${requestId}).`;
}
