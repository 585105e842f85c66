// Server: people whose name or e-mail address begins with what was typed.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { findPeople } from "@/lib/records/people";

const maxSearchLength = 100;

export function GET(request: Request) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const search = new URL(request.url).searchParams.get("search")?.trim() ?? "";
    if (search === "" || search.includes("\0")) return Response.json({});
    return Response.json(await findPeople(search.slice(0, maxSearchLength)));
  });
}
