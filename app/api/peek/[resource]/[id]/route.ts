// Server: a record at a glance, for the link that points to it.
import { problem } from "@/lib/api/answer";
import { answerResource, type ResourceContext } from "@/lib/api/answer-resource";
import { peekRecord } from "@/lib/records/peek";

export function GET(request: Request, context: ResourceContext) {
  return answerResource(request, context, async ({ actor, registered }) => {
    // As it stands in the address, see `recordIdInPath`.
    const id = new URL(request.url).pathname.split("/").at(-1) ?? "";
    const peek = await peekRecord(actor, registered, id);
    return peek ? Response.json(peek) : problem(404, "There is no such record.");
  });
}
