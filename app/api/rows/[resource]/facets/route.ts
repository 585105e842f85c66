// Server: the values of one field and how often each occurs. `null` where there are too many, or nothing is known.

import { problem } from "@/lib/api/answer";
import { answerResource, type ResourceContext } from "@/lib/api/answer-resource";
import { parseMatching } from "@/lib/model/list-params";
import { single } from "@/lib/model/params";
import { fieldOf } from "@/lib/model/resource";
import { readFacet } from "@/lib/records/facets";

export function GET(request: Request, context: ResourceContext) {
  return answerResource(request, context, async ({ actor, registered, given }) => {
    const field = fieldOf(registered.resource, single(given.field) ?? "");
    if (!field) return problem(400, "There is no such field.");
    const { matching } = parseMatching(registered.resource, given);
    return Response.json((await readFacet(actor, registered, field, matching)) ?? null);
  });
}
