// Server: the status of every prefix as JSON, the same that the page shows.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { judgeWithDrift } from "@/lib/migrations/drift/judge-with-drift";
import { type PrefixStatus, verdictOf } from "@/lib/model/migrations/status";

export function GET(request: Request) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const { judged } = await judgeWithDrift();
    const statuses = judged.map(({ status }) => status);
    return Response.json({
      verdict: verdictOf(...statuses),
      prefixes: statuses.map((status) => ({ verdict: verdictOf(status), ...withoutSql(status) })),
    });
  });
}

/** The texts are in the folders, and would be most of the answer. */
function withoutSql(status: PrefixStatus) {
  return { ...status, migrations: status.migrations.map(({ sql: _, ...rest }) => rest) };
}
