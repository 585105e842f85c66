// Server: what a chart draws, as CSV with the numbers exactly as the database has them.
import { answer, problem } from "@/lib/api/answer";
import { currentActor } from "@/lib/auth/actor";
import { askedSpan, askedSubject } from "@/lib/charts/asked";
import { listMetrics } from "@/lib/charts/metrics";
import { chartRows } from "@/lib/charts/rows";
import { chartSource } from "@/lib/charts/source";
import { isMissingRelation, isQueryCanceled, isUnreadableLiteral } from "@/lib/db/errors";
import { parseChartParams } from "@/lib/model/charts/params";
import { csvText } from "@/lib/model/csv";
import { declaredView } from "@/lib/model/view";
import { findResource } from "@/lib/resources/registry";

type Context = { params: Promise<{ resource: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async () => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    const registered = await findResource((await params).resource);
    const view = registered && declaredView(registered.resource, "charts");
    if (!view) return problem(404, "There is no such chart.");
    const { query, notices } = parseChartParams(registered.resource, view, asked(request));
    if (notices[0]) return problem(400, notices[0]);
    const source = await chartSource(actor, registered, view);
    try {
      const subject = await askedSubject(query, () => listMetrics(source));
      if (!subject) return problem(404, "Nothing was measured yet, or no metric is named.");
      const span = await askedSpan(source, subject, query.range);
      const rows = await chartRows(source, query, subject, span);
      return csvAnswer(csvText(rows), `${registered.resource.slug}-${subject.metric}`);
    } catch (error) {
      if (isUnreadableLiteral(error)) return problem(400, "These numbers cannot be added up.");
      if (isMissingRelation(error)) return problem(409, "The database does not have this yet.");
      if (isQueryCanceled(error)) return problem(503, "The database took too long for this range.");
      throw error;
    }
  });
}

function asked(request: Request): Record<string, string[]> {
  const { searchParams } = new URL(request.url);
  return Object.fromEntries(
    [...new Set(searchParams.keys())].map((name) => [name, searchParams.getAll(name)]),
  );
}

function csvAnswer(text: string, name: string): Response {
  return new Response(text, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "_").slice(0, 80)}.csv"`,
      "x-content-type-options": "nosniff",
    },
  });
}
