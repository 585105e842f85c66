// Server or client: one finding in a line that opens to its proof, its remedy and what can be done about it.
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { FindingFix } from "@/components/advisor/finding-fix";
import { severityWords } from "@/components/advisor/severity-words";
import { severityLooks } from "@/components/migrations/severity-look";
import { findingKey, type SchemaFinding } from "@/lib/model/advice";

type FindingItemProps = { finding: SchemaFinding; isOpen?: boolean; actions?: ReactNode };

export function FindingItem({ finding, isOpen = false, actions }: FindingItemProps) {
  const { Icon, text } = severityLooks[finding.severity];
  return (
    <details id={anchorOf(finding)} open={isOpen} className="group/finding">
      <summary className="flex gap-2.5 px-4 py-1.5 text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:py-2.5">
        <Icon aria-hidden className={`mt-px size-4 shrink-0 ${text}`} />
        <span className="min-w-0 flex-1 text-pretty wrap-anywhere">
          <span className="sr-only">{severityWords[finding.severity]}: </span>
          <span className="font-medium">{finding.headline}.</span>{" "}
          <span className="text-muted">{finding.sentence}</span>
        </span>
        <ChevronRight
          aria-hidden
          className="mt-px size-4 shrink-0 text-muted transition-transform group-open/finding:rotate-90"
        />
      </summary>
      <div className="flex flex-col gap-3 pt-1 pr-4 pb-4 pl-4 sm:pl-[42px]">
        <FindingFix finding={finding} />
        {actions && <div className="flex flex-wrap gap-2">{actions}</div>}
      </div>
    </details>
  );
}

/** Names the finding within the page; an id holds no white space. */
export function anchorOf(finding: SchemaFinding): string {
  return findingKey(finding).replaceAll(/\s+/g, "-");
}
