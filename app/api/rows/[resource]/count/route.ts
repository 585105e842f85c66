// Server: how many records match: quickly, or exactly (`?exact`) for somebody who waits for it. `null` where it took too long.
import { answerList, type ListContext } from "@/app/api/rows/[resource]/answer-list";
import { parseMatching } from "@/lib/model/list-params";
import { exactCount, quickCount } from "@/lib/records/count";

export function GET(request: Request, context: ListContext) {
  return answerList(request, context, async ({ actor, registered, given }) => {
    const { matching } = parseMatching(registered.resource, given);
    const count = given.exact === undefined ? quickCount : exactCount;
    return Response.json((await count(actor, registered, matching)) ?? null);
  });
}
