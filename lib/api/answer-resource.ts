// Server: what answers about the records of one resource have in common: who asks, about which, and which failures are expected.
import "server-only";
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import type { Actor } from "@/lib/model/actor";
import { slowReason } from "@/lib/model/page";
import type { Params } from "@/lib/model/params";
import { findResource, type Registered } from "@/lib/resources/registry";

export type ResourceContext = { params: Promise<{ resource: string }> };

type Asked = { actor: Actor; registered: Registered; given: Params };

export function answerResource(
  request: Request,
  { params }: ResourceContext,
  work: (asked: Asked) => Promise<Response>,
): Promise<Response> {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const registered = await findResource((await params).resource);
    if (!registered) return problem(404, "There is no such resource.");
    const given = Object.fromEntries(new URL(request.url).searchParams);
    try {
      return await work({ actor, registered, given });
    } catch (error) {
      if (isUnreadableLiteral(error))
        return problem(400, "The database cannot read a value in this address.");
      if (isMissingRelation(error))
        return problem(409, "The database does not have this table yet.");
      if (isQueryCanceled(error))
        return problem(503, "The database took too long for this.", undefined, {
          reason: slowReason,
        });
      throw error;
    }
  });
}
