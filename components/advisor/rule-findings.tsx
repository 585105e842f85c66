// Server or client: the findings of one rule in one prefix, with the reason why the rule exists.
import Link from "next/link";
import { anchorOf, FindingItem } from "@/components/advisor/finding-item";
import { severityWords } from "@/components/advisor/severity-words";
import { severityLooks } from "@/components/migrations/severity-look";
import { Badge } from "@/components/ui/badge";
import { LinkButton } from "@/components/ui/link-button";
import type { RuleGroup, SchemaFinding } from "@/lib/model/advice";
import { type AdviceFilter, acceptHref, adviceHref } from "@/lib/model/advice-filter";

const shownAtFirst = 6;

type RuleFindingsProps = {
  group: RuleGroup;
  prefix: string | null;
  filter: AdviceFilter;
  /** The object of the reference whose orphans were just counted. */
  asked?: string | undefined;
  canAccept: boolean;
};

export function RuleFindings({ group, prefix, filter, asked, canAccept }: RuleFindingsProps) {
  const { rule, severity, findings } = group;
  const isWhole = filter.rule === rule.id || findings.length <= shownAtFirst + 1;
  const shown = findings.filter(
    ({ object }, place) => isWhole || place < shownAtFirst || object === asked,
  );
  return (
    <section aria-label={`${rule.title}, ${prefix ?? "without a prefix"}`}>
      <header className="px-4 pt-3 pb-1.5">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="text-sm font-semibold">{rule.title}</h3>
          <span className="text-sm text-muted">{findings.length.toLocaleString("en")}</span>
          <Badge tone={severityLooks[severity].tone}>{severityWords[severity]}</Badge>
          {canAccept && findings.length > 1 && (
            <Link
              href={acceptHref({ rule: rule.id, prefix })}
              aria-label={`Accept all ${findings.length}… ${rule.title}`}
              className="ml-auto inline-flex min-h-6 items-center rounded-sm text-xs text-muted hover:text-ink hover:underline"
            >
              Accept all {findings.length.toLocaleString("en")}…
            </Link>
          )}
        </div>
        <p className="mt-0.5 max-w-[88ch] text-xs text-pretty text-muted">{rule.why}</p>
      </header>
      <ul className="pb-2">
        {shown.map((finding) => (
          <li key={finding.object}>
            <FindingItem
              finding={finding}
              isOpen={finding.object === asked}
              actions={<Actions finding={finding} filter={filter} canAccept={canAccept} />}
            />
          </li>
        ))}
      </ul>
      {!isWhole && (
        <p className="px-4 pb-3 pl-[42px] text-sm">
          <Link
            href={adviceHref({ ...filter, rule: rule.id, prefix })}
            className="inline-flex min-h-6 items-center text-accent-text hover:underline"
          >
            All {findings.length.toLocaleString("en")}
          </Link>
        </p>
      )}
    </section>
  );
}

type ActionsProps = { finding: SchemaFinding; filter: AdviceFilter; canAccept: boolean };

function Actions({ finding, filter, canAccept }: ActionsProps) {
  const anchor = `#${encodeURIComponent(anchorOf(finding))}`;
  return (
    <>
      {finding.canCount && (
        <LinkButton
          href={adviceHref(filter, finding.object) + anchor}
          prefetch={false}
          size="sm"
          aria-label={`Count orphans: ${finding.headline}`}
        >
          Count orphans
        </LinkButton>
      )}
      {canAccept && (
        <LinkButton
          href={acceptHref(finding)}
          prefetch={false}
          size="sm"
          aria-label={`Accept… ${finding.headline}`}
        >
          Accept…
        </LinkButton>
      )}
    </>
  );
}
