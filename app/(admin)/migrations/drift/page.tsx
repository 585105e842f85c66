// Server: whether this database is what its recorded migrations make, as the last check found it.
import { DatabaseZap } from "lucide-react";
import type { Metadata } from "next";
import { Streamed } from "@/app/(admin)/streamed";
import { DriftCheckForm } from "@/components/migrations/drift-check-form";
import { DriftFreshness } from "@/components/migrations/drift-freshness";
import { driftDetails, driftHeadline, driftSeverities } from "@/components/migrations/drift-look";
import { DriftPrefix } from "@/components/migrations/drift-prefix";
import { severityLooks } from "@/components/migrations/severity-look";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { driftCheck } from "@/lib/migrations/drift/run-check";
import { migrationStatus } from "@/lib/migrations/status";
import { driftVerdictOf } from "@/lib/model/migrations/drift";

export const metadata: Metadata = { title: "Drift" };

export default async function DriftPage() {
  const actor = await requireActor();
  return (
    <Page width="reading">
      <PageHeader
        title="Drift"
        description={`The recorded migrations are replayed in an empty database in memory, and what they make is compared with ${databaseLabel()}.`}
        breadcrumb={
          <Breadcrumb steps={[{ label: "Migrations", href: "/migrations" }, { label: "Drift" }]} />
        }
      />
      <div className="flex flex-col gap-6 px-4 pt-2 md:px-6">
        {driftCheck.mayRun(actor) ? (
          <DriftCheckForm action="/api/migrations/drift" label="Check for drift" />
        ) : (
          <p className="text-sm text-muted">Editors and owners can start a check.</p>
        )}
        <Streamed fallback={<StatusSkeleton />}>
          <LastCheck />
        </Streamed>
      </div>
    </Page>
  );
}

async function LastCheck() {
  const check = await driftCheck.last(await migrationStatus());
  if (!check) {
    return (
      <EmptyState icon={<DatabaseZap />} title="Not checked since the server started">
        A check takes some seconds and changes nothing. It finds what was changed by hand: columns,
        constraints, indexes, types, functions, triggers and policies.
      </EmptyState>
    );
  }
  const { report, isCurrent } = check;
  const { notice } = severityLooks[driftSeverities[driftVerdictOf(report)]];
  const headline = driftHeadline(report);
  return (
    <div className="flex flex-col gap-8">
      <Notice
        tone={isCurrent ? notice : "warning"}
        title={isCurrent ? headline : "The last check no longer holds"}
      >
        <p>
          {!isCurrent && `It found: ${headline}. `}
          {driftDetails(report)}
        </p>
        <DriftFreshness check={check} now={new Date()} />
      </Notice>
      {report.prefixes.map((drift) => (
        <DriftPrefix key={drift.prefix} drift={drift} />
      ))}
    </div>
  );
}
