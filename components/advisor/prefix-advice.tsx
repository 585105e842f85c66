// Server or client: what was found among the tables of one prefix, rule by rule.
import { CircleCheck } from "lucide-react";
import type { ReactNode } from "react";
import { RuleFindings } from "@/components/advisor/rule-findings";
import { countWords } from "@/components/advisor/severity-words";
import {
  countBySeverity,
  groupByRule,
  type RuleText,
  type SchemaFinding,
} from "@/lib/model/advice";
import type { AdviceFilter } from "@/lib/model/advice-filter";
import { counted } from "@/lib/model/counted";

export type PrefixAdviceProps = {
  prefix: string | null;
  label: string;
  /** How many tables were looked at. */
  tables: number;
  rules: RuleText[];
  findings: SchemaFinding[];
  filter: AdviceFilter;
  asked?: string | undefined;
  canAccept: boolean;
};

export function PrefixAdvice(props: PrefixAdviceProps) {
  const { prefix, label, tables, rules, findings, ...rest } = props;
  const id = `advice-${prefix ?? "none"}`;
  return (
    <article aria-labelledby={id} className="rounded-md border border-line bg-surface">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-3">
        <h2 id={id} className="text-base font-semibold">
          {label}
        </h2>
        {prefix !== null && <code className="text-sm text-muted">{prefix}</code>}
        <span className="text-sm text-muted">{counted(tables, "table")}</span>
        <span className="text-sm text-muted sm:ml-auto">
          {countWords(countBySeverity(findings))}
        </span>
      </header>
      {findings.length > 0 ? (
        <div className="divide-y divide-line">
          {groupByRule(rules, findings).map((group) => (
            <RuleFindings key={group.rule.id} group={group} prefix={prefix} {...rest} />
          ))}
        </div>
      ) : (
        <Nothing>
          {tables > 0
            ? `Nothing found in its ${counted(tables, "table")}.`
            : "The database has no tables of this prefix yet."}
        </Nothing>
      )}
    </article>
  );
}

function Nothing({ children }: { children: ReactNode }) {
  return (
    <p className="flex gap-2 px-4 py-3 text-sm text-muted">
      <CircleCheck aria-hidden className="mt-px size-4 shrink-0 text-green" />
      {children}
    </p>
  );
}
