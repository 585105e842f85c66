// Server: one prefix's migrations: what is wrong first, then every one of them, newest first.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import adminConfig from "@/admin.config";
import { PrefixFacts } from "@/components/migrations/prefix-facts";
import { ProblemList } from "@/components/migrations/problem-list";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import { Timeline } from "@/components/migrations/timeline";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { migrationStatus } from "@/lib/migrations/status";
import { isJudged } from "@/lib/model/migration-status";

type Props = {
  params: Promise<{ prefix: string }>;
  searchParams: Promise<{ timeline?: string | string[] }>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { prefix } = await params;
  return { title: `Migrations of ${prefix}` };
}

export default async function PrefixPage({ params, searchParams }: Props) {
  await requireActor();
  const { prefix } = await params;
  const { timeline } = await searchParams;
  const declared = adminConfig.prefixes.find((each) => each.prefix === prefix);
  if (!declared) notFound();
  return (
    <Page width="reading">
      <PageHeader
        title={declared.label}
        count={<code>{prefix}</code>}
        breadcrumb={
          <Breadcrumb steps={[{ label: "Migrations", href: "/migrations" }, { label: prefix }]} />
        }
      />
      <Suspense fallback={<StatusSkeleton />}>
        <Status prefix={prefix} isWhole={timeline === "whole"} />
      </Suspense>
    </Page>
  );
}

async function Status({ prefix, isWhole }: { prefix: string; isWhole: boolean }) {
  const status = (await migrationStatus()).find((each) => each.prefix === prefix);
  if (!status) notFound();
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
            wholeHref={`/migrations/${encodeURIComponent(prefix)}?timeline=whole`}
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
