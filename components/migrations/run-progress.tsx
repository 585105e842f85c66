// Server or client: a plan of migrations, and how far it is once it runs.
import { Check, CircleDashed, CircleX, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { FindingView } from "@/components/migrations/finding-view";
import { RunElapsed } from "@/components/migrations/run-elapsed";
import { RunFailure } from "@/components/migrations/run-failure";
import { Badge, type Tone } from "@/components/ui/badge";
import { Spinner } from "@/components/ui/spinner";
import { counted } from "@/lib/model/counted";
import { durationText } from "@/lib/model/migrations/run";
import type { MigrationProgress, PrefixProgress } from "@/lib/model/migrations/run-progress";

const badges: Record<Exclude<PrefixProgress["state"], "planned">, { word: string; tone: Tone }> = {
  waiting: { word: "Waiting for another run", tone: "amber" },
  running: { word: "Running", tone: "blue" },
  applied: { word: "Applied", tone: "green" },
  "nothing to do": { word: "Nothing to do", tone: "neutral" },
  changed: { word: "Has changed", tone: "amber" },
  refused: { word: "Refused", tone: "red" },
  failed: { word: "Failed", tone: "red" },
};

export function RunProgress({ prefixes }: { prefixes: PrefixProgress[] }) {
  return (
    <div className="flex flex-col gap-3">
      {prefixes.map((prefix) => (
        <PrefixRun key={prefix.prefix} {...prefix} />
      ))}
    </div>
  );
}

function PrefixRun({ prefix, label, state, migrations, findings, failed }: PrefixProgress) {
  const badge = state === "planned" ? undefined : badges[state];
  return (
    <section
      aria-label={`Migrations of ${prefix}`}
      className="rounded-md border border-line bg-surface text-sm"
    >
      <header className="flex min-h-10 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <h3 className="font-semibold">{label}</h3>
        <code className="text-muted">{prefix}</code>
        <span className="ml-auto">
          {badge ? (
            <Badge tone={badge.tone} dot>
              {badge.word}
            </Badge>
          ) : (
            <span className="text-muted">{counted(migrations.length, "migration")}</span>
          )}
        </span>
      </header>
      <ol className="divide-y divide-line">
        {migrations.map((migration) => (
          <li key={migration.tag} className="flex gap-3 px-4 py-2">
            <span className="mt-px shrink-0">{icons[migration.state]}</span>
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-4">
              <code className="min-w-0 wrap-anywhere">{migration.tag}</code>
              <span className="text-xs text-muted">
                {stateWords(migration)}
                {migration.state === "running" && <RunElapsed key={migration.index} />}
              </span>
              {migration.state === "running" && (
                <code className="w-full truncate text-xs text-muted">{migration.statement}</code>
              )}
            </span>
          </li>
        ))}
      </ol>
      {findings.length > 0 && (
        <ul className="divide-y divide-line border-t border-line">
          {findings.map((finding) => (
            <li key={finding.headline} className="px-4 py-3">
              <FindingView finding={finding} />
            </li>
          ))}
        </ul>
      )}
      {failed && (
        <div className="border-t border-line px-4 py-3">
          <RunFailure failed={failed} />
        </div>
      )}
    </section>
  );
}

const icons: Record<MigrationProgress["state"], ReactNode> = {
  planned: <CircleDashed aria-hidden className="size-4 text-faint" />,
  running: <Spinner label="Running" className="text-blue" />,
  ran: <Check aria-hidden className="size-4 text-faint" />,
  applied: <Check aria-hidden className="size-4 text-green" />,
  undone: <Undo2 aria-hidden className="size-4 text-muted" />,
  failed: <CircleX aria-hidden className="size-4 text-red" />,
};

function stateWords(migration: MigrationProgress): string {
  const statements = counted(migration.statements, "statement");
  switch (migration.state) {
    case "planned":
      return statements;
    case "running":
      return `Statement ${migration.index} of ${migration.total}`;
    case "ran":
      return "Ran, not committed yet";
    case "applied":
      return `${statements}, applied in ${durationText(migration.ms)}`;
    case "undone":
      return "Ran and was undone";
    case "failed":
      return "Failed";
  }
}
