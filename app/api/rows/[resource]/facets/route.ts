// Server: the values of one field and how often each occurs. `null` where there are too many, or nothing is known.
import { answerList, type ListContext } from "@/app/api/rows/[resource]/answer-list";
import { problem } from "@/lib/api/answer";
import { parseMatching } from "@/lib/model/list-params";
import { single } from "@/lib/model/params";
import { fieldOf } from "@/lib/model/resource";
import { readFacet } from "@/lib/records/facets";

export function GET(request: Request, context: ListContext) {
  return answerList(request, context, async ({ actor, registered, given }) => {
    const field = fieldOf(registered.resource, single(given.field) ?? "");
    if (!field) return problem(400, "There is no such field.");
    const { matching } = parseMatching(registered.resource, given);
    return Response.json((await readFacet(actor, registered, field, matching)) ?? null);
  });
}
