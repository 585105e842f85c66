// Server or client: all that is known about one prefix: verdict, problems, what comes next, timeline.
import { LockReceipt } from "@/components/migrations/lock-receipt";
import { NextRun } from "@/components/migrations/next-run";
import { PrefixFacts } from "@/components/migrations/prefix-facts";
import { ProblemList } from "@/components/migrations/problem-list";
import { Timeline, type TimelineFilter, type TimelineRow } from "@/components/migrations/timeline";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { EmptyState } from "@/components/ui/empty-state";
import type { Receipt } from "@/lib/model/migrations/lock-receipt";
import type { Simulation } from "@/lib/model/migrations/simulation";
import { isJudged, migrationHref, type PrefixStatus } from "@/lib/model/migrations/status";

type PrefixDetailProps = {
  status: PrefixStatus;
  simulations: Simulation[];
  receipt: Receipt | undefined;
  filter: TimelineFilter;
};

export function PrefixDetail({ status, simulations, receipt, filter }: PrefixDetailProps) {
  const isDue = simulations.some(
    ({ outcome, passesOver }) => outcome !== "nothing to do" || passesOver.length > 0,
  );
  return (
    <div className="flex flex-col gap-6 px-4 md:px-6">
      <VerdictNotice statuses={[status]} />
      <PrefixFacts status={status} />
      <ProblemList status={status} />
      {isDue && <NextRun simulations={simulations} />}
      {receipt && <LockReceipt receipt={receipt} />}
      <section aria-labelledby="timeline">
        <h2 id="timeline" className="mb-2 text-base font-semibold">
          Timeline
        </h2>
        {status.migrations.length > 0 ? (
          <Timeline rows={rowsOf(status)} filter={filter} now={Date.now()} />
        ) : (
          <EmptyState title={isJudged(status) ? "No migrations yet" : "No files to show"}>
            {isJudged(status)
              ? "drizzle-kit generate writes the first one from the schema."
              : `${status.headline}.`}
          </EmptyState>
        )}
      </section>
      {!isDue && <NextRun simulations={simulations} />}
    </div>
  );
}

/** As little as the timeline shows: it is sent to the browser. */
function rowsOf(status: PrefixStatus): TimelineRow[] {
  return status.migrations.map((migration) => {
    const { position, tag, when, appliedAt, statements, hash, state, severity } = migration;
    const href = migrationHref(status, migration);
    return { position, href, tag, when, appliedAt, statements, hash, state, severity };
  });
}
