// Server: checks for drift.
import { checkAnswer } from "@/lib/api/check-answer";
import { driftCheck } from "@/lib/migrations/drift/run-check";

export function POST(request: Request) {
  return checkAnswer(request, {
    page: "/migrations/drift",
    assertMay: driftCheck.assertMayRun,
    run: driftCheck.run,
  });
}
