// Server: what has run on this database, what has not and what is wrong, prefix by prefix.
import type { Metadata } from "next";
import { Streamed } from "@/app/(admin)/streamed";
import { DriftSummary } from "@/components/migrations/drift-summary";
import { PrefixCard } from "@/components/migrations/prefix-card";
import { RunList } from "@/components/migrations/run-list";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { Skeleton } from "@/components/ui/skeleton";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { DatabaseUnavailable } from "@/lib/errors";
import { lastDriftCheck } from "@/lib/migrations/drift/run-check";
import { listRuns } from "@/lib/migrations/run/list-runs";
import { migrationStatus } from "@/lib/migrations/status";
import { hasRole } from "@/lib/model/actor";
import { counted } from "@/lib/model/counted";
import { type PrefixStatus, pendingOf } from "@/lib/model/migration-status";

export const metadata: Metadata = { title: "Migrations" };

type Props = { searchParams: Promise<{ run?: string | string[] }> };

export default async function MigrationsPage({ searchParams }: Props) {
  const actor = await requireActor();
  const { run } = await searchParams;
  return (
    <Page width="reading">
      <PageHeader
        title="Migrations"
        description={`What has run on ${databaseLabel()}, and whether it is what the code believes.`}
      />
      <Streamed fallback={<StatusSkeleton />}>
        <Statuses mayApply={hasRole(actor, "owner")} openRun={[run].flat()[0]} />
      </Streamed>
    </Page>
  );
}

type StatusesProps = { mayApply: boolean; openRun: string | undefined };

async function Statuses({ mayApply, openRun }: StatusesProps) {
  const [statuses, runs] = await Promise.all([
    migrationStatus(),
    unlessUnavailable([], () => listRuns({ limit: 10 })),
  ]);
  const pending = statuses.reduce((sum, status) => sum + pendingOf(status).length, 0);
  return (
    <div className="flex flex-col gap-4 px-4 md:px-6">
      <VerdictNotice
        statuses={statuses}
        actions={
          mayApply &&
          pending > 0 && (
            <LinkButton href="/migrations/apply" variant="primary">
              Apply {counted(pending, "migration")}
            </LinkButton>
          )
        }
      />
      {statuses.map((status) => (
        <PrefixCard key={status.prefix} status={status} />
      ))}
      <Streamed fallback={<Skeleton className="h-18 rounded-md" />}>
        <Drift statuses={statuses} />
      </Streamed>
      <RunList runs={runs} openId={openRun} now={new Date()} />
    </div>
  );
}

async function Drift({ statuses }: { statuses: PrefixStatus[] }) {
  const check = await unlessUnavailable(undefined, () => lastDriftCheck(statuses));
  return <DriftSummary check={check} href="/migrations/drift" now={new Date()} />;
}

/** The status says already that the database does not answer. */
async function unlessUnavailable<T>(instead: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return instead;
    throw error;
  }
}
