// Server: applies pending migrations: line by line where a script asks, else with a page to go to.
import { answer, problem } from "@/lib/api/answer";
import { lines } from "@/lib/api/lines";
import { actionSession } from "@/lib/auth/actor";
import { confirmSession, isConfirmed } from "@/lib/auth/confirmation";
import { maxPasswordLength } from "@/lib/auth/person-schema";
import { TooManyAttempts } from "@/lib/auth/rate-limit";
import type { Session } from "@/lib/auth/sessions";
import { type ApplyRequest, assertMayApply, preparedRun } from "@/lib/migrations/run/apply";
import type { RunLine } from "@/lib/model/migrations/run";

const page = "/migrations/apply";
/** A plan is a line for each prefix. */
const maxFormBytes = 64 * 1024;

export function POST(request: Request) {
  return answer(request, async (requestId) => {
    const session = await actionSession();
    const isScript = request.headers.get("accept")?.startsWith("application/x-ndjson") ?? false;
    if (!session) {
      if (isScript) return problem(401, "Your session has ended. Sign in again.");
      return seeOther(`/login?next=${encodeURIComponent(page)}`);
    }
    assertMayApply(session.actor, requestId);
    if (!(Number(request.headers.get("content-length")) <= maxFormBytes)) {
      return problem(413, "This is not the form of the page.");
    }
    const form = await request.formData().catch(() => undefined);
    if (!form) return problem(400, "This is not the form of the page.");
    const refusal = await confirm(session, form);
    if (refusal) {
      return isScript ? refusal.answer : seeOther(`${page}?problem=${refusal.problem}`);
    }
    const run = await preparedRun(session, readForm(form, requestId));
    return isScript ? lines(run) : afterwards(run);
  });
}

/** Takes the password where it is needed. */
async function confirm(session: Session, form: FormData) {
  if (await isConfirmed(session)) return undefined;
  const password = String(form.get("password") ?? "");
  if (password === "") {
    return { problem: "unconfirmed", answer: problem(422, "Enter your password.") };
  }
  try {
    const isRight =
      password.length <= maxPasswordLength && (await confirmSession(session, password));
    if (isRight) return undefined;
    return { problem: "password", answer: problem(422, "This is not your password.") };
  } catch (error) {
    if (!(error instanceof TooManyAttempts)) throw error;
    const retryAfter = { "retry-after": String(error.retryAfterS) };
    return { problem: "attempts", answer: problem(429, error.message, retryAfter) };
  }
}

/** The client names what it saw by digests; nothing that it sends is run or opened. */
function readForm(form: FormData, requestId: string): ApplyRequest {
  const digests = form.getAll("plan").flatMap((value): [string, string][] => {
    const [, prefix, digest] = /^([^:]+):([0-9a-f]{64})$/.exec(String(value)) ?? [];
    return prefix && digest ? [[prefix, digest]] : [];
  });
  return { digests: new Map(digests), backupTaken: form.get("backup") === "on", requestId };
}

type Run = Awaited<ReturnType<typeof preparedRun>>;

async function afterwards(run: Run): Promise<Response> {
  const told: RunLine[] = [];
  await run((line) => told.push(line));
  const kinds = told.map(({ kind }) => kind);
  const runId = told.flatMap((line) => (line.kind === "recorded" ? [line.runId] : [])).at(-1);
  if (kinds.includes("failed"))
    return seeOther(runId ? `${page}?run=${runId}` : `${page}?problem=stopped`);
  for (const kind of ["stopped", "refused", "changed"] as const) {
    if (kinds.includes(kind)) return seeOther(`${page}?problem=${kind}`);
  }
  return seeOther(runId ? `/migrations?run=${runId}#runs` : `${page}?problem=done`);
}

/** Relative, since the server need not know under which name a browser found it. */
function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
