// Server: records as a file: those that an address is about, or those that a form of ours names.
import { answer, problem } from "@/lib/api/answer";
import { exportFile, readExport } from "@/lib/api/export-file";
import { problemAnswer } from "@/lib/api/problem";
import { actionSession, currentActor } from "@/lib/auth/actor";

type Context = { params: Promise<{ resource: string }> };

export function GET(request: Request, { params }: Context) {
  return answer(request, async (requestId) => {
    const actor = await currentActor();
    if (!actor) return problem(401, "Sign in to read this.");
    return problemAnswer(async () => {
      const { searchParams } = new URL(request.url);
      const asked = await readExport((await params).resource, Object.fromEntries(searchParams));
      return exportFile(actor, asked, requestId);
    });
  });
}

/** Many ids do not fit into an address. */
export function POST(request: Request, { params }: Context) {
  return answer(request, async (requestId) => {
    const session = await actionSession();
    if (!session) return problem(401, "Sign in to read this.");
    return problemAnswer(async () => {
      const form = await request.formData().catch(() => new FormData());
      const given = [...form].filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      const ids = form.getAll("id").map(String);
      const asked = await readExport((await params).resource, Object.fromEntries(given), ids);
      return exportFile(session.actor, asked, requestId);
    });
  });
}
