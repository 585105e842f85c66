// Server: one prefix's migrations: what is wrong first, what comes next, then every one of them, newest first.
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import adminConfig from "@/admin.config";
import { Streamed } from "@/app/(admin)/streamed";
import { PrefixDetail } from "@/components/migrations/prefix-detail";
import { StatusSkeleton } from "@/components/migrations/status-skeleton";
import type { TimelineFilter } from "@/components/migrations/timeline";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { prefixReport } from "@/lib/migrations/report";

type Props = {
  params: Promise<{ prefix: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Pick<Props, "params">): Promise<Metadata> {
  const { prefix } = await params;
  return { title: `Migrations of ${prefix}` };
}

export default async function PrefixPage({ params, searchParams }: Props) {
  await requireActor();
  const { prefix } = await params;
  const { text, state } = await searchParams;
  // Before anything is sent, so that the answer is a 404.
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
      <Streamed fallback={<StatusSkeleton />}>
        <Report
          prefix={prefix}
          filter={{ text: [text].flat()[0] ?? "", state: [state].flat()[0] ?? "" }}
        />
      </Streamed>
    </Page>
  );
}

async function Report({ prefix, filter }: { prefix: string; filter: TimelineFilter }) {
  const report = await prefixReport(prefix);
  return report && <PrefixDetail {...report} filter={filter} />;
}
