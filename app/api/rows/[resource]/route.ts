// Server: one page of rows for a table that is already on screen.
import { answerResource, type ResourceContext } from "@/lib/api/answer-resource";
import { parseListParams } from "@/lib/model/list-params";
import { listRecords } from "@/lib/records/list";

export function GET(request: Request, context: ResourceContext) {
  return answerResource(request, context, async ({ actor, registered, given }) => {
    const { query } = parseListParams(registered.resource, given);
    return Response.json(await listRecords(actor, registered, query));
  });
}
