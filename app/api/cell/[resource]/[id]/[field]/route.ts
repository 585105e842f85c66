// Server: one value of one record, whole, for a cell that shows the beginning of it.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { isMissingRelation } from "@/lib/db/errors";
import { readCell } from "@/lib/records/cell";
import { findResource } from "@/lib/resources/registry";

type Context = { params: Promise<{ resource: string; field: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const { resource, field } = await params;
    const registered = await findResource(resource);
    if (!registered) return problem(404, "There is no such resource.");
    try {
      const found = await readCell(actor, registered, recordIdIn(request), field);
      return found ? Response.json(found) : problem(404, "There is no such record or column.");
    } catch (error) {
      if (isMissingRelation(error))
        return problem(409, "The database does not have this table yet.");
      throw error;
    }
  });
}

/** As it came: the framework's parameter no longer tells a comma between two literals from one inside of a literal. */
function recordIdIn(request: Request): string {
  return new URL(request.url).pathname.split("/").at(-2) ?? "";
}
