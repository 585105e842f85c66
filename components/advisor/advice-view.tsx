// Server or client: the advisor's page below its title: verdict, filter, findings prefix by prefix, what was accepted.
import { SearchX } from "lucide-react";
import { AcceptedList } from "@/components/advisor/accepted-list";
import { AdviceVerdict } from "@/components/advisor/advice-verdict";
import { FilterForm } from "@/components/advisor/filter-form";
import { PrefixAdvice } from "@/components/advisor/prefix-advice";
import type { FormAction } from "@/components/auth/form-state";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import type { Advice } from "@/lib/model/advice";
import { type AdviceFilter, isFiltered, matches } from "@/lib/model/advice-filter";

type AdviceViewProps = {
  advice: Advice;
  filter: AdviceFilter;
  /** The object of the reference whose orphans were just counted. */
  asked: string | undefined;
  canAccept: boolean;
  withdraw: FormAction;
};

export function AdviceView({ advice, filter, asked, canAccept, withdraw }: AdviceViewProps) {
  const found = advice.findings.filter((finding) => matches(finding, filter));
  const accepted = advice.accepted.filter(({ finding }) => matches(finding, filter));
  const parts = partsOf(advice)
    .map((part) => ({ ...part, findings: found.filter(({ prefix }) => prefix === part.prefix) }))
    // Without a filter a prefix of which there is nothing to say is worth saying so.
    .filter(({ findings }) => findings.length > 0 || !isFiltered(filter));
  return (
    <div className="flex flex-col gap-4 px-4 md:px-6">
      <AdviceVerdict advice={advice} />
      {advice.locked.length > 0 && (
        <Notice title={`Not looked at: ${advice.locked.join(", ")}`}>
          Somebody is altering {advice.locked.length === 1 ? "it" : "them"} just now, most likely a
          migration. Reload the page in a moment.
        </Notice>
      )}
      <FilterForm advice={advice} filter={filter} />
      {isFiltered(filter) && (
        <p role="status" className="text-sm text-muted">
          {found.length.toLocaleString("en")} of {advice.findings.length.toLocaleString("en")}{" "}
          findings
        </p>
      )}
      {parts.map((part) => (
        <PrefixAdvice
          key={part.prefix ?? ""}
          {...part}
          {...{ filter, asked, canAccept }}
          rules={advice.rules}
        />
      ))}
      {isFiltered(filter) && found.length + accepted.length === 0 && (
        <EmptyState
          icon={<SearchX />}
          title="Nothing matches"
          actions={<LinkButton href="/schema">Show all findings</LinkButton>}
        >
          No finding is of this kind and holds these words.
        </EmptyState>
      )}
      <AcceptedList accepted={accepted} withdraw={canAccept ? withdraw : undefined} />
    </div>
  );
}

function partsOf({ prefixes, findings }: Advice) {
  const strays = findings.filter(({ prefix }) => prefix === null).length;
  return [
    ...prefixes,
    ...(strays > 0 ? [{ prefix: null, label: "Without a prefix", tables: strays }] : []),
  ];
}
