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
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { DatabaseUnavailable } from "@/lib/errors";
import { judgeWithDrift } from "@/lib/migrations/drift/judge-with-drift";
import { listRuns } from "@/lib/migrations/run/list-runs";
import { hasRole } from "@/lib/model/actor";
import { counted } from "@/lib/model/counted";
import { pendingOf } from "@/lib/model/migrations/status";

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
  const [{ judged, check }, runs] = await Promise.all([judgeWithDrift(), recentRuns()]);
  const statuses = judged.map(({ status }) => status);
  const pending = statuses.reduce((sum, status) => sum + pendingOf(status).length, 0);
  const now = new Date();
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
      <DriftSummary check={check} href="/migrations/drift" now={now} />
      <RunList runs={runs} openId={openRun} now={now} />
    </div>
  );
}

/** The status says already that the database does not answer. */
async function recentRuns() {
  try {
    return await listRuns({ limit: 10 });
  } catch (error) {
    if (error instanceof DatabaseUnavailable) return [];
    throw error;
  }
}
