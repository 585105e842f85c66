// Server: one prefix's migrations: what is wrong first, then every one of them, newest first.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PrefixFacts } from "@/components/migrations/prefix-facts";
import { ProblemList } from "@/components/migrations/problem-list";
import { Timeline } from "@/components/migrations/timeline";
import { VerdictNotice } from "@/components/migrations/verdict-notice";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { migrationStatus } from "@/lib/migrations/status";

type Props = { params: Promise<{ prefix: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { prefix } = await params;
  return { title: `Migrations of ${prefix}` };
}

export default async function PrefixPage({ params }: Props) {
  await requireActor();
  const { prefix } = await params;
  const status = (await migrationStatus()).find((each) => each.prefix === prefix);
  if (!status) notFound();
  return (
    <Page width="reading">
      <PageHeader
        title={status.label}
        count={<code>{status.prefix}</code>}
        breadcrumb={
          <Breadcrumb steps={[{ label: "Migrations", href: "/migrations" }, { label: prefix }]} />
        }
      />
      <div className="flex flex-col gap-6 px-4 md:px-6">
        <VerdictNotice statuses={[status]} />
        <PrefixFacts status={status} />
        <ProblemList status={status} />
        <section aria-labelledby="timeline">
          <h2 id="timeline" className="mb-2 text-base font-semibold">
            Timeline
          </h2>
          {status.migrations.length > 0 ? (
            <Timeline migrations={status.migrations} now={new Date()} />
          ) : (
            <EmptyState title="No migrations yet">
              <code>npm run generate</code> writes the first one from the schema.
            </EmptyState>
          )}
        </section>
      </div>
    </Page>
  );
}
