// Server or client: one verdict in words, for one prefix or for several together.
import type { ReactNode } from "react";
import { severityLooks } from "@/components/migrations/severity-look";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/model/counted";
import {
  bySeverity,
  isJudged,
  isWrong,
  type PrefixStatus,
  pendingOf,
  problemsOf,
  recordedOf,
  type Severity,
  verdictOf,
} from "@/lib/model/migrations/status";

type VerdictNoticeProps = { statuses: PrefixStatus[]; actions?: ReactNode };

export function VerdictNotice({ statuses, actions }: VerdictNoticeProps) {
  const { severity, title, lines } = wordsFor(statuses);
  return (
    <Notice tone={severityLooks[severity].notice} title={title} actions={actions}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

type Words = { severity: Severity; title: string; lines: string[] };

function wordsFor(statuses: PrefixStatus[]): Words {
  const [only] = statuses;
  if (only && statuses.length === 1) {
    return { severity: only.severity, title: only.headline, lines: [summary(only)] };
  }
  switch (verdictOf(...statuses)) {
    case "wrong":
      return wrongWords(statuses.filter(({ severity }) => isWrong(severity)).toSorted(bySeverity));
    case "pending":
      return pendingWords(statuses.filter((status) => pendingOf(status).length > 0));
    case "clean":
      return cleanWords(statuses);
  }
}

function wrongWords(wrong: PrefixStatus[]): Words {
  return {
    severity: wrong[0]?.severity ?? "critical",
    title:
      wrong.length === 1 ? "1 prefix needs attention" : `${wrong.length} prefixes need attention`,
    lines: wrong.map(({ prefix, headline }) => `${prefix}: ${headline}.`),
  };
}

function pendingWords(behind: PrefixStatus[]): Words {
  const counts = behind.map((status) => ({ of: status.prefix, count: pendingOf(status).length }));
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  const parts = counts.map(({ of, count }) => `${count} of ${of}`).join(", ");
  return {
    severity: "info",
    title: `${counted(total, "migration")} pending`,
    lines: [`${parts}. What has run is as it should be.`],
  };
}

function cleanWords(statuses: PrefixStatus[]): Words {
  const total = statuses.reduce((sum, status) => sum + recordedOf(status).length, 0);
  return {
    severity: total > 0 ? "ok" : "info",
    title: total > 0 ? "Up to date" : "No migrations yet",
    lines: [`${counted(total, "migration")} recorded, each with the text that is in its folder.`],
  };
}

/** What there is to say beside the headline. */
function summary(status: PrefixStatus): string {
  if (!isJudged(status)) return "What has run is unknown until that is repaired.";
  const pending = pendingOf(status).length;
  const run = `${counted(recordedOf(status).length, "migration")} recorded`;
  const rest = pending > 0 ? `${run}, ${pending} pending.` : `${run}, none pending.`;
  const problems = problemsOf(status).length;
  return problems > 0 ? `${counted(problems, "problem")} in all. ${rest}` : rest;
}
