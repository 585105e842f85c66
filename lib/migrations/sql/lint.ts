// Server: every rule about a batch, and what they find, worst first.
import "server-only";
import { type Batch, batchOf } from "@/lib/migrations/sql/batch";
import { enumRules } from "@/lib/migrations/sql/lint/enum-values";
import { lockRules } from "@/lib/migrations/sql/lint/locks";
import { lossRules } from "@/lib/migrations/sql/lint/loss";
import { missingRules } from "@/lib/migrations/sql/lint/missing";
import { nameRules } from "@/lib/migrations/sql/lint/names";
import { refusedRules } from "@/lib/migrations/sql/lint/refused";
import { sessionRules } from "@/lib/migrations/sql/lint/session";
import { typeRules } from "@/lib/migrations/sql/lint/types";
import type { BatchItem, LintFinding, LiveFacts } from "@/lib/model/migrations/lock-receipt";
import { bySeverity } from "@/lib/model/migrations/status";

/** Each says one thing, once for a table. */
export type Rule = (batch: Batch) => LintFinding[];

const rules: Rule[] = [
  ...refusedRules,
  ...missingRules,
  ...enumRules,
  ...typeRules,
  ...lossRules,
  ...sessionRules,
  ...lockRules,
  ...nameRules,
];

export function findingsOf(batch: Batch): LintFinding[] {
  return rules
    .flatMap((rule) => rule(batch))
    .sort((a, b) => Number(b.blocks) - Number(a.blocks) || bySeverity(a, b));
}

/** What makes the batch fail for certain. */
export function blockersOf(items: BatchItem[], live: LiveFacts): LintFinding[] {
  return findingsOf(batchOf(items, live)).filter(({ blocks }) => blocks);
}
