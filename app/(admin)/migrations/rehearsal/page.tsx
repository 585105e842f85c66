// Server: what happens when the pending migrations are run in a shadow of the database, as the last rehearsal found it.
import { Drama } from "lucide-react";
import type { Metadata } from "next";
import { Streamed } from "@/app/(admin)/streamed";
import { DriftCheckForm } from "@/components/migrations/drift-check-form";
import { RehearsalView } from "@/components/migrations/rehearsal-view";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { rehearsal } from "@/lib/migrations/shadow/run-rehearsal";
import { migrationStatus } from "@/lib/migrations/status";

export const metadata: Metadata = { title: "Rehearsal" };

export default async function RehearsalPage() {
  const actor = await requireActor();
  return (
    <Page width="reading">
      <PageHeader
        title="Rehearsal"
        description="The pending migrations are run in an empty database in memory that was brought to this one's state, and their locks are measured. Nothing here is touched."
        breadcrumb={
          <Breadcrumb
            steps={[{ label: "Migrations", href: "/migrations" }, { label: "Rehearsal" }]}
          />
        }
      />
      <div className="flex flex-col gap-6 px-4 pt-2 md:px-6">
        {rehearsal.mayRun(actor) ? (
          <DriftCheckForm action="/api/migrations/rehearsal" label="Rehearse" />
        ) : (
          <p className="text-sm text-muted">Editors and owners can start a rehearsal.</p>
        )}
        <Streamed fallback={<StatusSkeleton />}>
          <Last />
        </Streamed>
      </div>
    </Page>
  );
}

async function Last() {
  const last = await rehearsal.last(await migrationStatus());
  if (last) return <RehearsalView {...last} />;
  return (
    <EmptyState icon={<Drama />} title="Not rehearsed since the server started">
      A rehearsal takes some seconds. It tells which statement fails, what each one locks and
      rewrites, and whether a fresh database would turn out the same.
    </EmptyState>
  );
}
