// Server: checks for drift.
import { checkAnswer } from "@/lib/api/check-answer";
import { assertMayCheckDrift, runDriftCheck } from "@/lib/migrations/drift/run-check";

export function POST(request: Request) {
  return checkAnswer(request, {
    page: "/migrations/drift",
    assertMay: assertMayCheckDrift,
    run: runDriftCheck,
  });
}
