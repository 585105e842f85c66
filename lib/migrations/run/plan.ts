// Pure: whether a run may begin, and what it would do, as a digest that a person agrees to.
import { createHash } from "node:crypto";
import {
  type Finding,
  type PrefixStatus,
  pendingOf,
  problemsOf,
} from "@/lib/model/migrations/status";

/** Why the prefix is not migrated as it is. */
export function refusalsOf(status: PrefixStatus): Finding[] {
  const blocking = problemsOf(status).flatMap(({ finding }) => (finding.blocks ? [finding] : []));
  const isForeign = status.layout === "v1" && pendingOf(status).length > 0;
  return isForeign ? [...blocking, newerLayout] : blocking;
}

/**
 * Differs whenever a run would do something else: another file or text, another order, or a ledger that records more
 * or less. Taken when the page is shown and again under the lock.
 */
export function digestOf({ prefix, ledger, migrations }: PrefixStatus): string {
  const facts = migrations.map(({ tag, when, hash, isRecorded, isPending }) => [
    tag,
    when,
    hash,
    isRecorded,
    isPending,
  ]);
  return createHash("sha256")
    .update(JSON.stringify([prefix, ledger, facts]))
    .digest("hex");
}

const newerLayout: Finding = {
  state: "blocked",
  severity: "critical",
  headline: "The folder has the layout of drizzle v1",
  sentence: "Drizzle 0.45, which this runner stands for, cannot run it.",
  evidence: [],
  remedy: "Apply it with the drizzle-kit that made it.",
};
