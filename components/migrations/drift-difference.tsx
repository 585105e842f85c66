// Server or client: one difference: what is found, what is expected, and the SQL that would close it.
import { ChevronRight } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import type { Difference } from "@/lib/model/migrations/drift";

/** What the two sides are called. */
export type Sides = { found: string; expected: string };

const tones: Record<Difference["change"], Tone> = {
  missing: "red",
  extra: "blue",
  different: "amber",
};

export function DriftDifference({ difference, sides }: { difference: Difference; sides: Sides }) {
  const { change, sentence, live, expected, ddl, name } = difference;
  return (
    <details className="group">
      <summary className="grid cursor-pointer grid-cols-[16px_minmax(0,1fr)] items-center gap-x-3 gap-y-1 px-4 py-2 text-sm group-open:bg-hover hover:bg-hover sm:grid-cols-[16px_minmax(0,1fr)_auto]">
        <ChevronRight
          aria-hidden
          className="size-4 text-faint transition-transform group-open:rotate-90"
        />
        <span className="min-w-0 wrap-anywhere">{sentence}</span>
        <span className="col-start-2 sm:col-start-auto">
          <Badge tone={tones[change]} dot>
            {change.charAt(0).toUpperCase() + change.slice(1)}
          </Badge>
        </span>
      </summary>
      <div className="flex flex-col gap-4 border-t border-line px-4 py-4">
        <dl className="grid gap-4 md:grid-cols-2">
          <Side term={sides.found} definition={live} />
          <Side term={sides.expected} definition={expected} />
        </dl>
        <div className="min-w-0 text-sm">
          <h4 className="mb-1 flex items-center gap-2 text-xs text-muted">
            SQL that would close it
            {dropsData(ddl) && <Badge tone="red">Drops data</Badge>}
          </h4>
          <CodeBlock code={ddl} label={`SQL for ${name}`} />
        </div>
      </div>
    </details>
  );
}

export function dropsData(ddl: string): boolean {
  return /\bDROP (?:TABLE|COLUMN|ATTRIBUTE)\b/.test(ddl);
}

function Side({ term, definition }: { term: string; definition: string | null }) {
  return (
    <div className="min-w-0">
      <dt className="mb-1 text-xs text-muted">{term}</dt>
      <dd>
        {definition === null ? (
          <span className="text-sm text-muted">Not there</span>
        ) : (
          <pre className="overflow-x-auto rounded-md border border-line bg-sunken px-3 py-2 font-mono text-xs leading-5 whitespace-pre-wrap wrap-anywhere">
            {definition}
          </pre>
        )}
      </dd>
    </div>
  );
}
