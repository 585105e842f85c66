// Server or client: what a check found about one prefix: what limits it first, then each kind of difference by itself.
import type { ReactNode } from "react";
import { DriftDifference, dropsData, type Sides } from "@/components/migrations/drift-difference";
import { driftSeverities, driftVerdictWords } from "@/components/migrations/drift-look";
import { severityLooks } from "@/components/migrations/severity-look";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { Notice } from "@/components/ui/notice";
import { counted } from "@/lib/model/counted";
import type { Difference, PrefixDrift } from "@/lib/model/migrations/drift";

export function DriftPrefix({ drift: prefixDrift }: { drift: PrefixDrift }) {
  const { prefix, verdict, reasons, caveats, drift, snapshot, objects } = prefixDrift;
  const { tone, Icon } = severityLooks[driftSeverities[verdict]];
  return (
    <section aria-labelledby={`drift-${prefix}`} className="flex flex-col gap-3">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h2 id={`drift-${prefix}`} className="font-mono text-base font-semibold">
          {prefix}
        </h2>
        <Badge tone={tone} icon={<Icon aria-hidden />}>
          {driftVerdictWords[verdict]}
        </Badge>
        <span className="text-sm text-muted">
          {verdict === "cannot verify"
            ? "Nothing was compared"
            : `${counted(objects, "object")} compared`}
        </span>
      </header>
      {reasons.length > 0 && <Sentences title="Why it cannot be verified" lines={reasons} />}
      {caveats.length > 0 && <Sentences title="What limits this check" lines={caveats} />}
      <Differences title="Drift" differences={drift} sides={ofDatabase} />
      <Differences title="Snapshot" differences={snapshot} sides={ofSnapshot}>
        The last snapshot describes something else than the migrations make, so the next{" "}
        <code>drizzle-kit generate</code> starts from a state that no database is in. The SQL
        belongs into a custom migration.
      </Differences>
    </section>
  );
}

const ofDatabase = { found: "In this database", expected: "From its migrations" };
const ofSnapshot = { found: "From the migrations", expected: "In the snapshot" };

function Sentences({ title, lines }: { title: string; lines: string[] }) {
  return (
    <Notice tone="warning" title={title}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </Notice>
  );
}

type DifferencesProps = {
  title: string;
  differences: Difference[];
  sides: Sides;
  children?: ReactNode;
};

const shown = 100;

function Differences({ title, differences, sides, children }: DifferencesProps) {
  if (differences.length === 0) return null;
  const hidden = differences.length - shown;
  const script = differences.map(({ ddl }) => ddl).join("\n\n");
  return (
    <div className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">
        {title}{" "}
        <span className="font-normal text-muted">{counted(differences.length, "difference")}</span>
      </h3>
      {children && <p className="max-w-[72ch] text-sm text-pretty text-muted">{children}</p>}
      <ul className="divide-y divide-line rounded-md border border-line bg-surface">
        {differences.slice(0, shown).map((difference) => {
          const { kind, name, table } = difference;
          return (
            <li key={`${kind} ${table} ${name}`}>
              <DriftDifference difference={difference} sides={sides} />
            </li>
          );
        })}
      </ul>
      {hidden > 0 && <p className="text-sm text-muted">and {hidden} more, all in the SQL below</p>}
      {differences.length > 1 && (
        <details className="text-sm">
          <summary className="w-fit cursor-pointer text-accent-text hover:underline">
            SQL that would close all {differences.length}
          </summary>
          <p className="my-2 max-w-[72ch] text-muted">
            In this order.{" "}
            {dropsData(script) && "Some of it drops data: take a backup, and read every line."}
          </p>
          <CodeBlock code={script} label={`SQL for all of ${title.toLowerCase()}`} />
        </details>
      )}
    </div>
  );
}
