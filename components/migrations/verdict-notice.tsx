// Server or client: one verdict for several prefixes, in words.
import { severityLooks } from "@/components/migrations/severity-look";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/model/counted";
import {
  bySeverity,
  isWrong,
  type PrefixStatus,
  pendingOf,
  recordedOf,
  type Severity,
  verdictOf,
} from "@/lib/model/migration-status";

export function VerdictNotice({ statuses }: { statuses: PrefixStatus[] }) {
  const { severity, title, lines } = wordsFor(statuses);
  return (
    <Notice tone={severityLooks[severity].notice} title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

type Words = { severity: Severity; title: string; lines: string[] };

function wordsFor(statuses: PrefixStatus[]): Words {
  const verdict = verdictOf(...statuses);
  if (verdict === "wrong") {
    const wrong = statuses.filter(({ severity }) => isWrong(severity)).toSorted(bySeverity);
    return {
      severity: wrong[0]?.severity ?? "critical",
      title:
        wrong.length === 1
          ? "One prefix needs attention"
          : `${wrong.length} prefixes need attention`,
      lines: wrong.map(({ prefix, headline }) => `${prefix}: ${headline}.`),
    };
  }
  if (verdict === "pending") {
    const behind = statuses.filter((status) => pendingOf(status).length > 0);
    const total = behind.reduce((sum, status) => sum + pendingOf(status).length, 0);
    return {
      severity: "info",
      title: `${counted(total, "migration")} pending`,
      lines: [
        `${behind.map((status) => `${pendingOf(status).length} of ${status.prefix}`).join(", ")}. Nothing is wrong with what has run.`,
      ],
    };
  }
  const total = statuses.reduce((sum, status) => sum + recordedOf(status).length, 0);
  return {
    severity: "ok",
    title: "Up to date",
    lines: [`${counted(total, "migration")} recorded, each with the text that is in its folder.`],
  };
}
