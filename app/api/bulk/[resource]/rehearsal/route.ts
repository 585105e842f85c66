// Server: what an act on many records would do. Nothing of it remains.
import { answer, problem } from "@/lib/api/answer";
import { readBulk } from "@/lib/api/bulk-request";
import { problemAnswer } from "@/lib/api/problem";
import { actionSession } from "@/lib/auth/actor";
import { refusalText } from "@/lib/records/bulk/prepare";
import { rehearseBulk } from "@/lib/records/bulk/rehearse";

type Context = { params: Promise<{ resource: string }> };

export function POST(request: Request, { params }: Context) {
  return answer(request, async () => {
    const session = await actionSession();
    if (!session) return problem(401, "Your session has ended. Sign in again.");
    return problemAnswer(async () => {
      const { registered, ...asked } = await readBulk(request, (await params).resource);
      const found = await rehearseBulk(session.actor, registered, asked);
      if (found.ok) return Response.json(found);
      const errors = found.fieldErrors;
      return problem(422, refusalText(registered, found), undefined, { errors });
    });
  });
}
