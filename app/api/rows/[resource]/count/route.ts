// Server: how many records match: quickly, or exactly (`?exact`) for somebody who waits for it. `null` where it took too long.
import { answerResource, type ResourceContext } from "@/lib/api/answer-resource";
import { parseMatching } from "@/lib/model/list-params";
import { exactCount, quickCount } from "@/lib/records/count";

export function GET(request: Request, context: ResourceContext) {
  return answerResource(request, context, async ({ actor, registered, given }) => {
    const { matching } = parseMatching(registered.resource, given);
    const count = given.exact === undefined ? quickCount : exactCount;
    return Response.json((await count(actor, registered, matching)) ?? null);
  });
}
