// Server or client: the last check for drift in two lines, for the overview of migrations.
import { DriftFreshness } from "@/components/migrations/drift-freshness";
import { driftDetails, driftHeadline, driftSeverities } from "@/components/migrations/drift-look";
import { severityLooks } from "@/components/migrations/severity-look";
import { LinkButton } from "@/components/ui/link-button";
import { driftVerdictOf, type LastDriftCheck } from "@/lib/model/migrations/drift";

type DriftSummaryProps = {
  /** None since the server started. */
  check: LastDriftCheck | undefined;
  href: string;
  now: Date;
};

export function DriftSummary({ check, href, now }: DriftSummaryProps) {
  const severity = check?.isCurrent ? driftSeverities[driftVerdictOf(check.report)] : "info";
  const { Icon, text } = severityLooks[severity];
  return (
    <section
      aria-labelledby="drift"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-md border border-line bg-surface px-4 py-3 text-sm"
    >
      <div className="flex min-w-48 flex-1 gap-2.5">
        <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${text}`} />
        <div className="min-w-0 text-pretty wrap-anywhere text-muted">
          <h2 id="drift" className="text-base font-semibold text-ink">
            Drift
          </h2>
          {check ? (
            <>
              <p className="font-medium text-ink">{driftHeadline(check.report)}</p>
              <p>{driftDetails(check.report)}</p>
              <DriftFreshness check={check} now={now} />
            </>
          ) : (
            <p>Not checked yet: whether this database is what its recorded migrations make.</p>
          )}
        </div>
      </div>
      <LinkButton href={href}>{check ? "See the check" : "Check for drift"}</LinkButton>
    </section>
  );
}
