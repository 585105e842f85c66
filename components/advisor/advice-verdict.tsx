// Server or client: what the advisor says in sum, for the database and for each prefix.

import Link from "next/link";
import { countWords } from "@/components/advisor/severity-words";
import { severityLooks } from "@/components/migrations/severity-look";
import { Notice } from "@/components/ui/notice";
import { type Advice, countBySeverity } from "@/lib/model/advice";
import { adviceHref } from "@/lib/model/advice-filter";
import { counted } from "@/lib/model/counted";

export function AdviceVerdict({ advice: { prefixes, findings } }: { advice: Advice }) {
  const worst = findings[0]?.severity;
  if (!worst) {
    const tables = prefixes.reduce((sum, prefix) => sum + prefix.tables, 0);
    return (
      <Notice tone="success" title="Nothing found">
        {counted(tables, "table")} looked at.
      </Notice>
    );
  }
  const strays = findings.filter(({ prefix }) => prefix === null).length;
  return (
    <Notice tone={severityLooks[worst].notice} title={countWords(countBySeverity(findings))}>
      {prefixes.map(({ prefix }) => {
        const own = findings.filter((finding) => finding.prefix === prefix);
        return (
          <p key={prefix}>
            <Link href={adviceHref({ prefix })} className="underline-offset-2 hover:underline">
              <code>{prefix}</code>
            </Link>
            : {countWords(countBySeverity(own)) || "nothing found"}.
          </p>
        );
      })}
      {strays > 0 && <p>Without a prefix: {counted(strays, "table")}.</p>}
    </Notice>
  );
}
