// Server or client: when drift was checked, and whether that still holds.
import { RelativeTime } from "@/components/ui/relative-time";
import type { LastDriftCheck } from "@/lib/model/migrations/drift";

type DriftFreshnessProps = { check: LastDriftCheck; now: Date };

export function DriftFreshness({ check: { report, isCurrent }, now }: DriftFreshnessProps) {
  const at = new Date(report.at);
  return (
    <p>
      Checked <RelativeTime at={at} literal={at.toISOString()} now={now} />;{" "}
      {isCurrent ? (
        "nothing has changed since."
      ) : (
        <strong className="font-medium">the database or the migrations have changed since.</strong>
      )}
    </p>
  );
}
