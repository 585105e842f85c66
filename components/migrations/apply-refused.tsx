// Server or client: why nothing is applied as it is, prefix by prefix, with what to do about it.
import { FindingView } from "@/components/migrations/finding-view";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { PlannedPrefix } from "@/lib/model/migrations/run-progress";
import type { Finding, PrefixStatus } from "@/lib/model/migrations/status";

type ApplyRefusedProps = {
  refused: { status: PrefixStatus; findings: Finding[] }[];
  /** What is pending in all of them, the refused ones too. */
  plan: PlannedPrefix[];
};

export function ApplyRefused({ refused, plan }: ApplyRefusedProps) {
  const others = plan.filter(
    ({ prefix }) => !refused.some(({ status }) => status.prefix === prefix),
  );
  return (
    <>
      <Notice
        tone="danger"
        title="Nothing can be applied yet"
        actions={others.map(({ prefix }) => (
          <LinkButton
            key={prefix}
            size="sm"
            href={`/migrations/apply?prefix=${encodeURIComponent(prefix)}`}
          >
            Look at {prefix} alone
          </LinkButton>
        ))}
      >
        {refused.map(({ status }) => status.prefix).join(", ")} would be refused, for what is listed
        here.
      </Notice>
      {refused.map(({ status: { prefix, label }, findings }) => (
        <section
          key={prefix}
          aria-label={`What keeps ${prefix} from being migrated`}
          className="rounded-md border border-line bg-surface"
        >
          <header className="flex flex-wrap items-center gap-x-3 border-b border-line px-4 py-2 text-sm">
            <h2 className="font-semibold">{label}</h2>
            <code className="text-muted">{prefix}</code>
          </header>
          <ul className="divide-y divide-line">
            {findings.map((finding) => (
              <li key={finding.headline} className="px-4 py-3">
                <FindingView finding={finding} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
