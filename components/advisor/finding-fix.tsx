// Server or client: what a finding rests on and what would mend it: the values, the schema line, the SQL.
import { CodeBlock } from "@/components/ui/code-block";
import type { SchemaFinding } from "@/lib/model/advice";

export function FindingFix({ finding: { evidence, fix, headline } }: { finding: SchemaFinding }) {
  return (
    <div className="flex min-w-0 flex-col gap-3">
      {evidence.length > 0 && (
        <dl className="grid gap-x-4 gap-y-0.5 text-xs sm:grid-cols-[minmax(120px,max-content)_1fr]">
          {evidence.map(({ label, value }) => (
            <div key={label} className="contents">
              <dt className="text-muted">{label}</dt>
              <dd className="mb-1 font-mono wrap-anywhere sm:mb-0">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Code title="In the schema file" label={`schema line: ${headline}`} code={fix.drizzle} />
      {fix.sql && <Code title="In SQL" label={`SQL: ${headline}`} code={fix.sql} />}
    </div>
  );
}

function Code({ title, label, code }: { title: string; label: string; code: string }) {
  return (
    <div className="min-w-0">
      <p className="mb-1 text-xs text-muted">{title}</p>
      <CodeBlock code={code} label={label} />
    </div>
  );
}
