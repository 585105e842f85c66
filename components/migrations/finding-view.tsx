// Server or client: a finding with the values that were compared and what to do about it.

import Link from "next/link";
import { RepairView } from "@/components/migrations/repair-view";
import { severityLooks } from "@/components/migrations/severity-look";
import type { Finding } from "@/lib/model/migrations/status";

type FindingViewProps = {
  finding: Finding;
  /** Where the migration it is about is shown. */
  href?: string;
};

export function FindingView({ finding, href }: FindingViewProps) {
  const { Icon, text } = severityLooks[finding.severity];
  return (
    <div className="flex gap-2.5 text-sm">
      <Icon aria-hidden className={`mt-px size-4 shrink-0 ${text}`} />
      <div className="min-w-0 flex-1 text-pretty wrap-anywhere">
        <p className="font-medium">
          {href ? (
            <Link href={href} className="hover:underline">
              {finding.headline}
            </Link>
          ) : (
            finding.headline
          )}
        </p>
        <p className="text-muted">{finding.sentence}</p>
        {finding.evidence.length > 0 && (
          <dl className="mt-2 grid gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[minmax(120px,max-content)_1fr]">
            {finding.evidence.map(({ label, value }) => (
              <div key={label} className="contents">
                <dt className="text-muted">{label}</dt>
                <dd className="mb-1 font-mono sm:mb-0">{value}</dd>
              </div>
            ))}
          </dl>
        )}
        {finding.remedy && (
          <p className="mt-2">
            <span className="font-medium">To do: </span>
            {finding.remedy}
          </p>
        )}
        {finding.code && (
          <pre className="mt-1 w-fit max-w-full overflow-x-auto rounded-sm bg-sunken px-2 py-1 font-mono text-xs">
            {finding.code}
          </pre>
        )}
        {finding.repair && <RepairView repair={finding.repair} />}
      </div>
    </div>
  );
}
