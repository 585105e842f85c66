// Server or client: the runs that were recorded: who applied what, when, how long it took, and why one failed.
import { ChevronRight, CircleCheck, CircleX } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { CodeBlock } from "@/components/ui/code-block";
import { RelativeTime } from "@/components/ui/relative-time";
import { counted } from "@/lib/model/counted";
import { durationText, type MigrationRun } from "@/lib/model/migrations/run";

type RunListProps = {
  runs: MigrationRun[];
  /** The run that the address names: shown open. */
  openId?: string | undefined;
  now: Date;
};

export function RunList({ runs, openId, now }: RunListProps) {
  return (
    <section aria-labelledby="runs">
      <h2 id="runs" className="mb-2 scroll-mt-20 text-base font-semibold">
        Runs
      </h2>
      {runs.length === 0 ? (
        <p className="text-sm text-muted">No run has been recorded on this database yet.</p>
      ) : (
        <ul className="divide-y divide-line rounded-md border border-line bg-surface text-sm">
          {runs.map((run) => (
            <li key={run.id}>
              <Run run={run} isOpen={run.id === openId} now={now} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Run({ run, isOpen, now }: { run: MigrationRun; isOpen: boolean; now: Date }) {
  const { id, prefix, actorName, at, outcome, migrations, durationMs, failure, backupTaken } = run;
  const isApplied = outcome === "applied";
  return (
    <details open={isOpen} className="group">
      <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2 hover:bg-hover">
        <ChevronRight
          aria-hidden
          className="size-4 shrink-0 text-faint transition-transform group-open:rotate-90"
        />
        <Badge
          tone={isApplied ? "green" : "red"}
          icon={isApplied ? <CircleCheck aria-hidden /> : <CircleX aria-hidden />}
        >
          {isApplied ? "Applied" : "Failed"}
        </Badge>
        <code>{prefix}</code>
        <span className="min-w-0 font-medium wrap-anywhere">
          {isApplied ? counted(migrations.length, "migration") : placeOf(run)}
        </span>
        <span className="min-w-0 text-muted wrap-anywhere">
          by {actorName}, <RelativeTime at={at} literal={at.toISOString()} now={now} />
        </span>
        <span className="text-xs text-muted tabular-nums sm:ml-auto">
          {durationText(durationMs)}
        </span>
      </summary>
      <div className="flex flex-col gap-3 border-t border-line px-4 py-3">
        <ul className="flex flex-col gap-0.5">
          {migrations.map(({ tag, statements, ms }) => (
            <li key={tag} className="flex flex-wrap gap-x-3">
              <code className="min-w-0 wrap-anywhere">{tag}</code>
              <span className="text-muted">
                {counted(statements, "statement")}, {durationText(ms)}
              </span>
            </li>
          ))}
        </ul>
        {failure && <CodeBlock code={failure} label={`Failure of run ${id}`} />}
        <p className="text-xs text-muted">
          {backupTaken
            ? "A backup was said to be taken before."
            : "No backup was said to be taken."}
        </p>
      </div>
    </details>
  );
}

function placeOf({ migrations }: MigrationRun): string {
  const last = migrations.at(-1);
  return last ? `in ${last.tag}` : "before the first migration";
}
