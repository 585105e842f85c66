// Server or client: all that is known about one prefix: verdict, problems, timeline.
import { PrefixFacts } from "@/components/migrations/prefix-facts";
import { ProblemList } from "@/components/migrations/problem-list";
import { Timeline } from "@/components/migrations/timeline";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { EmptyState } from "@/components/ui/empty-state";
import { isJudged, type PrefixStatus } from "@/lib/model/migration-status";

type PrefixDetailProps = {
  status: PrefixStatus;
  /** Also the old migrations of which there is nothing to say. */
  isWhole: boolean;
};

export function PrefixDetail({ status, isWhole }: PrefixDetailProps) {
  return (
    <div className="flex flex-col gap-6 px-4 md:px-6">
      <VerdictNotice statuses={[status]} />
      <PrefixFacts status={status} />
      <ProblemList status={status} />
      <section aria-labelledby="timeline">
        <h2 id="timeline" className="mb-2 text-base font-semibold">
          Timeline
        </h2>
        {status.migrations.length > 0 ? (
          <Timeline
            migrations={status.migrations}
            isWhole={isWhole}
            wholeHref={`/migrations/${encodeURIComponent(status.prefix)}?timeline=whole`}
            now={new Date()}
          />
        ) : (
          <EmptyState title={isJudged(status) ? "No migrations yet" : "No files to show"}>
            {isJudged(status)
              ? "drizzle-kit generate writes the first one from the schema."
              : `${status.headline}.`}
          </EmptyState>
        )}
      </section>
    </div>
  );
}
