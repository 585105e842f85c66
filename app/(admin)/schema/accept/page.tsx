// Server: one finding, or all of one rule in a prefix, and the question why it may stay. Editors and owners only.
import { CircleCheck } from "lucide-react";
import type { Metadata } from "next";
import { accept } from "@/app/(admin)/schema/actions";
import { AcceptForm } from "@/components/advisor/accept-form";
import { FindingItem } from "@/components/advisor/finding-item";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Page } from "@/components/ui/page";
import { PageHeader } from "@/components/ui/page-header";
import { advise } from "@/lib/advisor/advise";
import { requireRole } from "@/lib/auth/actor";
import { adviceHref, matches, parseAdviceFilter } from "@/lib/model/advice-filter";

type AcceptPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const metadata: Metadata = { title: "Accept a finding" };

export default async function AcceptPage({ searchParams }: AcceptPageProps) {
  await requireRole("editor");
  const given = await searchParams;
  const advice = await advise();
  const { prefix, rule } = parseAdviceFilter(given, advice);
  const findings = advice.findings.filter(
    (finding) =>
      finding.rule === rule &&
      matches(finding, { prefix, text: "" }) &&
      (given.object === undefined || finding.object === given.object),
  );
  const text = advice.rules.find(({ id }) => id === rule);
  const back = adviceHref({ prefix });
  const [only] = findings;
  return (
    <Page width="reading">
      <PageHeader
        title={findings.length === 1 ? "Accept a finding" : "Accept findings"}
        description={text?.why}
        breadcrumb={
          <Breadcrumb
            steps={[{ label: "Schema", href: back }, { label: text?.title ?? "Accept" }]}
          />
        }
      />
      {only ? (
        <div className="flex flex-col gap-5 px-4 md:px-6">
          <ul className="divide-y divide-line rounded-md border border-line bg-surface">
            {findings.map((finding) => (
              <li key={finding.object}>
                <FindingItem finding={finding} isOpen={findings.length === 1} />
              </li>
            ))}
          </ul>
          <AcceptForm
            rule={only.rule}
            objects={findings.map(({ object }) => object)}
            back={back}
            accept={accept}
          />
        </div>
      ) : (
        <EmptyState
          icon={<CircleCheck />}
          title="Nothing to accept here"
          actions={<LinkButton href="/schema">Show all findings</LinkButton>}
        >
          What this address names was mended, accepted or never found.
        </EmptyState>
      )}
    </Page>
  );
}
