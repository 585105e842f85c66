// Server: one page of rows for a table that is already on screen.

import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import { parseListParams } from "@/lib/model/list-params";
import { listRecords } from "@/lib/records/list";
import { findResource } from "@/lib/resources/registry";

type Context = { params: Promise<{ resource: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const registered = await findResource((await params).resource);
    if (!registered) return problem(404, "There is no such resource.");
    const given = Object.fromEntries(new URL(request.url).searchParams);
    const { query } = parseListParams(registered.resource, given);
    try {
      return Response.json(await listRecords(actor, registered, query));
    } catch (error) {
      if (isUnreadableLiteral(error))
        return problem(400, "This address names no page of the list.");
      if (isMissingRelation(error))
        return problem(409, "The database does not have this table yet.");
      if (isQueryCanceled(error)) return problem(503, "The database took too long for this order.");
      throw error;
    }
  });
}
