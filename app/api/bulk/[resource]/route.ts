// Server: acts on many records, line by line; and how many an act has changed, once its last chunk is done.
import { answer, problem } from "@/lib/api/answer";
import { readBulk } from "@/lib/api/bulk-request";
import { problemAnswer } from "@/lib/api/problem";
import { toldBulk } from "@/lib/api/told";
import { actionSession, currentActor } from "@/lib/auth/actor";
import { authorize } from "@/lib/auth/authorize";
import { standingActor } from "@/lib/auth/standing";
import { isGroupId } from "@/lib/history/list-changes";
import { refusalText } from "@/lib/records/bulk/prepare";
import { changesOfGroup, preparedBulk } from "@/lib/records/bulk/run";
import { ended } from "@/lib/records/bulk/running";
import { findResource } from "@/lib/resources/registry";

type Context = { params: Promise<{ resource: string }> };

export function POST(request: Request, { params }: Context) {
  return answer(request, async (requestId) => {
    if (!(await actionSession())) return problem(401, "Your session has ended. Sign in again.");
    return problemAnswer(async () => {
      const asked = await readBulk(request, (await params).resource);
      const { registered, act, selected, promised, submission } = asked;
      if (promised === undefined || submission === undefined) {
        return problem(400, "An act on many records is rehearsed first.");
      }
      const actorNow = await standingActor();
      const run = { act, selected, promised, submissionId: submission, actorNow };
      const started = await preparedBulk(registered, run);
      if (typeof started !== "function") return problem(422, refusalText(registered, started));
      return toldBulk(request, requestId, started);
    });
  });
}

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const registered = await findResource((await params).resource);
    const group = new URL(request.url).searchParams.get("group") ?? "";
    if (!registered || !isGroupId(group)) return problem(404, "There is no such act.");
    await authorize(actor, "read", registered.resource);
    await ended(group);
    return Response.json({ changes: await changesOfGroup(group) });
  });
}
