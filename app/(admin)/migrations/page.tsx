// Server: what has run on this database, what has not and what is wrong, prefix by prefix.
import type { Metadata } from "next";
import { Suspense } from "react";
import { PrefixCard } from "@/components/migrations/prefix-card";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { databaseLabel } from "@/lib/db/label";
import { migrationStatus } from "@/lib/migrations/status";

export const metadata: Metadata = { title: "Migrations" };

export default async function MigrationsPage() {
  await requireActor();
  return (
    <Page width="reading">
      <PageHeader
        title="Migrations"
        description={`What has run on ${databaseLabel()}, and whether it is what the code believes.`}
      />
      <Suspense fallback={<StatusSkeleton />}>
        <Statuses />
      </Suspense>
    </Page>
  );
}

async function Statuses() {
  const statuses = await migrationStatus();
  return (
    <div className="flex flex-col gap-4 px-4 md:px-6">
      <VerdictNotice statuses={statuses} />
      {statuses.map((status) => (
        <PrefixCard key={status.prefix} status={status} />
      ))}
    </div>
  );
}
