// Server: undoes a big group of changes, line by line.
import { answer, problem } from "@/lib/api/answer";
import { toldBulk } from "@/lib/api/told";
import { actionSession } from "@/lib/auth/actor";
import { standingActor } from "@/lib/auth/standing";
import { isGroupId } from "@/lib/history/list-changes";
import { preparedUndo } from "@/lib/records/bulk/undo";

type Context = { params: Promise<{ group: string }> };

export function POST(request: Request, { params }: Context) {
  return answer(request, async (requestId) => {
    if (!(await actionSession())) return problem(401, "Your session has ended. Sign in again.");
    const { group } = await params;
    if (!isGroupId(group)) return problem(404, "There is no such act.");
    return toldBulk(request, requestId, await preparedUndo(group, await standingActor()));
  });
}
