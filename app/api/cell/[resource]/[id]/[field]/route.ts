// Server: one value of one record, whole, for a cell that shows the beginning of it.
import { problem } from "@/lib/api/answer";
import { answerResource } from "@/lib/api/answer-resource";
import { readCell } from "@/lib/records/cell";

type Context = { params: Promise<{ resource: string; field: string }> };

export function GET(request: Request, context: Context) {
  return answerResource(request, context, async ({ actor, registered }) => {
    const { field } = await context.params;
    const found = await readCell(actor, registered, recordIdIn(request), field);
    return found ? Response.json(found) : problem(404, "There is no such record or column.");
  });
}

/** As it came: the framework's parameter no longer tells a comma between two literals from one inside of a literal. */
function recordIdIn(request: Request): string {
  return new URL(request.url).pathname.split("/").at(-2) ?? "";
}
