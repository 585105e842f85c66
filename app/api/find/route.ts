// Server: records and migrations by id or title, for the palette.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { findAnything } from "@/lib/find";
import { searchText } from "@/lib/model/found";

const limit = 5;

export function GET(request: Request) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to search.");
    const text = searchText(new URL(request.url).searchParams.get("q"));
    return Response.json(await findAnything(actor, text, { limit }));
  });
}
