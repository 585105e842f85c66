// Server: a record at a glance, for the link that points to it.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { isMissingRelation, isQueryCanceled } from "@/lib/db/errors";
import { peekRecord } from "@/lib/records/peek";
import { findResource } from "@/lib/resources/registry";

type Context = { params: Promise<{ resource: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const registered = await findResource((await params).resource);
    if (!registered) return problem(404, "There is no such resource.");
    // As it stands in the address, see `recordIdInPath`.
    const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
    try {
      const peek = await peekRecord(actor, registered, id);
      return peek ? Response.json(peek) : problem(404, "There is no such record.");
    } catch (error) {
      if (isMissingRelation(error))
        return problem(409, "The database does not have this table yet.");
      if (isQueryCanceled(error)) return problem(503, "The database took too long.");
      throw error;
    }
  });
}
