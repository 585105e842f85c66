// Pure: stands in until the rules are written; replace this file.
import type { BatchItem, LintFinding, LiveFacts } from "@/lib/model/lock-receipt";

export function blockersOf(_batch: BatchItem[], _live: LiveFacts): LintFinding[] {
  return [];
}
