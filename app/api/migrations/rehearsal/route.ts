// Server: rehearses what is pending.
import { checkAnswer } from "@/lib/api/check-answer";
import { rehearsal } from "@/lib/migrations/shadow/run-rehearsal";
import { ShadowFailed } from "@/lib/migrations/shadow/shadow";

export function POST(request: Request) {
  return checkAnswer(request, {
    page: "/migrations/rehearsal",
    assertMay: rehearsal.assertMayRun,
    isTold: (error) => error instanceof ShadowFailed,
    run: rehearsal.run,
  });
}
